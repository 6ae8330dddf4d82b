import type { CommitId } from '../../shared/ids.ts';
import type { LineCommit } from '../../shared/ledger/line.ts';
import { changeFolder, changeOfPath } from '../../shared/record/layout.ts';
import { createFiller } from './fetchMissing.ts';
import { isRecordFile } from './readLine.ts';
import { listTree, type ListedFile } from './readTree.ts';

/** Revisions that may have to wait, counted from when they were first seen by the clocks of everybody who signs. */
const TIMED = /^(?:windows|sites|services|policy)\//;
/** More folders than this are named by the one that holds them all. */
const MOST_FOLDERS = 200;

export function isTimed({ added }: LineCommit): boolean {
  return added.some(({ path }) => TIMED.test(path));
}

/**
 * What there is in these folders and of every change that the later commits speak of, contents at hand.
 *
 * The clock of the line goes by all records: a reading that left some out would take a loosening for older than it is.
 */
export async function listSpokenOf(
  folder: string,
  { commit, folders: given }: { readonly commit: CommitId; readonly folders: readonly string[] },
  later: readonly LineCommit[],
): Promise<{ readonly folders: readonly string[]; readonly listed: readonly ListedFile[] }> {
  const changes = later.flatMap(({ added }) => added.flatMap(({ path }) => changeOfPath(path) ?? []));
  const spoken = [...new Set(changes)].map((change) => `${changeFolder(change)}/`);
  const folders = [...new Set([...given, ...(spoken.length > MOST_FOLDERS ? ['changes/'] : spoken)])];
  const listed = await listTree(folder, commit, folders);
  await createFiller(folder).fill(listed.filter(isRecordFile).map(({ blob }) => blob));
  return { folders, listed };
}
