import { changeOfPath } from '../../shared/record/layout.ts';
import type { OutboxRow } from '../workspace/outboxTable.ts';

const CHAIN_COSIGN = /^(ledger|roster|policy)\/cosigns\//;
const CHAIN_REVISION = /^(ledger|roster|policy)\/[^/]+$/;
const REQUEST = /^changes\/.*\/request\//;

/**
 * How many of these actions go into one commit, in the order in which they were done?
 *
 * Inside a commit files are judged by path. A chain's revision comes before a cosign: one that follows what an earlier
 * cosign completed goes into the next commit. So does what speaks of a change whose request is in this one, for comments,
 * decisions and receipts come before requests; and a text whose name comes before that of an earlier one of its folder,
 * as it does when the clock was put back in between: what it follows would not be there yet.
 */
export function inOneCommit(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  let isSigned = false;
  const asked = new Set<string | null>();
  const newest = new Map<string, string>();
  const after = rows.findIndex((row) => {
    const paths = row.files.map(({ path }) => path);
    if (isSigned && paths.some((path) => CHAIN_REVISION.test(path))) return true;
    if (paths.some((path) => !REQUEST.test(path) && asked.has(changeOfPath(path)))) return true;
    if (paths.some((path) => path < (newest.get(folderOf(path)) ?? ''))) return true;
    for (const path of paths) newest.set(folderOf(path), path);
    isSigned ||= paths.some((path) => CHAIN_COSIGN.test(path));
    for (const path of paths) if (REQUEST.test(path)) asked.add(changeOfPath(path));
    return false;
  });
  return after < 0 ? rows : rows.slice(0, after);
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
