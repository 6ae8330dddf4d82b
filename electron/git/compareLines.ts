import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { runGit } from './runGit.ts';

/** Does `ancestor` lie on the first-parent line that ends at `head`? A merge does not bring a line in by its side. */
export async function isOnLineOf(folder: string, ancestor: CommitId, head: CommitId): Promise<boolean> {
  return (await commitsSince(folder, ancestor, head)) !== null;
}

/** How many commits the first-parent line goes on from `ancestor` to `head`; null when it does not hold it. */
export async function commitsSince(folder: string, ancestor: CommitId, head: CommitId): Promise<number | null> {
  if (ancestor === head) return 0;
  const { stdout } = await runGit(folder, ['rev-list', '--first-parent', '--parents', `${ancestor}..${head}`, '--']);
  const lines = stdout.toString().trimEnd().split('\n');
  return lines.at(-1)?.split(' ')[1] === ancestor ? lines.length : null;
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
