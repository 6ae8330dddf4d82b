import { useEffect, useMemo, useRef, useState } from 'react';
import type { MonthView as Month } from '../../../shared/api/calendarCalls.ts';
import { bands } from '../../../shared/record/words.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { dayKey } from '../../../shared/time/placeTime.ts';
import { shiftDay, shiftMonth } from '../../../shared/view/monthGrid.ts';
import { wallWeekday } from '../../../shared/view/wallMath.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';
import { Legend } from './Legend.tsx';
import { MonthTable } from './MonthTable.tsx';
import { HEAD_PX, MonthWeek, TALL_HEAD_PX } from './MonthWeek.tsx';
import { useSize } from './useSize.ts';

export interface MonthViewProps {
  readonly month: Month;
  readonly route: CalendarRoute;
  readonly now: Ms;
  readonly openDay: string | null;
  readonly onOpenDay: (day: string | null) => void;
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const arrows: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A day's number, a clock change's mark and the air around them. */
const NUMBER_PX = 48;

/** How wide the counts of the fullest day are: a shape, its digits and a gap for each band. */
function countsPx(days: Month['days']): number {
  const widths = days.map(({ byBand }) =>
    bands.reduce((px, band) => px + (byBand[band] === 0 ? 0 : 16 + 7 * String(byBand[band]).length), 0),
  );
  return Math.max(0, ...widths);
}

/** The month as a grid of whole weeks: arrows walk its days, Enter opens one. */
export function MonthView({ month, route, now, openDay, onOpenDay }: MonthViewProps) {
  const today = dayKey(now, month.zone);
  const weeks = useMemo(
    () => Array.from({ length: month.days.length / 7 }, (_, week) => month.days.slice(week * 7, week * 7 + 7)),
    [month.days],
  );
  const inside = (day: string) => month.days.some((shown) => shown.day === day);
  const [active, setActive] = useState(today);
  const fallback = today.startsWith(route.month) ? today : `${route.month}-01`;
  const current = inside(active) ? active : fallback;
  const grid = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(grid);
  const headPx = countsPx(month.days) > width / 7 - NUMBER_PX ? TALL_HEAD_PX : HEAD_PX;
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
    if (!inside(day)) route.show({ month: day.slice(0, 7) });
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = arrows[event.key];
    const from = wanted.current ?? current;
    const weekday = wallWeekday(`${from}T00:00`);
    if (by !== undefined) goTo(shiftDay(from, by));
    else if (event.key === 'Escape' && openDay !== null) onOpenDay(null);
    else if (event.key === 'Home') goTo(shiftDay(from, -weekday));
    else if (event.key === 'End') goTo(shiftDay(from, 6 - weekday));
    else if (event.key === 'PageUp' || event.key === 'PageDown') {
      const to = shiftMonth(route.month, event.key === 'PageUp' ? -1 : 1);
      wanted.current = `${to}-01`;
      setActive(`${to}-01`);
      route.show({ month: to });
    } else return;
    event.preventDefault();
  };

  return (
    <div className="tg-month">
      <div className="tg-month-print">
        <Legend />
      </div>
      <MonthTable month={month} label={`${route.month}: changes and windows by day`} />
      <div className="tg-month-grid" role="grid" aria-label="Days of the month" tabIndex={-1} onKeyDown={press}>
        <div className="tg-month-names" role="row">
          {weekdayNames.map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
        <div className="tg-month-weeks" role="presentation" ref={grid}>
          {weeks.map((days) => (
            <MonthWeek
              key={days[0]?.day}
              days={days}
              spans={month.spans}
              zone={month.zone}
              month={route.month}
              today={today}
              active={current}
              openDay={openDay}
              onOpen={(day) => {
                setActive(day);
                onOpenDay(day);
              }}
              weekHeight={height / weeks.length}
              headPx={headPx}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
