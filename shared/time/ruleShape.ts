import { TidegateError } from '../errors.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from './instant.ts';
import { ruleText, type RuleParts } from './ruleText.ts';

const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** `BYDAY=2TU` in numbers: Monday is 0; `nth` 0 means every one. */
export interface RuleDay {
  readonly weekday: number;
  readonly nth: number;
}

/** A rule with its numbers read and what it takes from its first candidate filled in; null: not limited. */
export interface RuleShape {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** The last wall time that may occur, counted by `wallMs`, as written. */
  readonly until: { readonly at: Ms; readonly utc: boolean } | null;
  readonly months: ReadonlySet<number> | null;
  readonly weeks: ReadonlySet<number> | null;
  readonly yearDays: ReadonlySet<number> | null;
  readonly monthDays: ReadonlySet<number> | null;
  readonly days: readonly RuleDay[] | null;
  readonly hours: readonly number[] | null;
  readonly minutes: readonly number[] | null;
  readonly seconds: readonly number[] | null;
  readonly positions: readonly number[] | null;
  readonly weekStart: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Fills a rule in for a series whose first candidate is `first` (counted by `wallMs`).
 *
 * What the rule leaves open comes from the first candidate, as RFC 5545 says: its time of day, and its day unless some
 * part names days. `BYWEEKNO` alone means all days of the week, the wider of two readings in use.
 *
 * @throws TidegateError `rule-unreadable`
 */
export function shapeRule(parts: RuleParts, first: Ms): RuleShape {
  const named = frequencies.find((each) => each === parts.get('FREQ'));
  const frequency = named ?? 'DAILY';
  const rank = frequencies.indexOf(frequency);
  const start = new Date(first);
  const namesDays = ['BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY', 'BYDAY'].some((name) => parts.has(name));
  const fills = (until: Frequency) => !namesDays && frequency === until;
  const byMonth = numbers(parts, 'BYMONTH') ?? (fills('YEARLY') ? [start.getUTCMonth() + 1] : null);
  const byMonthDay =
    numbers(parts, 'BYMONTHDAY') ?? (fills('YEARLY') || fills('MONTHLY') ? [start.getUTCDate()] : null);
  const weekday = { weekday: (start.getUTCDay() + 6) % 7, nth: 0 };
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    until: untilOf(parts),
    months: setOf(byMonth),
    weeks: setOf(numbers(parts, 'BYWEEKNO')),
    yearDays: setOf(numbers(parts, 'BYYEARDAY')),
    monthDays: setOf(byMonthDay),
    days: parts.get('BYDAY')?.split(',').map(dayOf) ?? (fills('WEEKLY') ? [weekday] : null),
    hours: numbers(parts, 'BYHOUR') ?? (rank < 4 ? [start.getUTCHours()] : null),
    minutes: numbers(parts, 'BYMINUTE') ?? (rank < 5 ? [start.getUTCMinutes()] : null),
    seconds: numbers(parts, 'BYSECOND') ?? (rank < 6 ? [start.getUTCSeconds()] : null),
    positions: numbers(parts, 'BYSETPOS'),
    weekStart: WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO'),
  };
}

/** The times of day, as offsets into a day, that hours, minutes and seconds make. */
export function timesOfDay({ hours, minutes, seconds }: Pick<RuleShape, 'hours' | 'minutes' | 'seconds'>): Ms[] {
  const times: Ms[] = [];
  for (const hour of hours ?? [0])
    for (const minute of minutes ?? [0])
      for (const second of seconds ?? [0]) times.push(hour * HOUR_MS + minute * MINUTE_MS + second * 1000);
  return times;
}

function numbers(parts: RuleParts, name: string): readonly number[] | null {
  const text = parts.get(name);
  return text === undefined ? null : [...new Set(text.split(',').map(Number))].toSorted((a, b) => a - b);
}

function setOf(all: readonly number[] | null): ReadonlySet<number> | null {
  return all && new Set(all);
}

function dayOf(text: string): RuleDay {
  return { weekday: WEEKDAYS.indexOf(text.slice(-2)), nth: Number(text.slice(0, -2)) };
}

/** A bare date means through the end of that day. */
function untilOf(parts: RuleParts): RuleShape['until'] {
  const text = parts.get('UNTIL');
  if (text === undefined) return null;
  const [, y, mo, d, h, mi, s] = /^(....)(..)(..)(?:T(..)(..)(..))?/.exec(text) ?? [];
  const midnight = Date.parse(`${y}-${mo}-${d}T00:00:00Z`);
  const at = h === undefined ? midnight + DAY_MS - 1 : Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  if (Number.isNaN(at)) throw new TidegateError('rule-unreadable', { rule: ruleText(parts), part: text });
  return { at, utc: text.endsWith('Z') };
}
