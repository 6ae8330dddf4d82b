import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { runGit } from './runGit.ts';

/** Where this commit stands on the line that leads to it, from 0; null when there is no such commit. */
export async function positionOnLine(folder: string, commit: CommitId): Promise<number | null> {
  try {
    const { stdout } = await runGit(folder, ['rev-list', '--first-parent', '--count', '--end-of-options', commit]);
    return Number(stdout.toString().trim()) - 1;
  } catch (error) {
    // 128: what it names is not there.
    if (error instanceof TidegateError && error.facts['status'] === 128) return null;
    throw error;
  }
}

/** The last commits of the line up to `head`, oldest first. */
export async function lastCommits(folder: string, head: CommitId, count: number): Promise<readonly CommitId[]> {
  const args = ['rev-list', '--first-parent', `--max-count=${count}`, '--end-of-options', head];
  const { stdout } = await runGit(folder, args);
  return stdout.toString().trim().split('\n').toReversed();
}
