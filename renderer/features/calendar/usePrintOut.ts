import { useEffect, useState } from 'react';
import type { MonthView, TimelineView } from '../../../shared/api/calendarCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useReading } from '../../api/useReading.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';

/** A month that is looked at for so long may be printed from the browser's own menu, which waits for nothing. */
const LOOKED_AT_MS = 1_500;
/** What stands on a sheet: whose calendar, by whose clock and of what; then the view itself. */
const ON_PAPER = ['app.status', 'catalogue.read', 'calendar.month', 'calendar.timeline'] as const;

export interface PrintOut {
  readonly print: () => void;
  /** Every change of the month's weeks, which the grid has no room for; null until it is read. */
  readonly monthList: TimelineView | null;
}

/** Printing what is shown: first that, and what paper needs beyond the screen, is read; then the sheet is made. */
export function usePrintOut({ view, filter }: CalendarRoute, month: MonthView | undefined): PrintOut {
  const [isAsked, setAsked] = useState(false);
  const start = month?.days[0]?.start ?? 0;
  const end = month?.days.at(-1)?.end ?? 1;
  const period = `${view} ${String(start)} ${JSON.stringify(filter)}`;
  const [lookedAt, setLookedAt] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setLookedAt(period), LOOKED_AT_MS);
    return () => clearTimeout(timer);
  }, [period]);
  const needsList = view === 'month' && start > 0 && (isAsked || lookedAt === period);
  const list = useAsked('calendar.timeline', { start, end, by: 'site', filter }, { enabled: needsList });
  const isReading = useReading(ON_PAPER);
  const isReady = isAsked && !isReading && (!needsList || list.data !== undefined || list.isError);
  useEffect(() => {
    if (!isReady) return undefined;
    const frame = requestAnimationFrame(() => window.print());
    return () => cancelAnimationFrame(frame);
  }, [isReady]);
  useEffect(() => {
    const done = () => setAsked(false);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, []);
  return { print: () => setAsked(true), monthList: needsList ? (list.data ?? null) : null };
}
