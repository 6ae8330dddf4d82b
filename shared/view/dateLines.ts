import type { Holidays } from '../record/body/scheduleBody.ts';
import { readDay, readWall } from './readTyped.ts';
import type { DatedSpan } from './scheduleForms.ts';
import { addWallDays, addWallMinutes } from './wallMath.ts';

/** The most dates one window holds. */
export const MOST_DATES = 2_000;

export interface ReadLines {
  readonly spans: readonly DatedSpan[];
  /** Lines that are none, as written, with their numbers from 1. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

/** A date in any of the ways that `readDay` knows, with a time where one follows. */
const MOMENT = String.raw`(?:\p{L}+\.?,? )?\d{1,4}[-/. ]+(?:\d{1,2}|\p{L}+)[-/. ]+\d{1,4}(?:(?:[ ,]+|T)\d{1,2}[:.h]\d{2})?`;
/** What a name may not begin with: a second date that was not read would be lost in it. */
const LIKE_DATE = /^\W*\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}/u;
const TIME = String.raw`\d{1,2}[:.h]\d{2}`;
const LINE = new RegExp(
  String.raw`^(?:[-*•] )?(${MOMENT})(?:\s*(?:-+>?|–|—|→|\.{2,3}|…|to|until|till|through|\/|;|\t|,)\s*(${MOMENT}|${TIME}))?\s*[:;,–—-]?\s*(.*)$`,
  'iu',
);

function startOf(text: string): string | null {
  const day = readDay(text);
  return day === null ? readWall(text) : `${day}T00:00`;
}

/** A whole last day counts through its end; a bare time is on the first day, or the night after it. */
function endOf(text: string, start: string): string | null {
  const day = readDay(text);
  if (day !== null) return addWallDays(`${day}T00:00`, 1);
  const wall = readWall(text);
  if (wall !== null) return wall;
  const same = readWall(`${start.slice(0, 10)} ${text}`);
  return same !== null && same <= start ? addWallDays(same, 1) : same;
}

function readLine(text: string): DatedSpan | null {
  const [, from = '', to, name = ''] = LINE.exec(text) ?? [];
  const start = startOf(from);
  if (start === null || LIKE_DATE.test(name)) return null;
  const isWhole = readDay(from) !== null;
  const end = to === undefined ? (isWhole ? addWallDays(start, 1) : null) : endOf(to, start);
  if (end === null || end <= start) return null;
  return { start, end, ...(name !== '' && { name: name.slice(0, 200) }) };
}

/**
 * Reads dates that were pasted, one a line: `2026-12-24 18:00 - 2026-12-27 06:00`, `25 Dec 2026`, `1.5.2027 Labour Day`.
 * A date without a time is the whole day; what follows the times is its name. Empty lines are passed over.
 */
export function readDateLines(text: string): ReadLines {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim().replaceAll(/[ \t]+/g, ' ') }));
  const read = lines.filter((line) => line.text !== '').map((line) => ({ ...line, span: readLine(line.text) }));
  return {
    spans: read.flatMap(({ span }) => (span ? [span] : [])),
    unread: read.filter(({ span }) => span === null).map(({ line, text: written }) => ({ line, text: written })),
  };
}

/** Both lists in order, each date once, no more than a window holds. */
export function joinedDates(old: readonly DatedSpan[], fresh: readonly DatedSpan[]): DatedSpan[] {
  const known = new Map([...old, ...fresh].map((span) => [`${span.start} ${span.end}`, span]));
  return [...known.values()]
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .slice(0, MOST_DATES);
}

/** How far the span around a holiday reaches. */
export interface Margin {
  readonly daysBefore: number;
  readonly from: string;
  readonly daysAfter: number;
  /** `24:00` is the end of that day. */
  readonly to: string;
}

/** Each day off as a named date, begun so many days before and ended so many days after. */
export function holidayDates({ days }: Holidays, { daysBefore, from, daysAfter, to }: Margin): DatedSpan[] {
  const minutes = Number(to.slice(0, 2)) * 60 + Number(to.slice(3));
  return days
    .map(({ day, name }) => ({
      start: addWallDays(`${day}T${from}`, -daysBefore),
      end: addWallMinutes(addWallDays(`${day}T00:00`, daysAfter), minutes),
      ...(name !== undefined && { name }),
    }))
    .filter(({ start, end }) => start < end);
}
