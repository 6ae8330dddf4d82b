import { mkdirSync } from 'node:fs';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { runGit } from './runGit.ts';

/** Makes an empty bare repository whose line is `main`. */
export async function initBare(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await runGit(folder, ['init', '--quiet', '--bare', '--initial-branch=main', '--template=', '.']);
}

/** The commit that a branch points at; null when it has none yet. */
export async function headOf(folder: string, ref = 'refs/heads/main'): Promise<CommitId | null> {
  try {
    const { stdout } = await runGit(folder, [
      'rev-parse',
      '--quiet',
      '--verify',
      '--end-of-options',
      `${ref}^{commit}`,
    ]);
    return stdout.toString().trim();
  } catch (error) {
    if (error instanceof TidegateError && error.code === 'git-failed' && error.facts['status'] === 1) return null;
    throw error;
  }
}
