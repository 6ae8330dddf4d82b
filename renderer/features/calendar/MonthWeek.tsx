import { useMemo, useState } from 'react';
import type { CalendarSpan, MonthDay } from '../../../shared/api/calendarCalls.ts';
import { effects } from '../../../shared/record/words.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';
import { hiddenPerDay, joinSites, weekBands } from '../../../shared/view/monthBands.ts';
import { MonthBand } from './MonthBand.tsx';
import { MonthCell } from './MonthCell.tsx';

export interface MonthWeekProps {
  readonly days: readonly MonthDay[];
  readonly spans: readonly CalendarSpan[];
  readonly zone: string;
  readonly month: string;
  readonly today: string;
  readonly active: string;
  readonly openDay: string | null;
  /** The change that the keys are on. */
  readonly picked: string | null;
  /** The change that is being moved, and the day it would stand on. */
  readonly moving: string | null;
  readonly target: string | null;
  /** The first and the last of the days over which a window is drawn. */
  readonly chosen: readonly string[] | null;
  readonly onOpen: (day: string) => void;
  readonly weekHeight: number;
  /** How tall the head of a day is: the number, and its counts below where they do not fit beside it. */
  readonly headPx: number;
  readonly isPrinting: boolean;
}

/** A day's number with its counts beside it, and with its counts below it. */
export const HEAD_PX = 28;
export const TALL_HEAD_PX = 46;
/** On paper the weeks share a sheet, and what has no room is listed after it. */
export const PAPER_MONTH_PX = 560;
/** Shorter windows are drawn by the clock of their day, not as bands of the week. */
const BAND_FROM_MS = 20 * HOUR_MS;
const BANDS_SHOWN = 2;
const BAND_PX = 20;
const CLOCK_PX = 8;
const LINE_PX = 20;

/** One week: the days, and over them the windows as bands that run on from day to day. */
export function MonthWeek(props: MonthWeekProps) {
  const { days, spans, weekHeight, headPx, isPrinting } = props;
  const [isWhole, setWhole] = useState(false);
  const long = useMemo(
    () =>
      joinSites(spans.filter(({ start, end }) => end - start >= BAND_FROM_MS)).map((span) => ({
        ...span,
        weight: effects.indexOf(span.effect) + (span.proposed ? 0.5 : 0),
      })),
    [spans],
  );
  const bands = useMemo(() => weekBands(days, long), [days, long]);
  const depth = Math.max(0, ...bands.map(({ row }) => row + 1));
  const shown = isWhole || isPrinting || depth <= BANDS_SHOWN + 1 ? depth : BANDS_SHOWN;
  const hidden = hiddenPerDay(bands, shown);
  const rows = shown + (hidden.some((count) => count > 0) || isWhole ? 1 : 0);
  const shortOf = (day: MonthDay) =>
    day.spans.flatMap((index) => {
      const span = spans[index];
      return span && span.end - span.start < BAND_FROM_MS ? [span] : [];
    });
  const hasShort = days.some((day) => shortOf(day).length > 0);
  const above = rows * BAND_PX + (hasShort ? CLOCK_PX : 0);
  const lines = Math.max(0, Math.floor((weekHeight - headPx - above - 6) / LINE_PX));

  return (
    <div
      className="tg-week"
      role="row"
      style={{ minHeight: Math.max(headPx + above + LINE_PX + 6, isPrinting ? weekHeight : 0) }}
    >
      {days.map((day) => (
        <MonthCell
          key={day.day}
          day={day}
          windows={day.spans.flatMap((index) => spans[index] ?? [])}
          short={shortOf(day)}
          zone={props.zone}
          isOutside={!day.day.startsWith(props.month)}
          isToday={day.day === props.today}
          isActive={day.day === props.active}
          isOpen={day.day === props.openDay}
          picked={props.picked}
          moving={props.moving}
          isTarget={day.day === props.target}
          isChosen={props.chosen !== null && day.day >= (props.chosen[0] ?? '') && day.day <= (props.chosen[1] ?? '')}
          onOpen={() => props.onOpen(day.day)}
          countsBelow={headPx > HEAD_PX}
          bandsPx={rows * BAND_PX}
          lines={Math.max(1, lines)}
        />
      ))}
      {/* The same windows are said with each day and listed with the day that is opened. */}
      <div className="tg-week-bands" aria-hidden>
        {bands.map((band) => {
          const span = long[band.span];
          if (span === undefined || band.row >= shown) return null;
          return (
            <MonthBand
              key={`${span.window}/${String(band.span)}`}
              band={band}
              span={span}
              zone={props.zone}
              sites={span.sites}
              headPx={headPx}
            />
          );
        })}
        {hidden.map((count, day) =>
          count === 0 ? null : (
            <button
              key={days[day]?.day}
              type="button"
              className="tg-week-more"
              style={{ insetInlineStart: `${(day / 7) * 100}%`, top: headPx + shown * BAND_PX }}
              tabIndex={-1}
              onClick={() => setWhole(true)}
            >
              +{count} {count === 1 ? 'window' : 'windows'}
            </button>
          ),
        )}
        {isWhole && (
          <button
            type="button"
            className="tg-week-more"
            style={{ insetInlineStart: 0, top: headPx + shown * BAND_PX }}
            tabIndex={-1}
            onClick={() => setWhole(false)}
          >
            Show fewer
          </button>
        )}
      </div>
    </div>
  );
}
