import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommitId } from '../../shared/ids.ts';
import { MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import type { CloneFacts } from '../git/cloneFacts.ts';
import { isWithin } from '../git/isWithin.ts';

/** A name in FETCH_HEAD that stands for the remote's line: its `main`, or what its HEAD is. */
const LINE = /^([0-9a-f]{40,64})\t(?:not-for-merge)?\t(?:branch 'main' of |(?!branch |tag |remote-tracking |'))/gm;

/**
 * Minutes since this copy last heard from its remote where the line ends; null when it has none.
 *
 * A fetch that ends well leaves names in FETCH_HEAD; one that fails leaves it empty. It is contact only if what it brought
 * is within what is judged: a bare clone that fetches into no branch stays where it was, however often it asks. Without
 * one, the copy is as old as the oldest of the files that a clone writes. The age of the newest commit means nothing: a
 * quiet board is not stale.
 */
export async function dataAgeMinutes(
  folder: string,
  { hasRemote, files }: CloneFacts,
  { commit, now }: { readonly commit: CommitId; readonly now: Ms },
): Promise<number | null> {
  const fetched = await fetchOf(resolve(folder, files.FETCH_HEAD));
  if (!hasRemote && fetched === null) return null;
  const written = [files.HEAD, files.config, files['packed-refs']];
  const cloned = await Promise.all(written.map((file) => touchedAt(resolve(folder, file))));
  const known = cloned.filter((at) => at !== null);
  const isContact = fetched !== null && (await holdsOneOf(folder, commit, fetched.ends));
  const contact = isContact ? fetched.at : known.length > 0 ? Math.min(...known) : 0;
  return Math.max(0, Math.floor((now - contact) / MINUTE_MS));
}

/** The last fetch that ended well: when, and where the remote's line may have ended then; null when there was none. */
async function fetchOf(file: string): Promise<{ readonly at: Ms; readonly ends: readonly CommitId[] } | null> {
  const at = await touchedAt(file);
  const text = at === null ? '' : await readFile(file, 'utf8');
  return at === null || text === '' ? null : { at, ends: [...text.matchAll(LINE)].flatMap(([, end]) => end ?? []) };
}

async function holdsOneOf(folder: string, commit: CommitId, ends: readonly CommitId[]): Promise<boolean> {
  if (ends.includes(commit)) return true;
  for (const end of new Set(ends)) if (await isWithin(folder, end, commit)) return true;
  return false;
}

async function touchedAt(file: string): Promise<Ms | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return null; // not every copy has every one of these files
  }
}
