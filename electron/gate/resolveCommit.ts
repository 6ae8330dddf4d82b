import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { headOf } from '../git/repository.ts';
import { requireGit } from '../git/requireGit.ts';
import { runGit } from '../git/runGit.ts';

/** What was fetched last comes first: a clone's own branch stays behind until somebody merges. */
const usual = ['refs/remotes/origin/main', 'refs/heads/main', 'HEAD'];

/**
 * The commit at which to judge.
 * @param named any name Git knows; null for what was fetched last
 * @throws TidegateError `git-failed` without a repository, `input-rejected` when no such commit is there
 */
export async function requireCommit(folder: string, named: string | null): Promise<CommitId> {
  await requireGit();
  await runGit(folder, ['rev-parse', '--git-dir']);
  for (const ref of named === null ? usual : [named]) {
    const found = await commitOf(folder, ref);
    if (found !== null) return found;
  }
  throw new TidegateError('input-rejected', { commit: named ?? 'main' });
}

/** A word that is no name of a commit leads nowhere, in whatever way Git says so. */
async function commitOf(folder: string, ref: string): Promise<CommitId | null> {
  try {
    return await headOf(folder, ref);
  } catch (error) {
    if (error instanceof TidegateError && error.code === 'git-failed') return null;
    throw error;
  }
}
