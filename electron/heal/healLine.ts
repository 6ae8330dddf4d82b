import { TidegateError } from '../../shared/errors.ts';
import type { CommitId, PersonId } from '../../shared/ids.ts';
import { isOnLineOf } from '../git/compareLines.ts';
import { fetchLine } from '../git/fetchLine.ts';
import { landCommit } from '../git/landCommit.ts';
import { pushLine } from '../git/pushLine.ts';
import { headOf } from '../git/repository.ts';
import { runGit } from '../git/runGit.ts';
import { writeCommit } from '../git/writeCommit.ts';
import { readBrokenLine, type BrokenLine, type KnownLine } from './brokenLine.ts';
import { drawCure, type Curing, type Drawn } from './drawCure.ts';

export interface Healing {
  readonly how: 'healed' | 'first-signature' | 'mine-waits';
  readonly commit: CommitId | null;
  readonly person: PersonId;
}

/** Others send while we read: so often the line is fetched and read again. */
const MOST_TRIES = 5;

/**
 * Finds the line halted by merges: that of the remote where there is one, else of the clone.
 *
 * @returns null when nothing breaks it
 * @throws TidegateError what `readBrokenLine` throws; `board-unreadable` without a line; `remote-rewritten` when the
 *   remote lacks what this clone holds; in the words of `remoteFailure`
 */
export async function findBreak(folder: string, known?: KnownLine): Promise<BrokenLine | null> {
  const own = await headOf(folder);
  const head = (await hasRemote(folder)) ? (await fetchLine(folder)).head : own;
  if (head === null) throw new TidegateError('board-unreadable', { folder });
  // A signature on another line than the one that is known here would serve whoever wrote that.
  if (own !== null && own !== head && !(await isOnLineOf(folder, own, head)))
    throw new TidegateError('remote-rewritten', { here: own, there: head });
  return readBrokenLine(folder, head, known);
}

/**
 * Signs the healing and makes it the end of the line, at the remote where there is one.
 *
 * @param found what the reader was shown; read again when others were faster
 * @param known where a desk that has verified the line begins to read again, made anew each time
 * @throws TidegateError what `drawCure` and `findBreak` throw; `remote-moved` when another merge came in meanwhile, which
 *   nobody was shown; nothing is written then
 */
export async function healLine(
  folder: string,
  { found, known, ...curing }: Curing & { readonly found: BrokenLine; readonly known?: (() => KnownLine) | undefined },
): Promise<Healing> {
  let broken: BrokenLine = found;
  for (let tries = 1; ; tries += 1) {
    const drawn = drawCure(broken, curing);
    const { person } = drawn;
    if (drawn.draws === 'mine-waits') return { how: drawn.draws, commit: null, person };
    try {
      const commit = await publish(folder, broken.head, { drawn, curing });
      return { how: drawn.draws === 'cure' ? 'healed' : drawn.draws, commit, person };
    } catch (error) {
      if (!(error instanceof TidegateError && error.code === 'remote-moved') || tries === MOST_TRIES) throw error;
      const moved = await findBreak(folder, known?.());
      if (!moved) return { how: 'healed', commit: null, person };
      if (moved.merges.length > found.merges.length) throw error;
      broken = moved;
    }
  }
}

async function publish(
  folder: string,
  parent: CommitId,
  { drawn, curing }: { readonly drawn: Extract<Drawn, { readonly sealed: unknown }>; readonly curing: Curing },
): Promise<CommitId> {
  const { sealed, person } = drawn;
  const files = [{ path: sealed.path, text: sealed.text }];
  const author = { name: person, email: `${person}@tidegate.invalid` };
  const draft = { parent, files, author, at: curing.now, message: `Heal: ${sealed.record.kind} by ${person}` };
  if (!(await hasRemote(folder))) {
    // A branch that moves under a work tree looks as if every new file had been deleted there.
    if (!(await isBare(folder))) throw new TidegateError('input-rejected', { folder, why: 'a work tree, no remote' });
    return await writeCommit(folder, draft);
  }
  const { commit, landing } = await landCommit(folder, draft);
  try {
    await pushLine(folder, { commit });
    return commit;
  } finally {
    await runGit(folder, ['update-ref', '-d', landing]);
  }
}

async function hasRemote(folder: string): Promise<boolean> {
  try {
    await runGit(folder, ['config', '--get', 'remote.origin.url']);
    return true;
  } catch (error) {
    if (error instanceof TidegateError && error.facts['status'] === 1) return false;
    throw error;
  }
}

async function isBare(folder: string): Promise<boolean> {
  const { stdout } = await runGit(folder, ['rev-parse', '--is-bare-repository']);
  return stdout.toString().trim() === 'true';
}
