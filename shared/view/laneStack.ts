import { firstIndex } from './laneRows.ts';

/** Where a lane stands below the ruler, in pixels. */
export interface StackedLane {
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

/** The lanes one under another: pinned first, then in their given order; the hidden ones take no room. */
export function stackLanes(
  heights: readonly number[],
  pinned: ReadonlySet<number>,
  hidden: ReadonlySet<number> = new Set(),
): StackedLane[] {
  const order = [...heights.keys()]
    .filter((index) => !hidden.has(index))
    .toSorted((a, b) => Number(pinned.has(b)) - Number(pinned.has(a)) || a - b);
  const stacked: StackedLane[] = [];
  let top = 0;
  for (const index of order) {
    const height = heights[index] ?? 0;
    stacked.push({ index, top, height });
    top += height;
  }
  return stacked;
}

/** How tall the stack is. */
export function stackHeight(stack: readonly StackedLane[]): number {
  const last = stack.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

/** Which lanes the pixels from `top` to `bottom` show. */
export function visibleLanes(stack: readonly StackedLane[], top: number, bottom: number): readonly StackedLane[] {
  const from = firstIndex(stack, (lane) => lane.top + lane.height > top);
  const to = firstIndex(stack, (lane) => lane.top >= bottom);
  return stack.slice(from, to);
}

/** Which lane a pixel falls into; null below the last. */
export function laneAtY(stack: readonly StackedLane[], y: number): StackedLane | null {
  const lane = stack[firstIndex(stack, ({ top, height }) => top + height > y)];
  return lane === undefined || y < lane.top ? null : lane;
}

/** More lanes than this are a search, not a view: those without a change step aside unless the reader says otherwise. */
const MANY_LANES = 40;

/**
 * Which lanes hold no change, and may be left out; pinned ones stay, and where no lane holds one, all do.
 * @param counts how many changes each lane holds
 */
export function emptyLanes(counts: readonly number[], pinned: ReadonlySet<number>): ReadonlySet<number> {
  const isBare = counts.every((count) => count === 0);
  return new Set(isBare ? [] : counts.flatMap((count, index) => (count > 0 || pinned.has(index) ? [] : [index])));
}

/** Are lanes without a change left out? As the reader chose, or by how many lanes there are. */
export function hidesEmpty(chosen: 'all' | 'filled' | null, lanes: number): boolean {
  return chosen === null ? lanes > MANY_LANES : chosen === 'filled';
}
