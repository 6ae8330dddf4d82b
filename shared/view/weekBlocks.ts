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
}
/** What no column has room for: counted, and listed when it is pressed. */
export interface DayRest<T> extends Placed {
  readonly kind: 'rest';
  readonly items: readonly T[];
  readonly column: number;
  readonly columns: number;
}
export interface DayRoom {
  /** More than this do not stand side by side readably. */
  readonly columns: number;
  /** Shorter work is drawn as long as this, so that its title can be read. */
  readonly leastMs: Ms;
}

interface Foot<T> extends Placed {
  readonly item: T;
  readonly real: Period;
}

/**
 * The work of one day side by side. Where more overlaps than there are columns, what weighs least keeps its place and the
 * rest is counted in the last column: nothing is left out.
 * @param weigh lower stays in sight longer
 */
export function packDay<T extends Placed>(
  items: readonly T[],
  day: Period,
  { columns: most, leastMs }: DayRoom,
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
    if (whole.columns.length <= most) return blocksOf(whole.columns, whole.columns.length);
    const byWeight = pile.toSorted((a, b) => weigh(a.item) - weigh(b.item) || byStart(a, b));
    const { columns, left } = intoColumns(byWeight, Math.max(0, most - 1));
    const rest = pilesOf(left).map((members): DayBlock<T> | DayRest<T> => {
      const [only] = members;
      if (members.length === 1 && only) return { ...blockOf(only, most - 1, most), span: 1 };
      const start = Math.min(...members.map((foot) => foot.start));
      const end = Math.max(...members.map((foot) => foot.end));
      const listed = members.map((foot) => foot.item).toSorted(byStart);
      return { kind: 'rest', items: listed, start, end, column: most - 1, columns: most };
    });
    return [...blocksOf(columns, most, left), ...rest];
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

function blockOf<T>({ item, start, end }: Foot<T>, column: number, columns: number): DayBlock<T> {
  return { kind: 'block', item, start, end, column, columns, span: 1 };
}

/** @param beside what else stands in the last column */
function blocksOf<T>(placed: readonly Foot<T>[][], columns: number, beside: readonly Foot<T>[] = []): DayBlock<T>[] {
  return placed.flatMap((feet, column) =>
    feet.map((foot) => {
      let span = 1;
      while (column + span < columns) {
        const next = column + span;
        const others = next === columns - 1 && beside.length > 0 ? beside : (placed[next] ?? []);
        if (others.some((other) => meets(other, foot))) break;
        span += 1;
      }
      return { ...blockOf(foot, column, columns), span };
    }),
  );
}
