import { TidegateError } from '../errors.ts';
import { readRule } from '../time/ruleText.ts';
import { wallWeekday } from './wallMath.ts';
import { usualWeekend, weekAcross, weekdays, weekFrom, workdaysOf } from './repeat.ts';
import type { DayChoice, Limit, Repeat, Repetition, Weekday } from './repeat.ts';

type Parts = ReadonlyMap<string, string>;
const LIMITS = ['UNTIL', 'COUNT'];
const TIMES = ['BYHOUR', 'BYMINUTE'];
const SAID = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'BYMONTH', 'BYYEARDAY', 'WKST']);
/** So often that no single time of day is meant. */
const OFTEN = new Set(['HOURLY', 'MINUTELY', 'SECONDLY']);

function partsOf(rule: string): Parts {
  try {
    return readRule(rule);
  } catch (cause) {
    if (cause instanceof TidegateError) return new Map();
    throw cause;
  }
}

function limitOf(parts: Parts): Limit {
  const until = parts.get('UNTIL');
  if (until !== undefined) return { kind: 'until', text: until };
  const count = parts.get('COUNT');
  return count === undefined ? { kind: 'never' } : { kind: 'count', count: Number(count) };
}

/** The times of day at which it strikes; null when their minutes differ, or the rule runs through the day. */
function timesOf(parts: Parts, time: string): string[] | null {
  if (OFTEN.has(parts.get('FREQ') ?? '')) return null;
  const minutes = parts.get('BYMINUTE')?.split(',') ?? [time.slice(3)];
  if (minutes.length > 1) return null;
  const hours = parts.get('BYHOUR')?.split(',') ?? [time.slice(0, 2)];
  return hours.map((hour) => `${hour.padStart(2, '0')}:${String(minutes[0]).padStart(2, '0')}`).toSorted();
}

function readChoice(parts: Parts, weekend: readonly Weekday[]): DayChoice | null {
  const day = parts.get('BYDAY');
  const position = parts.get('BYSETPOS');
  const date = parts.get('BYMONTHDAY');
  const weekday = weekdays.find((name) => name === day);
  if (date !== undefined && position === undefined) {
    if (day === undefined) return /^-?\d+$/.test(date) ? { kind: 'date', nth: Number(date) } : null;
    const first = Math.min(...date.split(',').map(Number));
    const isWeek = first > 0 && date.split(',').toSorted(byNumber).join(',') === weekFrom(first);
    return weekday && isWeek ? { kind: 'weekday-after', weekday, date: first } : null;
  }
  if (date !== undefined || day === undefined) return null;
  if (position === undefined) {
    const counted = /^([+-]?\d+)(MO|TU|WE|TH|FR|SA|SU)$/.exec(day);
    const named = weekdays.find((name) => name === counted?.[2]);
    return counted && named ? { kind: 'weekday', nth: Number(counted[1]), weekday: named } : null;
  }
  const nth = Number(position);
  if (!Number.isInteger(nth) || nth === 0) return null;
  if (weekday) return { kind: 'weekday', nth, weekday };
  return sameDays(day, workdaysOf(weekend)) ? { kind: 'business', nth } : null;
}

/** The weekday on or after a date, in a week that runs into the next month. */
function readAcross(parts: Parts): Repeat | null {
  const weekday = weekdays.find((name) => name === parts.get('BYDAY'));
  const days = (parts.get('BYYEARDAY') ?? '').split(',').toSorted(byNumber);
  // Days back from a year's end: of a year without a leap day, which lies before all of them.
  const first = new Date(Date.UTC(2026, 0, 1 + Number(days[0])));
  const [month, date] = [first.getUTCMonth() + 1, first.getUTCDate()];
  if (!weekday || weekAcross(month, date) !== days.join(',')) return null;
  return { every: 'year', months: [month], on: { kind: 'weekday-after', weekday, date } };
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b);
}

function sameDays(list: string, days: readonly Weekday[]): boolean {
  return list.split(',').toSorted().join(',') === [...days].toSorted().join(',');
}

/** What `from` fills in where the rule names no day, as RFC 5545 says. */
function filled(parts: Parts, from: string): Parts {
  if (['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYSETPOS'].some((name) => parts.has(name)) || from === '') return parts;
  const weekday = weekdays[wallWeekday(from)] ?? 'MO';
  const date = String(Number(from.slice(8, 10)));
  const frequency = parts.get('FREQ');
  if (frequency === 'WEEKLY') return new Map([...parts, ['BYDAY', weekday]]);
  if (frequency === 'MONTHLY') return new Map([...parts, ['BYMONTHDAY', date]]);
  if (frequency !== 'YEARLY') return parts;
  const month = parts.get('BYMONTH') ?? String(Number(from.slice(5, 7)));
  return new Map([...parts, ['BYMONTH', month], ['BYMONTHDAY', date]]);
}

function sayRepeat(parts: Parts, weekend: readonly Weekday[]): Repeat | null {
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const has = (...names: string[]) => names.some((name) => parts.has(name));
  const frequency = parts.get('FREQ');
  if (has('BYYEARDAY') && frequency !== 'YEARLY') return null;
  if (has('WKST') && frequency === 'WEEKLY' && interval > 1 && parts.get('WKST') !== 'MO') return null;
  const named = (parts.get('BYDAY') ?? '').split(',');
  const on = weekdays.filter((weekday) => named.includes(weekday));
  const namesWeekdays = on.length > 0 && on.length === named.length && !has('BYMONTHDAY', 'BYSETPOS', 'BYMONTH');
  if (frequency === 'DAILY') {
    if (namesWeekdays && interval === 1) return { every: 'week', interval, on };
    return has('BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'BYMONTH') ? null : { every: 'day', interval };
  }
  if (frequency === 'WEEKLY') return namesWeekdays ? { every: 'week', interval, on } : null;
  if (has('BYYEARDAY')) return interval === 1 && !has('BYMONTH', 'BYMONTHDAY', 'BYSETPOS') ? readAcross(parts) : null;
  const day = readChoice(parts, weekend);
  if (day === null) return null;
  const months = parts
    .get('BYMONTH')
    ?.split(',')
    .map(Number)
    .toSorted((a, b) => a - b);
  if (frequency === 'MONTHLY' && months === undefined) return { every: 'month', interval, on: day };
  const yearly = frequency === 'MONTHLY' || (frequency === 'YEARLY' && (months?.length === 1 || !has('BYSETPOS')));
  return yearly && months !== undefined && interval === 1 ? { every: 'year', months, on: day } : null;
}

/**
 * Takes a start or end rule apart. What is beyond the words comes back under `kept`, so that nothing is lost.
 *
 * @param weekend the days that "business day" leaves out here
 */
export function readRepetition(
  { from, rule }: { readonly from: string; readonly rule: string },
  weekend: readonly Weekday[] = usualWeekend,
): Repetition {
  const parts = partsOf(rule);
  const limit = limitOf(parts);
  const times = timesOf(parts, from === '' ? '00:00' : from.slice(11));
  const core = new Map([...parts].filter(([name]) => !LIMITS.includes(name) && !TIMES.includes(name)));
  const plain = parts.size > 0 && times !== null && [...core.keys()].every((name) => SAID.has(name));
  const said = plain ? sayRepeat(filled(core, from), weekend) : null;
  const repeat = said && (times?.length === 1 || !parts.has('BYSETPOS')) ? said : null;
  if (repeat) return { from: from.slice(0, 10), times: times ?? [], repeat, limit };
  const kept = new Map([...parts].filter(([name]) => !LIMITS.includes(name)));
  const ownTimes = times === null || TIMES.some((name) => parts.has(name));
  return {
    from: from.slice(0, 10),
    times: from === '' ? [] : ownTimes ? [from.slice(11)] : (times ?? []),
    repeat: { every: 'kept', rule: parts.size === 0 ? rule : textOf(kept) },
    limit,
  };
}

function textOf(parts: Parts): string {
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';');
}

/** The last day of a series whose limit is a date, `2026-12-31`; empty when that is not known. */
export function untilDay(text: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(text) ?? [];
  return day === undefined ? '' : `${String(year)}-${String(month)}-${day}`;
}

/** Through the end of that day, as a rule says it on a wall clock. */
export function untilText(day: string): string {
  return `${day.replaceAll('-', '')}T235900`;
}
