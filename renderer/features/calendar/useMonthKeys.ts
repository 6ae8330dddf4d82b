import { useEffect, useRef, useState, type RefObject } from 'react';
import type { MonthDay, TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { shiftDay, shiftMonth } from '../../../shared/view/monthGrid.ts';
import { wallWeekday } from '../../../shared/view/wallMath.ts';
import { hrefOf, navigate } from '../../route.ts';
import { listedBar, type DayRange, type useMonthGestures } from './useMonthGestures.ts';

export interface MonthKeysGiven {
  readonly days: readonly MonthDay[];
  readonly month: string;
  /** Where a month is entered that was not walked into. */
  readonly fallback: string;
  readonly grid: RefObject<HTMLElement | null>;
  readonly gestures: ReturnType<typeof useMonthGestures>;
  readonly openDay: string | null;
  readonly onOpenDay: (day: string | null) => void;
  readonly onMonth: (month: string) => void;
  readonly onDrawn: (range: DayRange) => void;
}

const arrows: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Arrows walk the days, Shift chooses several, C goes through a day's changes, Alt and arrows move one, N draws. */
export function useMonthKeys(given: MonthKeysGiven) {
  const { days, month, fallback, grid, gestures, openDay, onOpenDay, onMonth } = given;
  const inside = (day: string) => days.some((shown) => shown.day === day);
  const [active, setActive] = useState(fallback);
  const current = inside(active) ? active : fallback;
  const [picked, setPicked] = useState<string | null>(null);
  /** The day the keyboard asked for, until it is drawn. */
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-day="${wanted.current}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus();
  });

  const goTo = (day: string) => {
    wanted.current = day;
    setActive(day);
    setPicked(null);
    if (!inside(day)) onMonth(day.slice(0, 7));
  };
  const listed = days.find(({ day }) => day === current);
  const held = gestures.move?.by === 'keys' && !gestures.move.isDropped ? gestures.move : null;
  const pickNext = () => {
    const changes = listed?.first.map(({ change }) => change) ?? [];
    setPicked(changes[(picked === null ? -1 : changes.indexOf(picked)) + 1] ?? changes[0] ?? null);
  };
  /** What Alt and an arrow moves: what is held, what was picked, else the first of the day that may be moved. */
  const movable = (): TimelineBar | null => {
    if (held) return held.bar;
    const change = picked ?? listed?.movable[0];
    const bar = listed && change ? listedBar(listed, change) : null;
    return bar?.movable ? bar : null;
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) return;
    const by = arrows[key];
    const from = wanted.current ?? current;
    const weekday = wallWeekday(`${from}T00:00`);
    if (by !== undefined && (event.altKey || held)) {
      const bar = movable();
      if (bar) gestures.step(bar, by);
    } else if (event.altKey) return;
    else if (by !== undefined && event.shiftKey) {
      const to = shiftDay(from, by);
      gestures.setRange({ from: gestures.range?.from ?? from, to });
      goTo(to);
    } else if (by !== undefined) {
      gestures.setRange(null);
      goTo(shiftDay(from, by));
    } else if (key === 'Enter' && held) gestures.drop();
    else if (key === 'Enter' && picked !== null) navigate(hrefOf('change', picked));
    else if (key === 'Enter' || key === ' ') onOpenDay(current);
    else if (key === 'Escape' && (held || gestures.range)) gestures.cancel();
    else if (key === 'Escape' && picked !== null) setPicked(null);
    else if (key === 'Escape' && openDay !== null) onOpenDay(null);
    else if (key === 'c' || key === 'C') pickNext();
    else if (key === 'n' || key === 'N') given.onDrawn(gestures.range ?? { from: current, to: current });
    else if (key === 'Home') goTo(shiftDay(from, -weekday));
    else if (key === 'End') goTo(shiftDay(from, 6 - weekday));
    else if (key === 'PageUp' || key === 'PageDown') {
      const to = shiftMonth(month, key === 'PageUp' ? -1 : 1);
      wanted.current = `${to}-01`;
      setActive(`${to}-01`);
      onMonth(to);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    current,
    picked,
    onKeyDown,
    onFocus: (event: React.FocusEvent) => {
      const day = event.target.getAttribute('data-day');
      if (day !== null && day !== current) goTo(day);
    },
    activate: setActive,
    returnTo: (day: string) => {
      wanted.current = day;
      setActive(day);
    },
  };
}
