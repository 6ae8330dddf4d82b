import { useEffect, useRef, useState, type RefObject } from 'react';
import type { LaneKind, TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { drawnPeriod } from '../../../shared/view/dragSnap.ts';
import { findNode, nodeId } from '../../../shared/view/laneHit.ts';
import { firstNode, walked, type Arrow } from '../../../shared/view/laneWalk.ts';
import { timeAtX, xOf, type TimeScale, type Zoom } from '../../../shared/view/timeScale.ts';
import type { Ink } from './laneInk.ts';
import type { Picked } from './PickedList.tsx';
import type { TimelinePlace } from './timelinePlace.ts';
import type { useLaneGestures } from './useLaneGestures.ts';
import type { Lanes } from './useLanes.ts';

/** What the stage draws from; the keys walk the same. */
export interface LaneStageProps {
  readonly view: TimelineView;
  readonly model: Lanes;
  readonly place: TimelinePlace;
  readonly scale: TimeScale;
  readonly zoom: Zoom;
  readonly visible: Period;
  readonly width: number;
  readonly height: number;
  readonly zone: string;
  readonly by: LaneKind;
  readonly now: Ms;
  readonly ink: Ink;
  readonly isPrinting: boolean;
  /** The part of the lanes that the scroller shows, in px. */
  readonly top: number;
  readonly bottom: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onPick: (title: string, picked: readonly Picked[]) => void;
}

export interface LaneKeysGiven extends LaneStageProps {
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly gestures: ReturnType<typeof useLaneGestures>;
  readonly press: (node: string) => void;
  readonly openWindow: (lane: number, period: Period) => void;
}

const arrows: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

/** Walking changes and windows by arrows, opening, moving, stretching and drawing by keys; one stop takes the tab key. */
export function useLaneKeys(given: LaneKeysGiven) {
  const { model, visible, place, width, stage, scroller, gestures, view, zone } = given;
  const [at, setAt] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const node = at === null ? null : findNode(at, model.drawings);
  const span = visible.end - visible.start;
  const placed = node && (node.kind === 'mark' ? node.mark : node.band);
  const isNear =
    node !== null &&
    placed !== null &&
    model.shown.some(({ index }) => index === node.lane) &&
    placed.end > visible.start - span / 2 &&
    placed.start < visible.end + span / 2;
  const first = isNear ? null : firstNode(model.shown, model.drawings, visible);
  const active = isNear ? at : first && nodeId(first);

  useEffect(() => {
    if (wanted.current === null) return;
    const element = stage.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(wanted.current)}"]`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });

  const walk = (arrow: Arrow) => {
    const from = active === null ? null : findNode(active, model.drawings);
    const to = from && walked(from, arrow, model.stack, model.drawings, visible);
    if (!to) return;
    const id = nodeId(to);
    wanted.current = id;
    setAt(id);
    const { start, end } = to.kind === 'mark' ? to.mark : to.band;
    const x = xOf(given.scale, start);
    if (x > width - 120 || (to.kind === 'mark' ? x < 24 : end < visible.start)) place.centerOn(start);
    const stacked = model.stack.find(({ index }) => index === to.lane);
    const box = scroller.current;
    if (!stacked || !box) return;
    const bottom = stacked.top + stacked.height;
    if (stacked.top < box.scrollTop) box.scrollTo({ top: stacked.top });
    else if (bottom > box.scrollTop + box.clientHeight) {
      box.scrollTo({ top: Math.min(stacked.top, bottom - box.clientHeight) });
    }
  };
  const draw = () => {
    const lane = (active === null ? null : findNode(active, model.drawings))?.lane ?? model.shown[0]?.index;
    if (lane === undefined) return;
    const from = timeAtX(given.scale, width * 0.4);
    const period = drawnPeriod(from, timeAtX(given.scale, width * 0.6), given.zoom, view.lanes[lane]?.zone ?? zone);
    given.openWindow(lane, period);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key } = event;
    const moving = gestures.move?.by === 'keys';
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey && arrows.has(key) && active !== null) {
      const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
      const steps = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
      if (event.shiftKey) gestures.step(active, steps, isAcross ? 'end' : 'start');
      else if (isAcross) gestures.step(active, steps, null);
    } else if (key === 'Escape' && moving) gestures.cancel();
    else if (key === 'Enter' && moving) gestures.drop();
    else if ((key === 'Enter' || key === ' ') && active !== null) given.press(active);
    else if (arrows.has(key) && !moving) walk(key as Arrow);
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
    if (id !== null) setAt(id);
  };
  return {
    active,
    focused: gestures.move === null ? focused : null,
    onKeyDown,
    onFocus,
    onBlur: () => setFocused(null),
  };
}
