import type { Ms } from '../time/instant.ts';

/** Something with a place in time. `end` is outside. */
export interface Placed {
  readonly start: Ms;
  readonly end: Ms;
}
/** What it takes on the screen, label included: from `start` to `until`, which is never before `end`. */
export interface Footprint extends Placed {
  readonly until: Ms;
}

/** Sorted by start, then longest first, so that long work settles in the upper rows. */
export function byStart(a: Placed, b: Placed): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Which row each item goes to so that no footprint overlaps another, the uppermost free row first. Inside a row both
 * starts and ends ascend, which is what the binary search rests on.
 * @param items sorted by `byStart`
 * @param most what no row up to this one has room for is left together in one more, where footprints may overlap:
 *   thousands of items would else be held against hundreds of rows that nobody draws
 */
export function packRows<T extends Footprint>(items: readonly T[], most = Infinity): T[][] {
  const rows: T[][] = [];
  const rest: T[] = [];
  const freeFrom: Ms[] = [];
  for (const item of items) {
    const free = freeFrom.findIndex((from) => from <= item.start);
    const row = free === -1 ? rows.length : free;
    if (row >= most) {
      rest.push(item);
      continue;
    }
    rows[row] ??= [];
    rows[row].push(item);
    freeFrom[row] = item.until;
  }
  return rest.length === 0 ? rows : [...rows, rest];
}

/**
 * The same in at most `most` rows, or null as soon as an item finds no room in them: whether a lane needs counted marks
 * is mostly settled by its first few dozen items.
 * @param items sorted by `byStart`; their `until` is set as far as the rows suffice
 */
export function packWithin<T extends Placed & { until: Ms }>(
  items: readonly T[],
  untilOf: (item: T) => Ms,
  most: number,
): T[][] | null {
  const rows: T[][] = [];
  const freeFrom: Ms[] = [];
  for (const item of items) {
    let row = 0;
    while ((freeFrom[row] ?? -Infinity) > item.start) row += 1;
    if (row >= most) return null;
    item.until = untilOf(item);
    freeFrom[row] = item.until;
    const own = rows[row];
    if (own) own.push(item);
    else rows.push([item]);
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

/** Which items of a packed row a period shows, found by two binary searches. */
export function visibleItems<T extends Footprint>(row: readonly T[], start: Ms, end: Ms): readonly T[] {
  const from = firstIndex(row, ({ until }) => until > start);
  const to = firstIndex(row, (item) => item.start >= end);
  return row.slice(from, to);
}
