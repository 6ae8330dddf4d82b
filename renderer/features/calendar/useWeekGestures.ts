import { useCallback, useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { MINUTE_MS, type Ms, type Period } from '../../../shared/time/instant.ts';
import { isLong } from '../../../shared/view/weekModel.ts';
import { drawnPeriod, moveByDrag, moveBySteps } from '../../../shared/view/dragSnap.ts';
import { useEscape } from '../../ui/useEscape.ts';
import type { Move } from './move.ts';

/** A window being drawn; by keys it waits for Enter. */
export interface WeekDrawingPeriod {
  readonly period: Period;
  readonly by: 'pointer' | 'keys';
}
export interface WeekGesturesGiven {
  readonly zone: string;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly momentAt: (clientX: number, clientY: number) => Ms;
  readonly dayAt: (clientX: number) => Period;
  readonly barOf: (node: string) => TimelineBar | null;
  /** Where the note of a change stands that is moved by keys. */
  readonly pointOf: (node: string) => { readonly x: number; readonly y: number } | null;
  /** Which end of the week a point is at: before its first day, after its last, or neither. */
  readonly edgeAt: (clientX: number) => -1 | 0 | 1;
  /** Work that is held at an end of the week goes on into the week beside it. */
  readonly onTurn: (by: 1 | -1) => void;
  readonly onPress: (node: string) => void;
  readonly onDrawn: (period: Period) => void;
}
export type Step = 'quarter' | 'day';

/** Less than this is a press, not a drag. */
const DRAG_FROM_PX = 4;
/** A drag this near to the upper or lower edge scrolls on by so much with every movement. */
const EDGE_PX = 32;
const EDGE_STEP_PX = 12;
/** Held at an end of the week for so long, work takes the calendar to the next one, and on from there. */
const TURN_AFTER_MS = 700;
/** Steps of a quarter of an hour, and whole days at the same time of day, as `dragSnap` names them. */
const snaps = { quarter: 'day', day: 'month' } as const;
const LEAST_MS = 15 * MINUTE_MS;

interface Turning {
  readonly by: 1 | -1;
  readonly timer: ReturnType<typeof setInterval>;
}

interface Held {
  readonly x: number;
  readonly y: number;
  readonly at: Ms;
  readonly node: string | null;
  /** Its change, which the week beside may not show. */
  readonly bar: TimelineBar | null;
  readonly isEdge: boolean;
  /** The day it was pressed on in the strip above the hours, where whole days are drawn; null among the hours. */
  readonly stripDay: Period | null;
}

/** Moving and stretching a change, and drawing a window, by pointer and by keys; Escape lets go of all of them. */
export function useWeekGestures(given: WeekGesturesGiven) {
  const { zone } = given;
  const held = useRef<Held | null>(null);
  const turning = useRef<Turning | null>(null);
  const [move, setMove] = useState<Move | null>(null);
  const [drawing, setDrawing] = useState<WeekDrawingPeriod | null>(null);

  const cancel = useCallback(() => {
    held.current = null;
    clearTurn(turning);
    setMove(null);
    setDrawing(null);
  }, []);
  const isOpen = (move !== null && !move.isDropped) || drawing !== null;
  useEscape(isOpen, cancel);

  const onPointerDown = (event: React.PointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const at = given.momentAt(event.clientX, event.clientY);
    const node = event.target.closest('[data-node]')?.getAttribute('data-node') ?? null;
    const isEdge = event.target.closest('[data-edge]') !== null;
    const stripDay = event.target.closest('.tg-wstrip') ? given.dayAt(event.clientX) : null;
    const bar = node === null ? null : given.barOf(node);
    held.current = { x: event.clientX, y: event.clientY, at, node, bar, isEdge, stripDay };
    if (drawing?.by === 'keys') setDrawing(null);
  };

  const onPointerMove = (event: React.PointerEvent) => {
    const from = held.current;
    if (from === null || event.buttons === 0) return;
    const started = move !== null || drawing !== null;
    if (!started && Math.hypot(event.clientX - from.x, event.clientY - from.y) < DRAG_FROM_PX) return;
    if (!started) event.currentTarget.setPointerCapture(event.pointerId);
    scrollOn(given.scroller.current, event.clientY);
    const at = given.momentAt(event.clientX, event.clientY);
    const { bar } = from;
    if (bar?.movable) {
      turnAt(from.isEdge ? 0 : given.edgeAt(event.clientX));
      const pointer = { x: event.clientX, y: event.clientY };
      const shared = { bar, lane: bar.lanes[0] ?? 0, by: 'pointer' as const, pointer, isDropped: false };
      if (from.isEdge) {
        const end = Math.max(bar.start + LEAST_MS, moveByDrag(bar.end, at - from.at, snaps.quarter, zone));
        setMove({ ...shared, start: bar.start, minutes: (end - bar.start) / MINUTE_MS });
      } else {
        const start = moveByDrag(bar.start, at - from.at, isLong(bar) ? snaps.day : snaps.quarter, zone);
        setMove({ ...shared, start, minutes: (bar.end - bar.start) / MINUTE_MS });
      }
    } else if (from.node === null && from.stripDay) {
      const day = given.dayAt(event.clientX);
      const whole = { start: Math.min(from.stripDay.start, day.start), end: Math.max(from.stripDay.end, day.end) };
      setDrawing({ period: whole, by: 'pointer' });
    } else if (from.node === null) {
      setDrawing({ period: drawnPeriod(from.at, at, snaps.quarter, zone), by: 'pointer' });
    }
  };

  const turn = useEffectEvent((by: 1 | -1) => {
    given.onTurn(by);
    setMove((last) => last && { ...last, start: moveBySteps(last.start, by * 7, snaps.day, zone) });
  });
  const turnAt = (by: -1 | 0 | 1) => {
    if (turning.current?.by === by) return;
    clearTurn(turning);
    if (by !== 0) turning.current = { by, timer: setInterval(() => turn(by), TURN_AFTER_MS) };
  };
  useEffect(() => () => clearTurn(turning), []);

  const onPointerUp = () => {
    clearTurn(turning);
    const from = held.current;
    held.current = null;
    if (move !== null && !move.isDropped) drop();
    else if (drawing?.by === 'pointer') {
      setDrawing(null);
      given.onDrawn(drawing.period);
    } else if (from?.node) given.onPress(from.node);
  };

  /** Alt and an arrow: to another start; with Shift as well: to another end. */
  const step = (bar: TimelineBar, steps: number, size: Step, isStretch: boolean) => {
    if (!bar.movable) return;
    const from = move?.bar.change === bar.change ? move : null;
    const start = from?.start ?? bar.start;
    const minutes = from?.minutes ?? (bar.end - bar.start) / MINUTE_MS;
    const shared = {
      bar,
      lane: bar.lanes[0] ?? 0,
      by: 'keys' as const,
      pointer: given.pointOf(bar.change),
      isDropped: false,
    };
    if (isStretch) {
      const end = moveBySteps(start + minutes * MINUTE_MS, steps, snaps[size], zone);
      setMove({ ...shared, start, minutes: Math.max(LEAST_MS, end - start) / MINUTE_MS });
    } else setMove({ ...shared, start: moveBySteps(start, steps, snaps[size], zone), minutes });
  };
  const drop = () => {
    if (move === null) return;
    const isSame = move.start === move.bar.start && lengthOf(move) === move.bar.end - move.bar.start;
    setMove(isSame ? null : { ...move, isDropped: true });
  };
  const draw = (period: Period) => setDrawing({ period, by: 'keys' });
  const stepDrawing = (steps: number, size: Step, isEnd: boolean) => {
    if (drawing === null) return;
    const { start, end } = drawing.period;
    const to = moveBySteps(end, steps, snaps[size], zone);
    if (!isEnd) draw({ start: moveBySteps(start, steps, snaps[size], zone), end: to });
    else if (to - start >= LEAST_MS) draw({ start, end: to });
  };
  const dropDrawing = () => {
    if (drawing === null) return;
    setDrawing(null);
    given.onDrawn(drawing.period);
  };

  return {
    move,
    drawing,
    step,
    drop,
    draw,
    stepDrawing,
    dropDrawing,
    cancel,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel },
  };
}

function clearTurn(turning: RefObject<Turning | null>): void {
  clearInterval(turning.current?.timer);
  turning.current = null;
}

/** How long the moved work would be, in ms. */
export function lengthOf({ bar, minutes }: Move): Ms {
  return minutes === undefined ? bar.end - bar.start : minutes * MINUTE_MS;
}

function scrollOn(scroller: HTMLElement | null, clientY: number): void {
  if (scroller === null) return;
  const box = scroller.getBoundingClientRect();
  if (clientY > box.bottom - EDGE_PX) scroller.scrollBy(0, EDGE_STEP_PX);
  else if (clientY < box.top + EDGE_PX * 2) scroller.scrollBy(0, -EDGE_STEP_PX);
}
