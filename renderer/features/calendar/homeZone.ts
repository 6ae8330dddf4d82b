import type { Catalogue } from '../../../shared/api/mapCalls.ts';

/** Whose clock a first visit shows: the reader's when a site keeps it, else the one that most sites keep. */
export function homeZone(readers: readonly string[], catalogue: Catalogue | null): string {
  const counts = new Map<string, number>();
  for (const { zone } of catalogue?.sites ?? []) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  const own = readers.find((zone) => counts.has(zone));
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return own ?? most?.[0] ?? readers[0] ?? 'UTC';
}
