import { useMemo, useState } from 'react';
import type { TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { textWidth } from '../../../shared/view/clipTitle.ts';
import {
  drawLane,
  laneContents,
  type BarItem,
  type LaneContent,
  type LaneDrawing,
} from '../../../shared/view/laneModel.ts';
import { emptyLanes, hidesEmpty, stackLanes, type StackedLane } from '../../../shared/view/laneStack.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';
import { rulerTicks, tickStep } from '../../../shared/view/rulerTicks.ts';

export interface Lanes {
  readonly contents: readonly LaneContent[];
  readonly drawings: readonly LaneDrawing[];
  readonly stack: readonly StackedLane[];
  /** How many lanes hold no change, and whether they are left out. */
  readonly empty: number;
  readonly hidesEmpty: boolean;
  readonly pinned: ReadonlySet<string>;
  readonly collapsed: ReadonlySet<string>;
  readonly togglePin: (lane: string) => void;
  readonly toggleCollapse: (lane: string) => void;
}

/** A counted mark is as wide as this at least. */
const CELL_PX = 32;
/** Under this much time per bar's least width, nothing is short enough to be gathered and no cells are needed. */
const GATHER_FROM_MS_PER_PX = 50_000;
const noBoundaries: readonly Ms[] = [];

function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

const widths = new Map<string, number>();
function titlePx({ bar }: BarItem): number {
  let width = widths.get(bar.title);
  if (width === undefined) {
    width = textWidth(bar.title) + 8;
    widths.set(bar.title, width);
  }
  return width;
}

/** The lanes at one zoom, with those the reader pinned and collapsed. */
export function useLanes(
  view: TimelineView,
  period: Period,
  msPerPx: number,
  { zone, lanes: chosen }: Pick<CalendarRoute, 'zone' | 'lanes'>,
): Lanes {
  const [pinned, setPinned] = useState<ReadonlySet<string>>(new Set());
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const contents = useMemo(() => laneContents(view), [view]);
  const { start, end } = period;
  const cells = useMemo(() => {
    if (msPerPx < GATHER_FROM_MS_PER_PX) return noBoundaries;
    return rulerTicks({ start, end }, tickStep(msPerPx, CELL_PX), zone).map(({ at }) => at);
  }, [start, end, msPerPx, zone]);
  const drawings = useMemo(
    () =>
      contents.map((content, index) =>
        drawLane(content, { msPerPx, cells, titlePx }, collapsed.has(view.lanes[index]?.id ?? '')),
      ),
    [contents, msPerPx, cells, collapsed, view],
  );
  const first = useMemo(
    () => new Set(view.lanes.flatMap(({ id }, index) => (pinned.has(id) ? [index] : []))),
    [view, pinned],
  );
  const empty = useMemo(
    () =>
      emptyLanes(
        contents.map(({ items }) => items.length),
        first,
      ),
    [contents, first],
  );
  const isFilledOnly = hidesEmpty(chosen, view.lanes.length);
  const stack = useMemo(() => {
    const heights = drawings.map(({ height }) => height);
    return stackLanes(heights, first, isFilledOnly ? empty : undefined);
  }, [drawings, first, empty, isFilledOnly]);
  return useMemo(
    () => ({
      contents,
      drawings,
      stack,
      empty: empty.size,
      hidesEmpty: isFilledOnly,
      pinned,
      collapsed,
      togglePin: (lane) => setPinned((set) => toggled(set, lane)),
      toggleCollapse: (lane) => setCollapsed((set) => toggled(set, lane)),
    }),
    [contents, drawings, stack, empty, isFilledOnly, pinned, collapsed],
  );
}
