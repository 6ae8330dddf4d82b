import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import type { LineCommit } from '../../shared/ledger/line.ts';
import { readLine } from './readLine.ts';
import type { ListedFile } from './readTree.ts';
import { runGit } from './runGit.ts';

/** The commits after `from` by the names of their files alone. @throws TidegateError `git-failed` when it is not here */
export async function namesAfter(folder: string, from: string, to: CommitId): Promise<LineCommit[]> {
  const walked: LineCommit[] = [];
  for await (const each of readLine(folder, { from, to, texts: false })) walked.push(each);
  return walked;
}

/** What of a walk came after this commit; null when the walk begins later. */
export function laterThan(walked: readonly LineCommit[], commit: CommitId): readonly LineCommit[] | null {
  const next = walked.findIndex(({ parents }) => parents[0] === commit);
  return next < 0 ? null : walked.slice(next);
}

/**
 * From the commit on that brought the newest checkpoint: what will be read after it, told by names alone, so that a
 * partial clone can fetch all of it before anything has been looked into. Empty where that cannot be told.
 */
export async function namesSinceCheckpoint(
  folder: string,
  commit: CommitId,
  listed: readonly ListedFile[],
): Promise<readonly LineCommit[]> {
  // Files are named by the time of their making.
  const newest = listed.findLast(({ path }) => /^checkpoints\/[^/]+\.json$/.test(path));
  if (!newest) return [];
  const log = ['log', '--first-parent', '--max-count=1', '--format=%H', commit, '--', newest.path];
  const { stdout } = await runGit(folder, log);
  try {
    return await namesAfter(folder, `${stdout.toString().trim()}^`, commit);
  } catch (error) {
    if (error instanceof TidegateError && error.code === 'git-failed') return [];
    throw error;
  }
}
