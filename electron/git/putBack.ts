import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CommitId } from '../../shared/ids.ts';
import { headOf } from './repository.ts';
import { runGit } from './runGit.ts';

/**
 * Points a lost or torn `main` at a commit again; Git itself refuses to write over what it cannot read.
 *
 * @returns null when the commit is not there either
 */
export async function putBack(folder: string, commit: CommitId): Promise<CommitId | null> {
  if ((await headOf(folder, commit)) === null) return null;
  rmSync(join(folder, 'refs', 'heads', 'main'), { force: true });
  await runGit(folder, ['update-ref', 'refs/heads/main', commit]);
  return headOf(folder);
}
