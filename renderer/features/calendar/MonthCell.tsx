import { Clock } from 'lucide-react';
import type { CalendarSpan, MonthDay } from '../../../shared/api/calendarCalls.ts';
import type { ChangeRow } from '../../../shared/api/changeCalls.ts';
import { bands } from '../../../shared/record/words.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { placeClock, placeDay } from '../../../shared/time/placeTime.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { joinSites } from '../../../shared/view/monthBands.ts';
import { clockChangeMinutes } from '../../../shared/view/monthGrid.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { bandWords } from '../../ui/tradeWords.ts';
import { BandGlyph } from './BandGlyph.tsx';
import { windowLine } from './MonthBand.tsx';

export interface MonthCellProps {
  readonly day: MonthDay;
  readonly windows: readonly CalendarSpan[];
  readonly short: readonly CalendarSpan[];
  readonly zone: string;
  readonly isOutside: boolean;
  readonly isToday: boolean;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly picked: string | null;
  readonly moving: string | null;
  /** The change that is being moved would stand here. */
  readonly isTarget: boolean;
  /** A window is being drawn over this day. */
  readonly isChosen: boolean;
  readonly onOpen: () => void;
  readonly countsBelow: boolean;
  readonly bandsPx: number;
  /** How many lines of changes fit. */
  readonly lines: number;
}

/** What the day holds, for who listens: "Fri 27 Nov: 4 changes, 1 High, 3 Low; 2 windows; today". */
function dayWords({ day, windows, zone, isToday }: MonthCellProps): string {
  const parts = bands
    .filter((band) => day.byBand[band] > 0)
    .map((band) => `${String(day.byBand[band])} ${bandWords[band]}`);
  const words = [
    day.total === 0 ? 'no changes' : `${countWords(day.total, 'change')}, ${parts.toReversed().join(', ')}`,
  ];
  if (windows.length > 0)
    words.push(
      joinSites(windows)
        .map((span) => windowLine(span, zone))
        .join('; '),
    );
  if (clockChangeMinutes(day) !== 0) words.push(clockWords(day));
  return `${placeDay(day.start, zone)}${isToday ? ', today' : ''}: ${words.join('; ')}`;
}

function clockWords(day: MonthDay): string {
  const minutes = clockChangeMinutes(day);
  const hours =
    Math.abs(minutes) % 60 === 0 ? `${String(Math.abs(minutes) / 60)} h` : `${String(Math.abs(minutes))} min`;
  return minutes > 0 ? `the clocks go back ${hours} this night` : `the clocks go forward ${hours} this night`;
}

/** One day. */
export function MonthCell(props: MonthCellProps) {
  const { day, short, zone, lines } = props;
  const listed = day.first.slice(0, day.total > lines ? Math.max(1, lines - 1) : lines);
  const rest = day.total - listed.length;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid hears the keys of all its cells
    <div
      role="gridcell"
      className="tg-mday"
      data-day={day.day}
      data-outside={props.isOutside || undefined}
      data-today={props.isToday || undefined}
      data-target={props.isTarget || undefined}
      data-chosen={props.isChosen || undefined}
      data-open={props.isOpen || undefined}
      aria-selected={props.isOpen || props.isChosen}
      aria-current={props.isToday ? 'date' : undefined}
      tabIndex={props.isActive ? 0 : -1}
      onClick={props.onOpen}
    >
      <span className="tg-hidden">{dayWords(props)}</span>
      <div aria-hidden className="tg-mday-head" data-below={props.countsBelow || undefined}>
        <span className="tg-mday-number">{Number(day.day.slice(8))}</span>
        {clockChangeMinutes(day) !== 0 && (
          <span className="tg-mday-clock" title={clockWords(day)}>
            <Clock size={12} aria-hidden />
            {clockChangeMinutes(day) > 0 ? '+' : '−'}
            {Math.abs(clockChangeMinutes(day)) / 60} h
          </span>
        )}
        <span className="tg-mday-counts">
          {bands.toReversed().map((band) =>
            day.byBand[band] === 0 ? null : (
              <span
                key={band}
                className="tg-mday-count"
                data-band={band}
                data-over={day.openByBand[band] === 0 || undefined}
              >
                <BandGlyph band={band} size={8} />
                {day.byBand[band]}
              </span>
            ),
          )}
        </span>
      </div>
      <div className="tg-mday-room" style={{ height: props.bandsPx }} />
      {short.length > 0 && (
        <div aria-hidden className="tg-mday-hours">
          {short.map((span) => (
            <span
              key={`${span.window}/${String(span.start)}`}
              data-effect={span.effect}
              data-proposed={span.proposed || undefined}
              title={windowLine(span, zone)}
              style={{
                insetInlineStart: `${String(percentOf(day, span.start))}%`,
                width: `${String(percentOf(day, span.end) - percentOf(day, span.start))}%`,
              }}
            />
          ))}
        </div>
      )}
      {listed.map((row) => (
        <div
          key={row.change}
          aria-hidden
          className="tg-mday-line"
          data-change={row.change}
          data-movable={day.movable.includes(row.change) || undefined}
          data-picked={row.change === props.picked || undefined}
          data-moving={row.change === props.moving || undefined}
          data-over={isOver(row.state) || undefined}
          data-ran-on={ranOn(row, day) || undefined}
        >
          <BandMark band={row.band} />
          <span className="tg-mday-time">{row.start === null ? '' : beginWords(row.start, props)}</span>
          <span className="tg-clip">{row.title}</span>
          {rest > 0 && lines === 1 && <span className="tg-mday-also">+{rest}</span>}
        </div>
      ))}
      {rest > 0 && lines > 1 && (
        <div aria-hidden className="tg-mday-line tg-mday-rest">
          {rest} more
        </div>
      )}
    </div>
  );
}

function ranOn({ start }: ChangeRow, day: MonthDay): boolean {
  return start !== null && start < day.start;
}

/** The hour of what begins on the day; the day of what has been running since another one. */
function beginWords(start: Ms, { day, zone }: MonthCellProps): string {
  return start < day.start ? `since ${placeDay(start, zone).slice(4)}` : placeClock(start, zone);
}

function percentOf(day: MonthDay, at: number): number {
  return Math.min(100, Math.max(0, ((at - day.start) / (day.end - day.start)) * 100));
}
