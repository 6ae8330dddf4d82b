import type { CommitId } from '../../shared/ids.ts';
import type { Objects } from './openObjects.ts';

interface Entry {
  readonly added: { readonly path: string }[];
  readonly disturbed: { readonly path: string; readonly how: 'edited' | 'removed' }[];
}

/**
 * Notices a path that is added although it is there. Git's own commands never write such a tree, but a tree made by hand
 * may hold one name twice, which Git shows as an addition: to every reader it is an edit.
 *
 * @param from the commit behind which the reading begins; null for a whole line
 */
export function createPathMemory(objects: Objects, from: CommitId | null): (batch: readonly Entry[]) => Promise<void> {
  const known = new Set<string>();
  return async (batch) => {
    const paths = batch.flatMap(({ added }) => added.map(({ path }) => path));
    const named = (path: string): string => `${from}:${path}`;
    const there = from === null ? new Set() : await objects.held(paths.map(named));
    for (const { added, disturbed } of batch)
      for (const { path } of added) {
        if (known.has(path) || there.has(named(path))) disturbed.push({ path, how: 'edited' });
        known.add(path);
      }
  };
}
