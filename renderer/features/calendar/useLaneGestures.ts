import { useCallback, useEffect, useRef, useState } from 'react';
import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { drawnPeriod, moveByDrag, moveBySteps } from '../../../shared/view/dragSnap.ts';
import type { Zoom } from '../../../shared/view/timeScale.ts';

/** A change on its way to another start. */
export interface Move {
  readonly bar: TimelineBar;
  readonly lane: number;
  readonly start: Ms;
  /** How long it would be, once it is stretched; left out while it keeps its length. */
  readonly minutes?: number;
  readonly by: 'pointer' | 'keys';
  /** Where the note stands, in px of the window; null: beside the bar. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** Let go or entered: what is asked next is the signature. */
  readonly isDropped: boolean;
}
/** A window being drawn on a lane. */
export interface Drawing {
  readonly lane: number;
  readonly period: Period;
}
export interface LaneGesturesGiven {
  readonly zoom: Zoom;
  readonly zoneOf: (lane: number) => string;
  readonly barOf: (node: string) => { bar: TimelineBar; lane: number } | null;
  readonly laneAt: (clientY: number) => number | null;
  readonly timeAt: (clientX: number) => Ms;
  readonly panBy: (px: number) => void;
  readonly onPress: (node: string) => void;
  readonly onDrawn: (drawing: Drawing) => void;
}

/** Less than this is a press, not a drag. */
const DRAG_FROM_PX = 4;
/** A drag this near to an edge travels on by so much with every movement. */
const EDGE_PX = 40;
const EDGE_STEP_PX = 16;

interface Held {
  readonly x: number;
  readonly y: number;
  readonly at: Ms;
  readonly node: string | null;
  readonly lane: number | null;
}

/** Dragging a change to another start, and drawing a window on empty space; Escape lets go of both. */
export function useLaneGestures(given: LaneGesturesGiven) {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const held = useRef<Held | null>(null);
  const [move, setMove] = useState<Move | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);

  const cancel = useCallback(() => {
    held.current = null;
    setMove(null);
    setDrawing(null);
  }, []);

  const isDragging = (move !== null && !move.isDropped) || drawing !== null;
  useEffect(() => {
    if (!isDragging) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isDragging, cancel]);

  const onPointerDown = (event: React.PointerEvent) => {
    if (event.button !== 0) return;
    const node =
      event.target instanceof Element ? (event.target.closest('[data-node]')?.getAttribute('data-node') ?? null) : null;
    held.current = {
      x: event.clientX,
      y: event.clientY,
      at: given.timeAt(event.clientX),
      node,
      lane: given.laneAt(event.clientY),
    };
  };

  const onPointerMove = (event: React.PointerEvent) => {
    const from = held.current;
    if (from === null || event.buttons === 0) return;
    const started = move !== null || drawing !== null;
    if (!started && Math.hypot(event.clientX - from.x, event.clientY - from.y) < DRAG_FROM_PX) return;
    if (!started) event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    if (event.clientX > box.right - EDGE_PX) given.panBy(EDGE_STEP_PX);
    else if (event.clientX < box.left + EDGE_PX) given.panBy(-EDGE_STEP_PX);
    const at = given.timeAt(event.clientX);
    const grabbed = from.node === null ? null : given.barOf(from.node);
    if (grabbed?.bar.movable) {
      const start = moveByDrag(grabbed.bar.start, at - from.at, given.zoom, given.zoneOf(grabbed.lane));
      setMove({ ...grabbed, start, by: 'pointer', pointer: { x: event.clientX, y: event.clientY }, isDropped: false });
    } else if (grabbed === null && from.lane !== null) {
      setDrawing({ lane: from.lane, period: drawnPeriod(from.at, at, given.zoom, given.zoneOf(from.lane)) });
    }
  };

  const onPointerUp = () => {
    const from = held.current;
    held.current = null;
    if (move !== null && !move.isDropped) {
      if (move.start === move.bar.start) cancel();
      else setMove({ ...move, isDropped: true });
    } else if (drawing !== null) {
      given.onDrawn(drawing);
      setDrawing(null);
    } else if (from?.node) given.onPress(from.node);
  };

  /** Alt and an arrow: one step of the zoom. */
  const step = (node: string, steps: number) => {
    const { barOf, zoneOf, zoom } = latest.current;
    const grabbed = barOf(node);
    if (grabbed === null || !grabbed.bar.movable) return;
    const from = move?.bar.change === grabbed.bar.change ? move.start : grabbed.bar.start;
    const start = moveBySteps(from, steps, zoom, zoneOf(grabbed.lane));
    setMove({ ...grabbed, start, by: 'keys', pointer: null, isDropped: false });
  };
  const drop = () => {
    if (move !== null) setMove(move.start === move.bar.start ? null : { ...move, isDropped: true });
  };

  return {
    move,
    drawing,
    step,
    drop,
    cancel,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel },
  };
}
