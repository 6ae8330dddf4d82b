import { useEffect, useRef, useState, type RefObject } from 'react';
import type { LaneKind, TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { drawnPeriod } from '../../../shared/view/dragSnap.ts';
import type { LaidMark } from '../../../shared/view/laneLayout.ts';
import type { BarItem } from '../../../shared/view/laneModel.ts';
import { firstIndex } from '../../../shared/view/laneRows.ts';
import type { StackedLane } from '../../../shared/view/laneStack.ts';
import { timeAtX, xOf, type TimeScale, type Zoom } from '../../../shared/view/timeScale.ts';
import type { Picked } from './PickedList.tsx';
import type { TimelinePlace } from './timelinePlace.ts';
import type { Lanes } from './useLanes.ts';
import { findNode } from './timelineNode.ts';
import type { useLaneGestures } from './useLaneGestures.ts';

/** What the stage draws from; the keys walk the same. */
export interface LaneStageProps {
  readonly view: TimelineView;
  readonly model: Lanes;
  readonly shown: readonly StackedLane[];
  readonly place: TimelinePlace;
  readonly scale: TimeScale;
  readonly zoom: Zoom;
  readonly visible: Period;
  readonly origin: Ms;
  readonly width: number;
  readonly height: number;
  readonly zone: string;
  readonly by: LaneKind;
  readonly now: Ms;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onPick: (title: string, picked: readonly Picked[]) => void;
}

export interface LaneKeysGiven extends LaneStageProps {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly gestures: ReturnType<typeof useLaneGestures>;
  readonly press: (node: string) => void;
  readonly openWindow: (lane: number, period: Period) => void;
}

/** The mark of a lane that begins nearest to a moment. */
function nearest(order: readonly LaidMark<BarItem>[], at: number): LaidMark<BarItem> | undefined {
  const after = firstIndex(order, ({ start }) => start >= at);
  const [left, right] = [order[after - 1], order[after]];
  if (left === undefined || right === undefined) return left ?? right;
  return at - left.start < right.start - at ? left : right;
}

/** Walking the marks by arrows, opening, moving and drawing by keys; one mark at a time takes the tab stop. */
export function useLaneKeys(given: LaneKeysGiven) {
  const { model, visible, shown, place, width, svg, scroller, gestures, view, zone } = given;
  const [walked, setWalked] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const span = visible.end - visible.start;
  const node = walked === null ? null : findNode(walked, model.drawings);
  const isDrawn =
    node?.kind === 'mark' &&
    shown.some(({ index }) => index === node.lane) &&
    node.mark.end > visible.start - span / 2 &&
    node.mark.start < visible.end + span / 2;
  const firstShown = () => {
    for (const { index } of shown) {
      const mark = model.drawings[index]?.order.find(({ start, end }) => end > visible.start && start < visible.end);
      if (mark !== undefined) return `${String(index)}|${mark.key}`;
    }
    return null;
  };
  const active = isDrawn ? walked : firstShown();

  useEffect(() => {
    if (wanted.current === null) return;
    const element = svg.current?.querySelector<SVGElement>(`.tg-mark-press[data-node="${CSS.escape(wanted.current)}"]`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });

  const goTo = (lane: number, mark: LaidMark<BarItem> | undefined) => {
    if (mark === undefined) return;
    const id = `${String(lane)}|${mark.key}`;
    wanted.current = id;
    setWalked(id);
    const x = xOf(given.scale, mark.start);
    if (x < 24 || x > width - 120) place.centerOn(mark.start);
    const stacked = model.stack.find(({ index }) => index === lane);
    const box = scroller.current;
    if (!stacked || !box) return;
    const bottom = stacked.top + stacked.height;
    if (stacked.top < box.scrollTop) box.scrollTo({ top: stacked.top });
    else if (bottom > box.scrollTop + box.clientHeight) {
      box.scrollTo({ top: Math.min(stacked.top, bottom - box.clientHeight) });
    }
  };
  const walk = (key: string) => {
    const from = active === null ? null : findNode(active, model.drawings);
    if (from?.kind !== 'mark') return;
    const order = model.drawings[from.lane]?.order ?? [];
    const at = order.indexOf(from.mark);
    if (key === 'ArrowLeft') goTo(from.lane, order[at - 1]);
    else if (key === 'ArrowRight') goTo(from.lane, order[at + 1]);
    else {
      const by = key === 'ArrowUp' ? -1 : 1;
      const middle = Math.max(from.mark.start, visible.start);
      for (let i = model.stack.findIndex(({ index }) => index === from.lane) + by; ; i += by) {
        const lane = model.stack[i];
        if (lane === undefined) return;
        const mark = nearest(model.drawings[lane.index]?.order ?? [], middle);
        if (mark !== undefined) {
          goTo(lane.index, mark);
          return;
        }
      }
    }
  };
  const draw = () => {
    const lane = (active === null ? null : findNode(active, model.drawings))?.lane ?? shown[0]?.index;
    if (lane === undefined) return;
    const from = timeAtX(given.scale, width * 0.4);
    const period = drawnPeriod(from, timeAtX(given.scale, width * 0.6), given.zoom, view.lanes[lane]?.zone ?? zone);
    given.openWindow(lane, period);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key } = event;
    const isArrow = key.startsWith('Arrow');
    const moving = gestures.move?.by === 'keys';
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey && (key === 'ArrowLeft' || key === 'ArrowRight') && active !== null) {
      gestures.step(active, key === 'ArrowLeft' ? -1 : 1);
    } else if (key === 'Escape' && moving) gestures.cancel();
    else if (key === 'Enter' && moving) gestures.drop();
    else if ((key === 'Enter' || key === ' ') && active !== null) given.press(active);
    else if (isArrow && !event.altKey && !moving) walk(key);
    else if (key === 'n' || key === 'N') draw();
    else if (key === '+' || key === '=') place.zoomBy(0.8, width / 2);
    else if (key === '-') place.zoomBy(1.25, width / 2);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: React.FocusEvent) => {
    const id = event.target.getAttribute('data-node');
    setFocused(id !== null && event.target.matches(':focus-visible') ? id : null);
    if (id !== null) setWalked(id);
  };
  return {
    active,
    focused: gestures.move === null ? focused : null,
    onKeyDown,
    onFocus,
    onBlur: () => setFocused(null),
  };
}
