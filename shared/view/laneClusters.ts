import type { Band } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import { byStart, firstIndex, type Placed } from './laneRows.ts';

/** Work as a lane draws it. */
export interface LaneItem extends Placed {
  readonly key: string;
  readonly band: Band;
  readonly hits: number;
}

/** Several short items drawn as one, counted: nothing is hidden and nothing is a sliver. */
export interface Cluster<T extends LaneItem> extends Placed {
  readonly key: string;
  readonly members: readonly T[];
  readonly byBand: Readonly<Record<Band, number>>;
  readonly hits: number;
}
export type Drawn<T extends LaneItem> = (Placed & { readonly one: T }) | (Placed & { readonly many: Cluster<T> });

function clusterOf<T extends LaneItem>(start: Ms, end: Ms, members: readonly T[]): Cluster<T> {
  const byBand = { low: 0, moderate: 0, high: 0, critical: 0 };
  let hits = 0;
  for (const { band, hits: met } of members) {
    byBand[band] += 1;
    if (met > 0) hits += 1;
  }
  return { key: `${String(start)}/${members[0]?.key ?? ''}`, start, end, members, byBand, hits };
}

/**
 * What a lane draws: items long enough to be bars as they are, shorter ones gathered by the ruler's cells.
 * A cell with one short item keeps it as an item.
 * @param items sorted by `byStart`
 * @param cells boundaries in ascending order; an item belongs to the cell its start lies in
 * @param leastMs below this length an item is gathered
 */
export function gather<T extends LaneItem>(items: readonly T[], cells: readonly Ms[], leastMs: Ms): Drawn<T>[] {
  const drawn: Drawn<T>[] = [];
  let cell = -1;
  let members: T[] = [];
  const flush = () => {
    const first = members[0];
    if (first === undefined) return;
    const start = cells[cell];
    const end = cells[cell + 1];
    if (members.length === 1 || start === undefined || end === undefined)
      drawn.push(...members.map((one) => ({ start: one.start, end: one.end, one })));
    else drawn.push({ start, end, many: clusterOf(start, end, members) });
    members = [];
  };
  for (const item of items) {
    if (item.end - item.start >= leastMs) drawn.push({ start: item.start, end: item.end, one: item });
    else {
      const at = firstIndex(cells, (boundary) => boundary > item.start) - 1;
      if (at !== cell) flush();
      cell = at;
      members.push(item);
    }
  }
  flush();
  return drawn.toSorted(byStart);
}

/**
 * At most `most` rows: items below them are gathered where they overlap, one counted mark in place of each pile.
 * @param rows as `packRows` gave them
 */
export function foldRows<T extends LaneItem>(
  rows: readonly { readonly items: readonly Drawn<T>[] }[],
  most: number,
): (readonly Drawn<T>[])[] {
  if (rows.length <= most) return rows.map(({ items }) => items);
  const kept = rows.slice(0, most - 1).map(({ items }) => items);
  const rest = rows.slice(most - 1).flatMap(({ items }) => items);
  const folded: Drawn<T>[] = [];
  let pile: Drawn<T>[] = [];
  let until = -Infinity;
  const flush = () => {
    const first = pile[0];
    if (first === undefined) return;
    const members = pile.flatMap((drawn) => ('one' in drawn ? [drawn.one] : drawn.many.members));
    folded.push(
      members.length === 1 ? first : { start: first.start, end: until, many: clusterOf(first.start, until, members) },
    );
    pile = [];
  };
  for (const drawn of rest.toSorted(byStart)) {
    if (drawn.start >= until) flush();
    until = pile.length === 0 ? drawn.end : Math.max(until, drawn.end);
    pile.push(drawn);
  }
  flush();
  return [...kept, folded];
}
