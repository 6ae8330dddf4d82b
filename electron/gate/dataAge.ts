import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import type { CloneFacts } from '../git/cloneFacts.ts';

/**
 * Minutes since this copy last heard from its remote; null when it has none.
 *
 * A fetch that ends well leaves names in FETCH_HEAD; one that fails leaves it empty. Without one, the copy is as old as
 * the oldest of the files that a clone writes. The age of the newest commit means nothing: a quiet board is not stale.
 */
export async function dataAgeMinutes(
  folder: string,
  { hasRemote, files }: CloneFacts,
  now: Ms,
): Promise<number | null> {
  if (!hasRemote) return null;
  const fetched = await touchedAt(folder, files.FETCH_HEAD, true);
  const written = [files.HEAD, files.config, files['packed-refs']];
  const cloned = await Promise.all(written.map((file) => touchedAt(folder, file, false)));
  const known = cloned.filter((at) => at !== null);
  const contact = fetched ?? (known.length > 0 ? Math.min(...known) : 0);
  return Math.max(0, Math.floor((now - contact) / MINUTE_MS));
}

async function touchedAt(folder: string, file: string, filled: boolean): Promise<Ms | null> {
  try {
    const { mtimeMs, size } = await stat(resolve(folder, file));
    return filled && size === 0 ? null : mtimeMs;
  } catch {
    return null; // not every copy has every one of these files
  }
}
