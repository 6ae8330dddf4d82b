import type { WindowBody } from '../record/body/windowBody.ts';
import type { Ms, Period } from '../time/instant.ts';
import { zoneTable, type ZoneTable } from '../time/zoneTable.ts';
import { eachOccurrence, spanOf } from './expandWindow.ts';
import type { Occurrence } from './occurrence.ts';
import type { ReadSpan } from './readSpan.ts';
import type { WallsOf } from './sharedWalls.ts';
import type { Span } from './span.ts';

/** Occurrences by start, as numbers: most questions touch few of them, and only those are written out. */
export interface PackedSpans {
  readonly starts: readonly Ms[];
  readonly ends: readonly Ms[];
  /** How far before a moment one that holds it may start. */
  readonly longest: Ms;
  /** The same object each time. */
  at(index: number): Span;
}

interface Kept {
  readonly walls: Occurrence;
  readonly read: ReadSpan;
}

/** @throws TidegateError as `expandWindow` does */
export function packSpans(window: WindowBody, zone: string, period: Period, wallsOf: WallsOf): PackedSpans {
  let starts: Ms[] = [];
  let ends: Ms[] = [];
  /** Those with a name or a clock change; the walls of all others are told by their moments. */
  const special = new Map<number, Kept>();
  let longest = 0;
  let before = Number.NEGATIVE_INFINITY;
  let isOrderly = true;
  const take = (walls: Occurrence, read: ReadSpan): void => {
    if (walls.name !== undefined || read.clockChange) special.set(starts.length, { walls, read });
    if (read.start < before) isOrderly = false;
    before = read.start;
    longest = Math.max(longest, read.end - read.start);
    starts.push(read.start);
    ends.push(read.end);
  };
  eachOccurrence(window, zone, period, take, wallsOf);
  const order = isOrderly ? null : [...starts.keys()].toSorted((a, b) => numberAt(starts, a) - numberAt(starts, b));
  if (order) {
    [starts, ends] = [order.map((index) => numberAt(starts, index)), order.map((index) => numberAt(ends, index))];
  }
  const made: Span[] = [];
  let table: ZoneTable | null = null;
  // A zone that nobody knows has special ones alone.
  const plain = (start: Ms, end: Ms): Span => {
    table ??= zoneTable(zone);
    const startWall = start + table.offsetAt(start);
    return spanOf(window, zone, { start: startWall }, { start, end, endWall: end + table.offsetAt(end) });
  };
  return {
    starts,
    ends,
    longest,
    at(index) {
      const known = made[index];
      if (known) return known;
      const start = numberAt(starts, index);
      const end = numberAt(ends, index);
      const kept = special.size > 0 ? special.get(order ? numberAt(order, index) : index) : undefined;
      const span = kept ? spanOf(window, zone, kept.walls, kept.read) : plain(start, end);
      made[index] = span;
      return span;
    },
  };
}

/** One span that is there already. */
export function packed(span: Span): PackedSpans {
  return { starts: [span.start], ends: [span.end], longest: span.end - span.start, at: () => span };
}

function numberAt(all: readonly number[], index: number): number {
  return all[index] ?? Number.NaN;
}
