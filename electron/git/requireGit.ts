import { TidegateError } from '../../shared/errors.ts';
import { runGit } from './runGit.ts';

/** The oldest release with every plumbing command that the ledger uses. */
const OLDEST = { major: 2, minor: 39 };

/**
 * Which Git is here?
 *
 * @throws TidegateError `git-missing` without one, `git-too-old` below 2.39
 */
export async function requireGit(): Promise<string> {
  const { stdout } = await runGit('.', ['--version']);
  const found = /(\d+)\.(\d+)[.\d]*/.exec(stdout.toString());
  const [version = '', major = '0', minor = '0'] = found ?? [];
  const fresh = Number(major) > OLDEST.major || (Number(major) === OLDEST.major && Number(minor) >= OLDEST.minor);
  if (!fresh) throw new TidegateError('git-too-old', { found: version, needed: `${OLDEST.major}.${OLDEST.minor}` });
  return version;
}
