import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { requireGit } from '../git/requireGit.ts';
import { runGit } from '../git/runGit.ts';

/** What was fetched last comes first: a clone's own branch stays behind until somebody merges. */
const usual = ['refs/remotes/origin/main', 'refs/heads/main', 'HEAD'];

/**
 * The commit at which to judge.
 * @param named any name Git knows; null for what was fetched last
 * @throws TidegateError `git-missing` or `git-too-old`; `git-failed` without a repository; `input-rejected` when no such
 *   commit is there
 */
export async function requireCommit(folder: string, named: string | null): Promise<CommitId> {
  const refs = named === null ? usual : [named];
  const [fit, found] = await Promise.allSettled([requireGit(), firstCommit(folder, refs)]);
  if (fit.status === 'rejected') throw fit.reason;
  if (found.status === 'rejected') throw found.reason;
  if (found.value === null) throw new TidegateError('input-rejected', { commit: named ?? 'main' });
  return found.value;
}

/** The first of these names that leads to a commit; a word that is no name of one leads nowhere, however Git says so. */
async function firstCommit(folder: string, refs: readonly string[]): Promise<CommitId | null> {
  const asked = refs.filter((ref) => !/[\n\0]/.test(ref)).map((ref) => `${ref}^{commit}\n`);
  const { stdout } = await runGit(folder, ['cat-file', '--batch-check'], { input: asked });
  const answers = stdout.toString().split('\n');
  return answers.map((answer) => /^(\w+) commit \d+$/.exec(answer)?.[1]).find((name) => name !== undefined) ?? null;
}
