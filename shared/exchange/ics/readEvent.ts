import { DAY_MS, MINUTE_MS, type Ms } from '../../time/instant.ts';
import { cleanLine, quoted } from '../cleanText.ts';
import { plainText, type ContentLine } from './contentLine.ts';
import { eventDates, type ReadDate } from './eventDates.ts';
import type { IcsEvent } from './icsEvent.ts';
import { downToMinute, naiveIn, upToMinute, writtenDuration, writtenTime, type IcsTime } from './icsTime.ts';
import type { IcsZones } from './icsZones.ts';
import type { Block } from './scanCalendar.ts';

/** What an entry is called for people who look for it in the file. */
export function titleOf({ lines }: Block): string {
  const valueOf = (name: string) => lines.find((line) => line.name === name)?.value;
  const summary = cleanLine(plainText(valueOf('SUMMARY') ?? ''));
  return summary === '' ? cleanLine(`No title (${valueOf('UID') ?? 'no UID'})`) : summary;
}

/** Reads one VEVENT; a sentence when it cannot be a window. */
export function readEvent(block: Block, zones: IcsZones): IcsEvent | string {
  const { lines } = block;
  const first = (name: string) => lines.find((line) => line.name === name);
  const notes: string[] = [];
  const start = first('DTSTART');
  if (!start) return 'It has no start.';
  const read = dateReader(zones, notes);
  const starts = read(start);
  if (typeof starts === 'string') return `Its start ${starts}`;
  const { zone } = starts;
  const ends = endOf(starts, first('DTEND'), first('DURATION'), read, notes);
  if (typeof ends === 'string') return ends;
  const [from, to] = [downToMinute(starts.naive), upToMinute(ends)];
  if (from !== starts.naive || to !== ends) notes.push('Its seconds are rounded outward to whole minutes.');
  if (block.unclosed) notes.push('Its end is missing in the file; what stands there was read.');
  const instead = first('RECURRENCE-ID');
  const replaced = instead && read(instead);
  if (typeof replaced === 'string') return `The occurrence that it replaces ${replaced}`;
  const dates = eventDates(lines, { start: starts, length: to - from }, read, notes);
  const texts = (name: string) => lines.filter((line) => line.name === name).map(({ value }) => value);
  return {
    uid: first('UID')?.value.trim() ?? '',
    title: titleOf(block),
    line: block.line,
    zone,
    isDate: starts.isDate,
    start: from,
    end: to,
    rules: texts('RRULE'),
    exRules: texts('EXRULE'),
    ...dates,
    instead: replaced
      ? { time: replaced, andLater: instead?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE' }
      : null,
    sequence: Number(/^\d{1,9}$/.exec(first('SEQUENCE')?.value.trim() ?? '')?.[0] ?? 0),
    stamp: cleanLine(first('LAST-MODIFIED')?.value ?? first('DTSTAMP')?.value ?? '', 20),
    cancelled: first('STATUS')?.value.trim().toUpperCase() === 'CANCELLED',
    appliedTo: appliedTo(texts('LOCATION'), texts('CATEGORIES')),
    notes,
  };
}

/** Reads a DATE or DATE-TIME property and finds its zone; half a sentence when that fails. */
function dateReader(zones: IcsZones, notes: string[]): ReadDate {
  const told = new Set<string>();
  return ({ params, value }: ContentLine, part = value): IcsTime | string => {
    const time = writtenTime(part);
    if (!time) return `cannot be read: ${quoted(part)}.`;
    const tzid = params.get('TZID');
    // A date is the same everywhere; the zone of a calendar that lists holidays says nothing about where they hold.
    if (time.isDate) return { ...time, zone: zones.own === 'UTC' ? null : zones.own };
    if (time.utc) return { ...time, zone: 'UTC' };
    if (tzid === undefined) return { ...time, zone: zones.own };
    const { zone, note } = zones.named(tzid, time.naive);
    if (zone === null) return `is in the zone ${quoted(tzid)}, which is not known here.`;
    if (note !== null && !told.has(note)) notes.push(note);
    if (note !== null) told.add(note);
    return { ...time, zone };
  };
}

function endOf(
  start: IcsTime,
  end: ContentLine | undefined,
  duration: ContentLine | undefined,
  read: ReadDate,
  notes: string[],
): Ms | string {
  if (end) {
    const ends = read(end);
    if (typeof ends === 'string') return `Its end ${ends}`;
    // An all-day event that ends at some time of a day has that day whole.
    const naive = start.isDate ? upToDay(naiveIn(ends, start.zone)) : naiveIn(ends, start.zone);
    if (naive > start.naive) return naive;
    if (naive < start.naive) return 'It ends before it starts.';
    if (!start.isDate) return 'It has no length: it ends when it starts.';
    notes.push('It ends on the day on which it starts; that day is taken whole.');
    return start.naive + DAY_MS;
  }
  if (!duration) return start.isDate ? start.naive + DAY_MS : 'It has no length: neither end nor duration is given.';
  const length = writtenDuration(duration.value);
  if (length === null) return `Its duration cannot be read: ${quoted(duration.value)}.`;
  if (length <= 0) return 'It has no length: its duration is nothing or less.';
  // A day that is written as a duration of minutes is still a span of wall time.
  return start.naive + Math.max(length, MINUTE_MS);
}

function upToDay(naive: Ms): Ms {
  return Math.ceil(naive / DAY_MS) * DAY_MS;
}

function appliedTo(locations: readonly string[], categories: readonly string[]): string[] {
  return [...said('location', locations), ...said('categories', categories)];
}

function said(what: string, values: readonly string[]): string[] {
  return values
    .slice(0, 5)
    .map((value) => cleanLine(plainText(value)))
    .filter((value) => value !== '')
    .map((value) => cleanLine(`${what}: ${value}`));
}
