import type { Band } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import { byStart, firstIndex, type Footprint, type Placed } from './laneRows.ts';

/** Work as a lane draws it. */
export interface LaneItem extends Placed {
  readonly key: string;
  readonly band: Band;
  readonly hits: number;
}

/** One bar, or several short ones drawn as one and counted: nothing is hidden and nothing is a sliver. */
export interface Mark<T extends LaneItem> extends Placed {
  readonly key: string;
  readonly members: readonly T[];
}

/** A bar for one item. */
function markOf<T extends LaneItem>(item: T): Mark<T> & { until: Ms } {
  return { key: item.key, start: item.start, end: item.end, until: item.end, members: [item] };
}

/** How many of each band. */
export function countBands(items: readonly LaneItem[]): Record<Band, number> {
  const byBand = { low: 0, moderate: 0, high: 0, critical: 0 };
  for (const { band } of items) byBand[band] += 1;
  return byBand;
}

/**
 * What a lane draws: items long enough to be bars as they are, shorter ones gathered by the ruler's cells.
 * A cell with one short item keeps it as an item.
 * @param items sorted by `byStart`
 * @param cells boundaries in ascending order; an item belongs to the cell its start lies in
 * @param leastMs below this length an item is gathered
 */
export function gather<T extends LaneItem>(
  items: readonly T[],
  cells: readonly Ms[],
  leastMs: Ms,
): (Mark<T> & { until: Ms })[] {
  const marks: (Mark<T> & { until: Ms })[] = [];
  let cell = -1;
  let at = -1;
  let members: T[] = [];
  const flush = () => {
    const start = cells[cell];
    const end = cells[cell + 1];
    if (members.length < 2 || start === undefined || end === undefined)
      for (const member of members) marks.push(markOf(member));
    else marks.push({ key: `${String(start)}/${String(end)}`, start, end, until: end, members });
    members = [];
  };
  for (const item of items) {
    if (item.end - item.start >= leastMs) marks.push(markOf(item));
    else {
      while ((cells[at + 1] ?? Infinity) <= item.start) at += 1;
      if (at !== cell) flush();
      cell = at;
      members.push(item);
    }
  }
  flush();
  return marks.toSorted(byStart);
}

/**
 * At most `most` rows: marks below them are gathered where their footprints meet, one counted mark for each pile, or
 * for each cell of a pile that runs on over many.
 * @param rows as `packRows` gave them
 * @param cells boundaries in ascending order
 * @param leastMs the footprint that a counted mark needs for its number
 */
export function foldRows<T extends LaneItem>(
  rows: readonly (readonly (Mark<T> & Footprint)[])[],
  most: number,
  cells: readonly Ms[],
  leastMs: Ms,
): (readonly Mark<T>[])[] {
  if (rows.length <= most) return [...rows];
  const folded: Mark<T>[] = [];
  let pile: Mark<T>[] = [];
  let until = -Infinity;
  const flush = () => {
    const [first] = pile;
    if (first === undefined) return;
    if (pile.length === 1) folded.push(first);
    else folded.push(...splitPile(pile, until, cells, leastMs));
    pile = [];
  };
  for (const mark of rows
    .slice(most - 1)
    .flat()
    .toSorted(byStart)) {
    if (mark.start >= until) {
      flush();
      until = mark.until;
    } else until = Math.max(until, mark.until, (pile[0]?.start ?? mark.start) + leastMs);
    pile.push(mark);
  }
  flush();
  return [...rows.slice(0, most - 1), folded];
}

/** A pile as counted marks, each for what begins in one cell or in a few that hold too little to be told alone. */
function splitPile<T extends LaneItem>(
  pile: readonly Mark<T>[],
  until: Ms,
  cells: readonly Ms[],
  leastMs: Ms,
): Mark<T>[] {
  const parts: { start: Ms; members: T[] }[] = [];
  for (const item of pile.flatMap((mark) => mark.members).toSorted(byStart)) {
    const cell = cells[firstIndex(cells, (boundary) => boundary > item.start) - 1] ?? -Infinity;
    const part = parts.at(-1);
    if (part === undefined) parts.push({ start: item.start, members: [item] });
    else if (part.members.length < 2 || cell - part.start < leastMs) part.members.push(item);
    else parts.push({ start: cell, members: [item] });
  }
  const last = parts.at(-1);
  if (parts.length > 1 && last && (last.members.length < 2 || until - last.start < leastMs)) {
    parts.pop();
    parts.at(-1)?.members.push(...last.members);
  }
  return parts.map(({ start, members }, index) => ({
    key: `pile/${members[0]?.key ?? ''}`,
    start,
    end: parts[index + 1]?.start ?? members.reduce((end, member) => Math.max(end, member.end), start),
    members,
  }));
}
