import { runGit } from '../../electron/git/runGit.ts';

/**
 * Ends `main` with a merge, as `git merge --no-ff` would: `first` on the line, and `side` by its side; its tree is that of
 * `side`. Without a side it is an empty commit beside the line.
 */
export async function mergeOnto(folder: string, first: string, side?: string): Promise<string> {
  const as = ['-c', 'user.name=Mallory', '-c', 'user.email=m@example.invalid'];
  const git = async (...words: string[]) => (await runGit(folder, [...as, ...words])).stdout.toString().trim();
  const other = side ?? (await git('commit-tree', '-p', first, '-m', 'Aside', `${first}^{tree}`));
  const merge = await git('commit-tree', '-p', first, '-p', other, '-m', 'Merge', `${other}^{tree}`);
  await git('update-ref', 'refs/heads/main', merge);
  return merge;
}
