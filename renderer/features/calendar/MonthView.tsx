import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { MonthView as Month, TimelineBar, TimelineView } from '../../../shared/api/calendarCalls.ts';
import { bands } from '../../../shared/record/words.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { dayKey } from '../../../shared/time/placeTime.ts';
import { shiftDay } from '../../../shared/view/monthGrid.ts';
import { hrefOf, navigate } from '../../route.ts';
import { usePrinting } from '../../ui/usePrinting.ts';
import { DayTables } from './DayTables.tsx';
import { MonthTable } from './MonthTable.tsx';
import { HEAD_PX, MonthWeek, PAPER_MONTH_PX, TALL_HEAD_PX } from './MonthWeek.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { MoveNote } from './MoveNote.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';
import { useMonthGestures, type DayRange } from './useMonthGestures.ts';
import { useMonthKeys } from './useMonthKeys.ts';
import { useSize } from './useSize.ts';

export interface MonthViewProps {
  readonly month: Month;
  readonly route: CalendarRoute;
  readonly now: Ms;
  readonly openDay: string | null;
  readonly onOpenDay: (day: string | null) => void;
  /** A change of the day's list that is to be moved by keys. */
  readonly held: TimelineBar | null;
  /** Everything of these weeks, for paper. */
  readonly list: TimelineView | null;
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A day's number, a clock change's mark and the air around them. */
const NUMBER_PX = 48;

/** How wide the counts of the fullest day are: a shape, its digits and a gap for each band. */
function countsPx(days: Month['days']): number {
  const widths = days.map(({ byBand }) =>
    bands.reduce((px, band) => px + (byBand[band] === 0 ? 0 : 16 + 7 * String(byBand[band]).length), 0),
  );
  return Math.max(0, ...widths);
}

/** The month as a grid of whole weeks: its days are walked and opened, its changes dragged from day to day. */
export function MonthView({ month, route, now, openDay, onOpenDay, held, list }: MonthViewProps) {
  const { days, zone } = month;
  const today = dayKey(now, zone);
  const weeks = useMemo(
    () => Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7)),
    [days],
  );
  const grid = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(grid);
  const isPrinting = usePrinting();
  const headPx = isPrinting ? HEAD_PX : countsPx(days) > width / 7 - NUMBER_PX ? TALL_HEAD_PX : HEAD_PX;

  const openWindow = ({ from, to }: DayRange) => {
    const [first, last] = from < to ? [from, to] : [to, from];
    const { sites, services } = route.filter;
    const span = { start: `${first}T00:00`, end: `${shiftDay(last, 1)}T00:00`, zone };
    navigate(hrefOf('windows', null, { edit: 'new', ...span, sites, services }));
  };
  const gestures = useMonthGestures({
    zone,
    days,
    pointOf: (day) => {
      const cell = grid.current?.querySelector(`[data-day="${day}"]`)?.getBoundingClientRect();
      return cell ? { x: cell.left + 8, y: cell.top + 24 } : null;
    },
    onDrawn: openWindow,
  });
  const { move, range } = gestures;
  const keys = useMonthKeys({
    days,
    month: route.month,
    fallback: today.startsWith(route.month) ? today : `${route.month}-01`,
    grid,
    gestures,
    openDay,
    onOpenDay,
    onMonth: (to) => route.show({ month: to }),
    onDrawn: openWindow,
  });
  const begin = useEffectEvent((bar: TimelineBar) => {
    gestures.step(bar, 0);
    keys.returnTo(dayKey(bar.start, zone));
  });
  useEffect(() => {
    if (held) begin(held);
  }, [held]);

  const target = move && !move.isDropped ? dayKey(move.start, zone) : null;
  const chosen = range && (range.from < range.to ? [range.from, range.to] : [range.to, range.from]);
  const close = () => {
    if (move) keys.returnTo(keys.current);
    gestures.cancel();
  };
  return (
    <div className="tg-month">
      <MonthTable month={month} label={`${route.month}: changes and windows by day`} />
      <p id="month-keys" hidden>
        Arrow keys walk the days, Enter lists one, Shift and arrows choose several, C goes through a day’s changes, Alt
        and an arrow moves one, N draws a window.
      </p>
      <div
        className="tg-month-grid"
        role="grid"
        aria-label="Days of the month"
        aria-describedby="month-keys"
        aria-multiselectable
        tabIndex={-1}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <div className="tg-month-names" role="row">
          {weekdayNames.map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
        <div
          className="tg-month-weeks"
          role="presentation"
          ref={grid}
          onClickCapture={gestures.onClickCapture}
          {...gestures.handlers}
        >
          {weeks.map((week) => (
            <MonthWeek
              key={week[0]?.day}
              days={week}
              spans={month.spans}
              zone={zone}
              month={route.month}
              today={today}
              active={keys.current}
              openDay={openDay}
              picked={keys.picked}
              moving={move?.bar.change ?? null}
              target={target}
              chosen={chosen}
              onOpen={(day) => {
                keys.activate(day);
                onOpenDay(day);
              }}
              weekHeight={(isPrinting ? PAPER_MONTH_PX : height) / weeks.length}
              headPx={headPx}
              isPrinting={isPrinting}
            />
          ))}
        </div>
      </div>
      {isPrinting && (
        <div className="tg-print-list">
          {list ? (
            <DayTables view={list} days={days} zone={zone} now={now} isPaper />
          ) : (
            <p>The list of changes and windows was still being read when this was printed; print it once more.</p>
          )}
        </div>
      )}
      {move && !move.isDropped && <MoveNote move={move} zone={zone} />}
      {move?.isDropped && <MoveDialog move={move} zone={zone} onClose={close} />}
      <p className="tg-hidden" role="status">
        {keys.picked !== null && pickedWords(month, keys.picked)}
        {chosen && `${chosen.join(' to ')} chosen. N draws a window over these days.`}
      </p>
    </div>
  );
}

function pickedWords({ days }: Month, change: string): string {
  const day = days.find(({ first }) => first.some((row) => row.change === change));
  const row = day?.first.find((listed) => listed.change === change);
  const movable = day?.movable.includes(change) === true ? ' Alt and an arrow moves it.' : '';
  return `${row?.title ?? change}. Enter opens it.${movable}`;
}
