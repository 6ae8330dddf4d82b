import type { ChangeId } from '../../shared/ids.ts';
import { changeFolder, roots } from '../../shared/record/layout.ts';
import type { ListedFile } from './readTree.ts';

/** What every question reads, whatever change it is about. */
export const common = roots.filter((root) => root !== 'changes' && root !== 'schemas');

/** Those of the folders a question reads that are there. */
export function foldersOf(listed: readonly ListedFile[], ours: string): string[] {
  const mine = ours.replace(/\/$/, '');
  // What stands in the place of a folder is none.
  const inside = listed.filter(({ path }) => path.includes('/'));
  return [...new Set(inside.map(({ path }) => (path.startsWith(ours) ? mine : path.slice(0, path.indexOf('/')))))];
}

/** The folder whose records are read; of a question about no change one that holds none. */
export function folderOf(change: ChangeId | 'every' | 'none'): string {
  if (change === 'every') return 'changes/';
  return change === 'none' ? 'schemas/none/' : `${changeFolder(change)}/`;
}
