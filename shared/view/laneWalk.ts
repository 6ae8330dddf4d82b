import type { Period } from '../time/instant.ts';
import type { TimelineNode } from './laneHit.ts';
import { orderOf, type LaneDrawing } from './laneModel.ts';
import { firstIndex, type Placed } from './laneRows.ts';
import type { StackedLane } from './laneStack.ts';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
type Drawings = readonly (LaneDrawing | undefined)[];

/** The one that begins nearest to a moment. */
function nearest<T extends Placed>(order: readonly T[], at: number): T | undefined {
  const after = firstIndex(order, ({ start }) => start >= at);
  const [left, right] = [order[after - 1], order[after]];
  if (left === undefined || right === undefined) return left ?? right;
  return at - left.start < right.start - at ? left : right;
}

function markNode(lane: number, drawing: LaneDrawing, mark: ReturnType<typeof orderOf>[number]): TimelineNode {
  return { kind: 'mark', lane, row: drawing.rows.findIndex((row) => row.includes(mark)), mark };
}

/** Where the keyboard enters: the first thing in sight, changes before windows. */
export function firstNode(shown: readonly StackedLane[], drawings: Drawings, visible: Period): TimelineNode | null {
  const isIn = ({ start, end }: Placed) => end > visible.start && start < visible.end;
  for (const { index: lane } of shown) {
    const drawing = drawings[lane];
    const mark = drawing && orderOf(drawing).find(isIn);
    if (drawing && mark) return markNode(lane, drawing, mark);
  }
  for (const { index: lane } of shown) {
    const band = drawings[lane]?.bands.find(isIn);
    if (band) return { kind: 'band', lane, band };
  }
  return null;
}

/**
 * Where an arrow leads. Left and right: the change, or the window, before and after in the lane. Down: from a lane's
 * windows to its changes, and on to the next lane. Up: from its changes to its windows that are in sight, and on to
 * the lane before.
 */
export function walked(
  from: TimelineNode,
  arrow: Arrow,
  stack: readonly StackedLane[],
  drawings: Drawings,
  visible: Period,
): TimelineNode | null {
  const drawing = drawings[from.lane];
  if (drawing === undefined) return null;
  if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') {
    const by = arrow === 'ArrowLeft' ? -1 : 1;
    if (from.kind === 'band') {
      const band = drawing.bands[drawing.bands.indexOf(from.band) + by];
      return band ? { kind: 'band', lane: from.lane, band } : null;
    }
    const order = orderOf(drawing);
    const mark = order[order.indexOf(from.mark) + by];
    return mark ? markNode(from.lane, drawing, mark) : null;
  }
  const middle = Math.max((from.kind === 'mark' ? from.mark : from.band).start, visible.start);
  const markIn = (lane: number): TimelineNode | null => {
    const laid = drawings[lane];
    const mark = laid && nearest(orderOf(laid), middle);
    return laid && mark ? markNode(lane, laid, mark) : null;
  };
  const bandIn = (lane: number): TimelineNode | null => {
    const inSight = drawings[lane]?.bands.filter(({ start, end }) => start < visible.end && end > visible.start) ?? [];
    const band = inSight.find(({ start, end }) => start <= middle && middle < end) ?? nearest(inSight, middle);
    return band ? { kind: 'band', lane, band } : null;
  };
  if (arrow === 'ArrowUp' && from.kind === 'mark') {
    const band = bandIn(from.lane);
    if (band) return band;
  }
  if (arrow === 'ArrowDown' && from.kind === 'band') {
    const mark = markIn(from.lane);
    if (mark) return mark;
  }
  const here = stack.findIndex(({ index }) => index === from.lane);
  const onward = arrow === 'ArrowUp' ? stack.slice(0, here).toReversed() : stack.slice(here + 1);
  for (const { index } of onward) {
    const found = markIn(index) ?? bandIn(index);
    if (found) return found;
  }
  return null;
}
