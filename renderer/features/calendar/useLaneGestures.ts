import { useCallback, useRef, useState } from 'react';
import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { MINUTE_MS, type Ms, type Period } from '../../../shared/time/instant.ts';
import { drawnPeriod, moveByDrag, moveBySteps, stretchByDrag, stretchBySteps } from '../../../shared/view/dragSnap.ts';
import type { Zoom } from '../../../shared/view/timeScale.ts';
import { useEscape } from '../../ui/useEscape.ts';
import type { Move } from './move.ts';
import { endOf } from './moveWords.ts';

/** A window being drawn on a lane. */
export interface Drawing {
  readonly lane: number;
  readonly period: Period;
}
export type Edge = 'start' | 'end';
/** What a point of the stage is. */
export interface Spot {
  readonly lane: number | null;
  readonly node: string | null;
  /** The change, where the point is on one alone. */
  readonly bar: TimelineBar | null;
  readonly edge: Edge | null;
}
export interface LaneGesturesGiven {
  readonly zoom: Zoom;
  readonly zoneOf: (lane: number) => string;
  readonly barOf: (node: string) => { bar: TimelineBar; lane: number } | null;
  readonly spotAt: (clientX: number, clientY: number) => Spot;
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

interface Held extends Spot {
  readonly x: number;
  readonly y: number;
  readonly at: Ms;
}

/** How a move differs from the change as it stands: nothing to sign when it does not. */
function isSame(move: Move): boolean {
  return move.start === move.bar.start && endOf(move) === move.bar.end;
}

/** A new place in time as a move says it: its length only when it is another one. */
function movedTo(bar: TimelineBar, { start, end }: Period): Pick<Move, 'start' | 'minutes'> {
  return end - start === bar.end - bar.start ? { start } : { start, minutes: Math.round((end - start) / MINUTE_MS) };
}

/** Dragging a change to another start, an edge to another length, and drawing a window; Escape lets go of each. */
export function useLaneGestures(given: LaneGesturesGiven) {
  const { zoom, zoneOf } = given;
  const held = useRef<Held | null>(null);
  const [move, setMove] = useState<Move | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);

  const cancel = useCallback(() => {
    held.current = null;
    setMove(null);
    setDrawing(null);
  }, []);

  const isDragging = (move !== null && !move.isDropped) || drawing !== null;
  useEscape(isDragging, cancel);

  const onPointerDown = (event: React.PointerEvent) => {
    if (event.button !== 0) return;
    const { clientX: x, clientY: y } = event;
    held.current = { x, y, at: given.timeAt(x), ...given.spotAt(x, y) };
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
    const { lane, bar } = from;
    if (lane === null) return;
    if (bar?.movable) {
      const dragged = at - from.at;
      const period = from.edge
        ? stretchByDrag(bar, from.edge, dragged, zoom, zoneOf(lane))
        : movedPeriod(bar, moveByDrag(bar.start, dragged, zoom, zoneOf(lane)));
      const pointer = { x: event.clientX, y: event.clientY };
      setMove({ bar, lane, ...movedTo(bar, period), by: 'pointer', pointer, isDropped: false });
    } else if (bar === null) {
      setDrawing({ lane, period: drawnPeriod(from.at, at, zoom, zoneOf(lane)) });
    }
  };

  const onPointerUp = () => {
    const from = held.current;
    held.current = null;
    if (move !== null && !move.isDropped) drop();
    else if (drawing !== null) {
      given.onDrawn(drawing);
      setDrawing(null);
    } else if (from?.node) given.onPress(from.node);
  };

  /** Alt and an arrow: one step of the zoom; with Shift as well, of one edge alone. */
  const step = (node: string, steps: number, edge: Edge | null) => {
    const grabbed = given.barOf(node);
    if (grabbed === null || !grabbed.bar.movable) return;
    const { bar, lane } = grabbed;
    const from = move?.bar.change === bar.change ? { start: move.start, end: endOf(move) } : bar;
    const period = edge
      ? stretchBySteps(from, edge, steps, zoom, zoneOf(lane))
      : movedPeriod(from, moveBySteps(from.start, steps, zoom, zoneOf(lane)));
    setMove({ bar, lane, ...movedTo(bar, period), by: 'keys', pointer: null, isDropped: false });
  };
  const drop = () => {
    if (move !== null) setMove(isSame(move) ? null : { ...move, isDropped: true });
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

function movedPeriod({ start, end }: Period, to: Ms): Period {
  return { start: to, end: to + end - start };
}
