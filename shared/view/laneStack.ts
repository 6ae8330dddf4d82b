import { firstIndex } from './laneRows.ts';

/** Where a lane stands below the ruler, in pixels. */
export interface StackedLane {
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

/** The lanes one under another: pinned first, then in their given order. */
export function stackLanes(heights: readonly number[], pinned: ReadonlySet<number>): StackedLane[] {
  const order = [...heights.keys()].toSorted((a, b) => Number(pinned.has(b)) - Number(pinned.has(a)) || a - b);
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
