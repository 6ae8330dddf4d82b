import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import type { NewCommit } from './commitStream.ts';
import { landCommit, type Landed } from './landCommit.ts';
import { headOf } from './repository.ts';
import { runGit } from './runGit.ts';

export interface CommitDraft extends NewCommit {
  /** The commit it must stand on; null for the first of the branch. */
  readonly parent: CommitId | null;
  readonly branch?: string;
}

/**
 * Adds the files to the branch in one commit, however many they are, without an index or a work tree.
 *
 * The branch moves only if it still stands at `parent`. A file that exists already is refused: the ledger
 * only grows.
 *
 * @throws TidegateError `git-failed` with `expected` and `found` when somebody else moved the branch;
 *   `stale-record` when a path exists already
 */
export async function writeCommit(folder: string, { branch = 'main', ...draft }: CommitDraft): Promise<CommitId> {
  const landed = await landCommit(folder, draft);
  await moveBranch(folder, { branch: `refs/heads/${branch}`, parent: draft.parent, ...landed });
  return landed.commit;
}

async function moveBranch(
  folder: string,
  move: Landed & { readonly branch: string; readonly parent: CommitId | null },
): Promise<void> {
  const { branch, landing, commit, parent } = move;
  const expected = parent ?? '0'.repeat(commit.length);
  const tidy = `delete ${landing}\n`;
  try {
    await runGit(folder, ['update-ref', '--stdin'], { input: `update ${branch} ${commit} ${expected}\n${tidy}` });
  } catch (error) {
    await runGit(folder, ['update-ref', '--stdin'], { input: tidy });
    const head = await headOf(folder, branch);
    if (head === parent) throw error;
    throw new TidegateError('git-failed', { command: 'update-ref', expected, found: head ?? 'none' }, error);
  }
}
