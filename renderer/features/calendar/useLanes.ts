import { useEffect, useMemo, useState } from 'react';
import type { TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { laneContents, type LaneContent, type LaneDrawing } from '../../../shared/view/laneModel.ts';
import { emptyLanes, hidesEmpty, stackLanes, visibleLanes, type StackedLane } from '../../../shared/view/laneStack.ts';
import { rulerTicks, tickStep } from '../../../shared/view/rulerTicks.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';
import { foldOf, lanesNamed } from './laneMemory.ts';
import { createLaneStore, type LaneWish } from './laneStore.ts';

export interface Lanes {
  readonly contents: readonly LaneContent[];
  /** As last laid out, which for a moment may be at another zoom; undefined before a lane first came near. */
  readonly drawings: readonly (LaneDrawing | undefined)[];
  readonly stack: readonly StackedLane[];
  /** Those in sight, or just outside. */
  readonly shown: readonly StackedLane[];
  /** How many lanes hold no change, and whether they are left out. */
  readonly empty: number;
  readonly hidesEmpty: boolean;
}

/** A counted mark is as wide as this at least. */
const CELL_PX = 32;
/** Under this much time per pixel nothing is short enough to be gathered and no cells are needed. */
const GATHER_FROM_MS_PER_PX = 50_000;
const noBoundaries: readonly Ms[] = [];
const nothing: LaneContent = { count: 0, items: [], bands: [] };
/** A frame lays lanes out for no longer than this; those that are left keep their last layout until the next frame. */
const FRAME_MS = 4;
/** Lanes out of sight are laid out while nothing moves, a few in each frame. */
const REST_AFTER_MS = 160;

export interface LanesGiven {
  readonly view: TimelineView;
  readonly loaded: Period;
  readonly msPerPx: number;
  readonly route: Pick<CalendarRoute, 'zone' | 'lanes' | 'memory'>;
  /** What the scroller shows, in px from the first lane's top. */
  readonly top: number;
  readonly bottom: number;
  /** Nothing is drawn before every lane in sight has been laid out: for paper. */
  readonly isPatient: boolean;
}

/**
 * The lanes at one zoom. Those in sight are laid out as time allows, a frame at a time; others when nothing moves, and
 * until then stand at their last or a guessed height.
 */
export function useLanes({ view, loaded, msPerPx, route, top, bottom, isPatient }: LanesGiven): Lanes {
  const { zone, lanes: chosen, memory } = route;
  const contents = useMemo(() => laneContents(view), [view]);
  const { start, end } = loaded;
  const cells = useMemo(() => {
    if (msPerPx < GATHER_FROM_MS_PER_PX) return noBoundaries;
    return rulerTicks({ start, end }, tickStep(msPerPx, CELL_PX), zone).map(({ at }) => at);
  }, [start, end, msPerPx, zone]);
  const pinned = useMemo(() => {
    const index = new Map(view.lanes.map(({ id }, at) => [id, at]));
    return new Set(memory.pin.flatMap((id) => index.get(id) ?? []));
  }, [view, memory]);
  const named = useMemo(() => lanesNamed(view.lanes, memory.text), [view, memory.text]);
  const empty = useMemo(
    () =>
      emptyLanes(
        contents.map(({ count }) => count),
        pinned,
      ),
    [contents, pinned],
  );
  const isFilledOnly = hidesEmpty(chosen, view.lanes.length);
  const hidden = useMemo(() => {
    const left = [...view.lanes.keys()].filter((lane) => !named.has(lane) || (isFilledOnly && empty.has(lane)));
    return new Set(left);
  }, [view, named, isFilledOnly, empty]);

  const wishes = useMemo(
    () =>
      view.lanes.map(({ id }, lane): LaneWish => {
        const content = contents[lane] ?? nothing;
        return { id, content, fold: foldOf(memory, id), msPerPx, cells };
      }),
    [view, contents, memory, msPerPx, cells],
  );
  const [store] = useState(createLaneStore);
  const [, again] = useState(0);
  const wishesOf = (lanes: readonly StackedLane[]) => lanes.flatMap(({ index }) => wishes[index] ?? []);

  let stack = stackLanes(wishes.map(store.height), pinned, hidden);
  let shown = visibleLanes(stack, top, bottom);
  // A lane that turns out taller or shorter brings others into sight or out of it; a few rounds settle that.
  for (let round = 0; round < 3; round += 1) {
    store.lay(wishesOf(shown), isPatient ? Infinity : FRAME_MS);
    stack = stackLanes(wishes.map(store.height), pinned, hidden);
    const now = visibleLanes(stack, top, bottom);
    const isSettled = now.length === shown.length && now.every(({ index }, at) => shown[at]?.index === index);
    shown = now;
    if (isSettled) break;
  }

  useEffect(() => {
    if (!wishesOf(shown).every(store.isFresh)) {
      const frame = requestAnimationFrame(() => again((n) => n + 1));
      return () => cancelAnimationFrame(frame);
    }
    const rest = wishesOf(stack);
    if (rest.every(store.isFresh)) return undefined;
    const timer = setTimeout(() => {
      store.lay(rest, FRAME_MS);
      again((n) => n + 1);
    }, REST_AFTER_MS);
    return () => clearTimeout(timer);
  });
  const drawings = wishes.map(store.drawing);
  return { contents, drawings, stack, shown, empty: empty.size, hidesEmpty: isFilledOnly };
}
