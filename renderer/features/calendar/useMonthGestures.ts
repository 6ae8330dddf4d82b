import { useCallback, useRef, useState } from 'react';
import type { MonthDay, TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { dayKey } from '../../../shared/time/placeTime.ts';
import { moveBySteps } from '../../../shared/view/dragSnap.ts';
import { wallMinutesBetween } from '../../../shared/view/wallMath.ts';
import { useEscape } from '../../ui/useEscape.ts';
import type { Move } from './move.ts';

/** Days from the one where it began to the one where it is now, either of which may be first. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}
export interface MonthGesturesGiven {
  readonly zone: string;
  readonly days: readonly MonthDay[];
  /** Where the note of a change stands that keys have moved to a day. */
  readonly pointOf: (day: string) => { readonly x: number; readonly y: number } | null;
  readonly onDrawn: (range: DayRange) => void;
}

/** Less than this is a press, not a drag. */
const DRAG_FROM_PX = 5;

interface Held {
  readonly x: number;
  readonly y: number;
  readonly day: string;
  readonly bar: TimelineBar | null;
}

/** A change that a day lists, as the note and the signature take it. */
export function listedBar({ first, movable }: MonthDay, change: string): TimelineBar | null {
  const row = first.find((listed) => listed.change === change);
  if (!row || row.start === null || row.end === null) return null;
  return { ...row, start: row.start, end: row.end, lanes: [], movable: movable.includes(change) };
}

/** How many days from one to another. */
function daysBetween(from: string, to: string): number {
  return wallMinutesBetween(`${from}T00:00`, `${to}T00:00`) / 1_440;
}

/** Dragging a change to another day at the same time of day, and dragging over days to draw a window of whole days. */
export function useMonthGestures(given: MonthGesturesGiven) {
  const { zone, days } = given;
  const held = useRef<Held | null>(null);
  const dragged = useRef(false);
  const [move, setMove] = useState<Move | null>(null);
  const [range, setRange] = useState<DayRange | null>(null);

  const cancel = useCallback(() => {
    held.current = null;
    setMove(null);
    setRange(null);
  }, []);
  const isOpen = (move !== null && !move.isDropped) || range !== null;
  useEscape(isOpen, cancel);

  const onPointerDown = (event: React.PointerEvent) => {
    dragged.current = false;
    if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('a, button')) return;
    const day = event.target.closest('[data-day]')?.getAttribute('data-day');
    if (!day) return;
    const change = event.target.closest('[data-change]')?.getAttribute('data-change');
    const listed = days.find((shown) => shown.day === day);
    const bar = listed && change ? listedBar(listed, change) : null;
    held.current = { x: event.clientX, y: event.clientY, day, bar: bar?.movable ? bar : null };
  };
  const onPointerMove = (event: React.PointerEvent) => {
    const from = held.current;
    if (from === null || event.buttons === 0) return;
    const { clientX: x, clientY: y } = event;
    if (!dragged.current && Math.hypot(x - from.x, y - from.y) < DRAG_FROM_PX) return;
    if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = true;
    const day = dayUnder(x, y);
    if (day === null) return;
    if (from.bar === null) setRange({ from: from.day, to: day });
    else {
      const start = moveBySteps(from.bar.start, daysBetween(from.day, day), 'month', zone);
      setMove({ bar: from.bar, lane: 0, start, by: 'pointer', pointer: { x, y }, isDropped: false });
    }
  };
  const onPointerUp = () => {
    held.current = null;
    if (move?.by === 'pointer') drop();
    else if (range !== null && dragged.current) {
      setRange(null);
      given.onDrawn(range);
    }
  };
  const drop = () => {
    if (move !== null && !move.isDropped) setMove(move.start === move.bar.start ? null : { ...move, isDropped: true });
  };
  /** So many days on, at the same time of day. */
  const step = (bar: TimelineBar, by: number) => {
    const start = moveBySteps(move?.bar.change === bar.change ? move.start : bar.start, by, 'month', zone);
    const pointer = given.pointOf(dayKey(start, zone)) ?? move?.pointer ?? null;
    setMove({ bar, lane: 0, start, by: 'keys', pointer, isDropped: false });
  };

  return {
    move,
    range,
    step,
    drop,
    cancel,
    setRange,
    /** The press that ends a drag opens nothing. */
    onClickCapture: (event: React.MouseEvent) => {
      if (dragged.current) event.stopPropagation();
      dragged.current = false;
    },
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel },
  };
}

function dayUnder(x: number, y: number): string | null {
  const cells = document.elementsFromPoint(x, y).map((element) => element.closest('[data-day]'));
  return cells.find((cell) => cell !== null)?.getAttribute('data-day') ?? null;
}
