import type { CommitId } from '../../shared/ids.ts';
import type { LineCommit } from '../../shared/ledger/line.ts';
import { changeFolder, changeOfPath } from '../../shared/record/layout.ts';
import { listTree, type ListedFile } from './readTree.ts';

/** Revisions that may have to wait, counted from when they were first seen by the clocks of everybody who signs. */
const TIMED = /^(?:windows|sites|services|policy)\//;
/** A command line holds only so many names. */
const FOLDERS_AT_ONCE = 200;

export function isTimed({ added }: LineCommit): boolean {
  return added.some(({ path }) => TIMED.test(path));
}

/**
 * The folders of the changes that these commits speak of.
 *
 * The clock of the line goes by all records: a reading that left some out would take a loosening for older than it is.
 */
export function foldersSpokenOf(later: readonly LineCommit[]): string[] {
  const changes = later.flatMap(({ added }) => added.flatMap(({ path }) => changeOfPath(path) ?? []));
  return [...new Set(changes)].map((change) => `${changeFolder(change)}/`);
}

/** The same folders, or fewer that hold them: what one command line can take. */
export function holding(folders: readonly string[]): readonly string[] {
  if (folders.length <= FOLDERS_AT_ONCE) return folders;
  return [...new Set(folders.map((path) => (path.startsWith('changes/') ? 'changes/' : path)))];
}

/** What there is under all of these folders, however many, sorted by path. */
export async function listFolders(
  folder: string,
  commit: CommitId,
  folders: readonly string[],
): Promise<readonly ListedFile[]> {
  const parts: ListedFile[][] = [];
  for (let from = 0; from < folders.length; from += FOLDERS_AT_ONCE)
    parts.push(await listTree(folder, commit, folders.slice(from, from + FOLDERS_AT_ONCE)));
  return parts.flat().toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
