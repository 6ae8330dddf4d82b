import type { Ms } from '../time/instant.ts';

/** Something with a place in time. `end` is outside. */
export interface Placed {
  readonly start: Ms;
  readonly end: Ms;
}

/** One row of a lane: nothing in it overlaps, so starts and ends are both sorted. */
export interface LaneRow<T extends Placed> {
  readonly items: readonly T[];
  /** From here on the row is free: the greatest footprint end so far. */
  readonly freeFrom: Ms;
}

/** Sorted by start, then longest first, so that long work settles in the upper rows. */
export function byStart(a: Placed, b: Placed): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Which row each item goes to so that none overlaps another, the uppermost free row first.
 * @param items sorted by `byStart`
 * @param leastMs the shortest footprint: a bar is never drawn narrower than its shape
 */
export function packRows<T extends Placed>(items: readonly T[], leastMs: Ms): LaneRow<T>[] {
  const rows: { items: T[]; freeFrom: Ms }[] = [];
  for (const item of items) {
    const until = Math.max(item.end, item.start + leastMs);
    const row = rows.find(({ freeFrom }) => freeFrom <= item.start);
    if (row === undefined) rows.push({ items: [item], freeFrom: until });
    else {
      row.items.push(item);
      row.freeFrom = until;
    }
  }
  return rows;
}

/** The index of the first item that passes, given that all after it pass as well; the length when none does. */
export function firstIndex<T>(sorted: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = sorted[middle];
    if (item !== undefined && passes(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Which items of a row a period shows, found by two binary searches.
 * @param leastMs the footprint used for packing, so that a short bar that still reaches in is not lost
 */
export function visibleItems<T extends Placed>(row: readonly T[], start: Ms, end: Ms, leastMs: Ms): readonly T[] {
  const from = firstIndex(row, (item) => Math.max(item.end, item.start + leastMs) > start);
  const to = firstIndex(row, (item) => item.start >= end);
  return row.slice(from, to);
}
