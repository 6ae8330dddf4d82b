import type { CommitId } from '../../shared/ids.ts';
import type { AddedFile } from '../../shared/ledger/line.ts';
import { createFiller } from './fetchMissing.ts';
import { openObjects, textOf, type Objects } from './openObjects.ts';
import { runGit } from './runGit.ts';

/** A file by name, its text not read. */
export type ListedFile = Omit<AddedFile, 'text'>;

/** The files at a commit under the given paths (files or folders), sorted, read in one batch. */
export async function readTree(folder: string, commit: CommitId, paths: readonly string[]): Promise<AddedFile[]> {
  const listed = await listTree(folder, commit, paths);
  await createFiller(folder).fill(listed.filter(isPlain).map(({ blob }) => blob));
  const objects = openObjects(folder);
  try {
    return await readListed(objects, listed);
  } finally {
    objects.close();
  }
}

/** The same files with their texts, in one batch; null for what is no plain file. */
async function readListed(objects: Objects, listed: readonly ListedFile[]): Promise<AddedFile[]> {
  const contents = await objects.read(listed.filter(isPlain).map(({ blob }) => blob));
  let next = 0;
  return listed.map((file) => ({ ...file, text: isPlain(file) ? textOf(contents[next++] ?? null) : null }));
}

/** Names and modes of the files at a commit under the given paths, sorted by path. */
export async function listTree(folder: string, commit: CommitId, paths: readonly string[]): Promise<ListedFile[]> {
  const { stdout } = await runGit(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths]);
  return stdout
    .toString()
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      // A path may hold a tab of its own.
      const [, mode = '', blob = '', path = ''] = /^(\d+) \w+ (\w+)\t([^]*)$/.exec(line) ?? [];
      return { path, mode, blob };
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function isPlain({ mode }: ListedFile): boolean {
  return mode === '100644';
}
