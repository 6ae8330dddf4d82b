import type { Ms, Period } from '../time/instant.ts';
import { byStart, type Placed } from './laneRows.ts';

/** Work in the column of one day, at its place beside the work it overlaps. */
export interface DayBlock<T> extends Placed {
  readonly kind: 'block';
  readonly item: T;
  readonly column: number;
  /** Of how many columns this pile has. */
  readonly columns: number;
  /** How many columns it is wide: as far as nothing stands beside it. */
  readonly span: number;
  /** A count of what has no column stands at the end of its pile. */
  readonly isCounted: boolean;
}
/** What no column has room for: counted at the end of the pile, and listed when it is pressed. */
export interface DayRest<T> extends Placed {
  readonly kind: 'rest';
  readonly items: readonly T[];
}
export interface DayRoom {
  /** More than this do not stand side by side readably. */
  readonly columns: number;
  /** How many do where a count stands beside them as well. */
  readonly columnsCounted: number;
  /** Shorter work is drawn as long as this, so that its title can be read. */
  readonly leastMs: Ms;
}

interface Foot<T> extends Placed {
  readonly item: T;
  readonly real: Period;
}

/**
 * The work of one day side by side. Where more overlaps than there are columns, what weighs least keeps its place and the
 * rest is counted beside them: nothing is left out.
 * @param weigh lower stays in sight longer
 */
export function packDay<T extends Placed>(
  items: readonly T[],
  day: Period,
  { columns: most, columnsCounted, leastMs }: DayRoom,
  weigh: (item: T) => number,
): (DayBlock<T> | DayRest<T>)[] {
  const feet = items.filter(({ start, end }) => start < day.end && end > day.start).map((item) => footOf(item));
  return pilesOf(feet).flatMap((pile) => packPile(pile));

  function footOf(item: T): Foot<T> {
    const real = { start: Math.max(item.start, day.start), end: Math.min(item.end, day.end) };
    const start = Math.max(day.start, Math.min(real.start, day.end - leastMs));
    return { item, real, start, end: Math.max(real.end, start + leastMs) };
  }

  function packPile(pile: readonly Foot<T>[]): (DayBlock<T> | DayRest<T>)[] {
    const whole = intoColumns(pile, Infinity);
    if (whole.columns.length <= most) return blocksOf(whole.columns, false);
    const byWeight = pile.toSorted((a, b) => weigh(a.item) - weigh(b.item) || byStart(a, b));
    const { columns, left } = intoColumns(byWeight, columnsCounted);
    const rest = pilesOf(left).map((members): DayRest<T> => {
      const start = Math.min(...members.map((foot) => foot.start));
      const end = Math.max(...members.map((foot) => foot.end));
      const listed = members.map((foot) => foot.item).toSorted(byStart);
      return { kind: 'rest', items: listed, start, end };
    });
    return [...blocksOf(columns, true), ...rest];
  }
}

/** What touches what, each pile apart from the next in time. */
function pilesOf<F extends Placed>(feet: readonly F[]): F[][] {
  const piles: F[][] = [];
  let until = -Infinity;
  for (const foot of feet.toSorted(byStart)) {
    if (foot.start >= until) piles.push([]);
    piles.at(-1)?.push(foot);
    until = Math.max(until, foot.end);
  }
  return piles;
}

function intoColumns<F extends Placed>(feet: readonly F[], most: number): { columns: F[][]; left: F[] } {
  const columns: F[][] = [];
  const left: F[] = [];
  for (const foot of feet) {
    const free = columns.findIndex((column) => !column.some((placed) => meets(placed, foot)));
    if (free !== -1) columns[free]?.push(foot);
    else if (columns.length < most) columns.push([foot]);
    else left.push(foot);
  }
  return { columns, left };
}

function meets(a: Placed, b: Placed): boolean {
  return a.start < b.end && b.start < a.end;
}

function blocksOf<T>(placed: readonly Foot<T>[][], isCounted: boolean): DayBlock<T>[] {
  const columns = placed.length;
  return placed.flatMap((feet, column) =>
    feet.map(({ item, start, end }) => {
      const isFree = (beside: number) => placed[beside]?.every((other) => !meets(other, { start, end })) === true;
      let span = 1;
      while (isFree(column + span)) span += 1;
      return { kind: 'block', item, start, end, column, columns, span, isCounted };
    }),
  );
}
