import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from './instant.ts';
import { dayNumber, fallsOn, weekStartOf } from './ruleDay.ts';
import { dayFinder } from './ruleDays.ts';
import { timesOfDay, type RuleShape } from './ruleShape.ts';

/** One period of a rule: a year, a month, … and the candidates inside it, in order, before `BYSETPOS`. */
export interface RuleSet {
  /** Nothing in this set lies before. */
  readonly start: Ms;
  readonly candidates: readonly Ms[];
}

const units: Readonly<Record<string, Ms>> = { HOURLY: HOUR_MS, MINUTELY: MINUTE_MS, SECONDLY: 1000 };

/**
 * The sets of a rule in order, from the one that may hold `from` (all of them when it counts its occurrences).
 *
 * Endless: the caller stops. Sets without candidates come too, so that the caller can.
 */
export function* ruleSets(shape: RuleShape, first: Ms, from: Ms): Iterable<RuleSet> {
  const unit = units[shape.frequency];
  if (unit !== undefined) yield* shortSets(shape, first, from, unit);
  else yield* calendarSets(shape, first, from);
}

/** Sets whose places nobody counts are handed out several at a time. */
const AT_ONCE: Readonly<Record<string, number>> = { DAILY: 32, WEEKLY: 8 };

function* calendarSets(shape: RuleShape, first: Ms, from: Ms): Iterable<RuleSet> {
  const times = timesOfDay(shape);
  const bounds = periodsOf(shape, first);
  const addDays = dayFinder(shape);
  const step = shape.positions ? 1 : (AT_ONCE[shape.frequency] ?? 1);
  for (let period = shape.count === null ? bounds.near(from) : 0; ; period += step) {
    const days: number[] = [];
    for (let next = period; next < period + step; next += 1) {
      const { start, end } = bounds.days(next);
      addDays(days, start, end);
    }
    const candidates: Ms[] = [];
    for (const day of days) for (const time of times) candidates.push(day * DAY_MS + time);
    yield { start: bounds.days(period).start * DAY_MS, candidates };
  }
}

interface Periods {
  /** The days of a period, end outside. */
  days(period: number): { readonly start: number; readonly end: number };
  /** A period that begins before the moment, and not long before. */
  near(from: Ms): number;
}

function periodsOf({ frequency, interval, weekStart, months }: RuleShape, first: Ms): Periods {
  const start = new Date(first);
  const firstDay = Math.floor(first / DAY_MS);
  const year = start.getUTCFullYear();
  const near = (length: number) => (from: Ms) =>
    Math.max(0, Math.floor((from - first) / DAY_MS / length / interval) - 1);
  switch (frequency) {
    case 'YEARLY': {
      const from = Math.min(...(months ?? [1]));
      const to = Math.max(...(months ?? [12]));
      return {
        days: (period) => ({
          start: dayNumber(year + period * interval, from, 1),
          end: dayNumber(year + period * interval, to + 1, 1),
        }),
        near: near(366),
      };
    }
    case 'MONTHLY': {
      const month = start.getUTCMonth() + 1;
      return {
        days: (period) => ({
          start: dayNumber(year, month + period * interval, 1),
          end: dayNumber(year, month + period * interval + 1, 1),
        }),
        near: near(31),
      };
    }
    case 'WEEKLY': {
      const week = weekStartOf(firstDay, weekStart);
      const days = (period: number) => ({ start: week + period * 7 * interval, end: week + period * 7 * interval + 7 });
      return { days, near: near(7) };
    }
    default: {
      const days = (period: number) => ({ start: firstDay + period * interval, end: firstDay + period * interval + 1 });
      return { days, near: near(1) };
    }
  }
}

/** Hours, minutes, seconds: one set each, and days or hours on which the rule cannot fall are jumped over. */
function* shortSets(shape: RuleShape, first: Ms, from: Ms, unit: Ms): Iterable<RuleSet> {
  const length = unit * shape.interval;
  const origin = Math.floor(first / unit) * unit;
  const inside = timesOfDay({
    hours: null,
    minutes: unit === HOUR_MS ? shape.minutes : null,
    seconds: unit === 1000 ? null : shape.seconds,
  });
  let day = Number.NaN;
  let falls = false;
  for (
    let at = shape.count === null ? origin + length * Math.max(0, Math.floor((from - origin) / length)) : origin;
    ;
  ) {
    if (Math.floor(at / DAY_MS) !== day) {
      day = Math.floor(at / DAY_MS);
      falls = fallsOn(shape, day);
    }
    const skip = falls ? blocked(shape, at, unit) : (day + 1) * DAY_MS;
    yield { start: at, candidates: skip === null ? inside.map((time) => at + time) : [] };
    at = skip === null ? at + length : origin + Math.ceil((Math.max(skip, at + 1) - origin) / length) * length;
  }
}

/** The next moment worth a look when hour, minute or second rule this one out; null when they do not. */
function blocked({ hours, minutes, seconds }: RuleShape, at: Ms, unit: Ms): Ms | null {
  const next = (length: Ms) => (Math.floor(at / length) + 1) * length;
  if (hours && !hours.includes(Math.floor(at / HOUR_MS) % 24)) return next(HOUR_MS);
  if (unit < HOUR_MS && minutes && !minutes.includes(Math.floor(at / MINUTE_MS) % 60)) return next(MINUTE_MS);
  if (unit < MINUTE_MS && seconds && !seconds.includes(Math.floor(at / 1000) % 60)) return next(1000);
  return null;
}
