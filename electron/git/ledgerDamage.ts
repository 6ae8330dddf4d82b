import { TidegateError } from '../../shared/errors.ts';

/** Git's words for objects and files of its own that are not what they should be. */
const damage =
  /packfile|index file|loose object|inflate|bad object|bad config|corrupt|unable to (?:read|unpack)|object file|not a git repository|is empty|broken/i;
/** The file that Git speaks of, within the repository. */
const file = /(?:\.\/)?((?:objects|refs)\/[\w./-]+|config|HEAD)/;

/** A failure of Git that comes from damaged files becomes a refusal that names the file; any other error stays. */
export function asDamage(error: unknown): unknown {
  if (!(error instanceof TidegateError) || error.code !== 'git-failed') return error;
  const { missing, stderr } = error.facts;
  if (missing !== undefined) return new TidegateError('ledger-damaged', { missing }, error);
  const words = String(stderr ?? '');
  if (!damage.test(words)) return error;
  const [, named = 'objects'] = file.exec(words) ?? [];
  return new TidegateError('ledger-damaged', { file: named, stderr: words }, error);
}
