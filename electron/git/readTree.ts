import type { CommitId } from '../../shared/ids.ts';
import type { AddedFile } from '../../shared/ledger/line.ts';
import { fetchMissing } from './fetchMissing.ts';
import { openObjects, textOf } from './openObjects.ts';
import { runGit } from './runGit.ts';

/** The files at a commit under the given paths (files or folders), sorted, read in one batch. */
export async function readTree(folder: string, commit: CommitId, paths: readonly string[]): Promise<AddedFile[]> {
  const listed = await listTree(folder, commit, paths);
  const plain = listed.filter(({ mode }) => mode === '100644');
  await fetchMissing(
    folder,
    plain.map(({ blob }) => blob),
  );
  const objects = openObjects(folder);
  try {
    const contents = await objects.read(plain.map(({ blob }) => blob));
    const texts = new Map(plain.map(({ path }, n) => [path, textOf(contents[n] ?? null)]));
    return listed.map((file) => ({ ...file, text: texts.get(file.path) ?? null }));
  } finally {
    objects.close();
  }
}

/** Names and modes of the files at a commit under the given paths, sorted by path. */
async function listTree(
  folder: string,
  commit: CommitId,
  paths: readonly string[],
): Promise<Omit<AddedFile, 'text'>[]> {
  const { stdout } = await runGit(folder, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths]);
  return stdout
    .toString()
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [facts = '', path = ''] = line.split('\t');
      const [mode = '', , blob = ''] = facts.split(' ');
      return { path, mode, blob };
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
