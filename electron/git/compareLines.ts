import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { runGit } from './runGit.ts';

/** Does `ancestor` lie on the first-parent line that ends at `head`? A merge does not bring a line in by its side. */
export async function isOnLineOf(folder: string, ancestor: CommitId, head: CommitId): Promise<boolean> {
  if (ancestor === head) return true;
  const { stdout } = await runGit(folder, ['rev-list', '--first-parent', '--parents', `${ancestor}..${head}`, '--']);
  const oldest = stdout.toString().trimEnd().split('\n').at(-1);
  return oldest?.split(' ')[1] === ancestor;
}

/** The newest commit that both first-parent lines hold; null when they share none. */
export async function splitOf(folder: string, ours: CommitId, theirs: CommitId): Promise<CommitId | null> {
  const { stdout } = await runGit(folder, ['rev-list', '--first-parent', theirs, '--']);
  const held = new Set(stdout.toString().trimEnd().split('\n'));
  const line = await runGit(folder, ['rev-list', '--first-parent', ours, '--']);
  return (
    line.stdout
      .toString()
      .trimEnd()
      .split('\n')
      .find((commit) => held.has(commit)) ?? null
  );
}

/** Is the commit in this repository at all? */
export async function isHere(folder: string, commit: CommitId): Promise<boolean> {
  try {
    await runGit(folder, ['cat-file', '-e', `${commit}^{commit}`]);
    return true;
  } catch (error) {
    if (error instanceof TidegateError && error.code === 'git-failed') return false;
    throw error;
  }
}
