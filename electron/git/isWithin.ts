import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { runGit } from './runGit.ts';

/** Does the line that ends with `head` hold this commit? A commit that is not in this copy is held by none. */
export async function isWithin(folder: string, commit: CommitId, head: CommitId): Promise<boolean> {
  if (commit === head) return true;
  try {
    await runGit(folder, ['merge-base', '--is-ancestor', commit, head]);
    return true;
  } catch (error) {
    if (error instanceof TidegateError && (error.facts['status'] === 1 || error.facts['status'] === 128)) return false;
    throw error;
  }
}
