import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from './instant.ts';
import { dayNumber, fallsOn, weekStartOf } from './ruleDay.ts';
import { dayFinder, type DayFinder } from './ruleDays.ts';
import { timesOfDay, type RuleShape } from './ruleShape.ts';

/** One period of a rule: a year, a month, … and the candidates inside it, in order, before `BYSETPOS`. */
export interface RuleSet {
  /** Nothing in this set lies before. */
  readonly start: Ms;
  readonly candidates: readonly Ms[];
}

const units: Readonly<Record<string, Ms>> = { HOURLY: HOUR_MS, MINUTELY: MINUTE_MS, SECONDLY: 1000 };

/** Where nobody counts places, so many days are looked at in one go. */
const MOST_DAYS = 512;

/**
 * The sets of a rule in order, from the one that may hold `from` (all of them when it counts its occurrences).
 *
 * Endless: the caller stops. Sets without candidates come too, so that the caller can. Where no `BYSETPOS` counts places
 * several sets may come as one, cut off at `to`.
 */
export function* ruleSets(shape: RuleShape, first: Ms, from: Ms, to: Ms): Iterable<RuleSet> {
  const unit = units[shape.frequency];
  if (unit !== undefined) yield* shortSets(shape, first, from, unit);
  else if (shape.positions || shape.interval > 1 || shape.frequency === 'YEARLY')
    yield* calendarSets(shape, first, from);
  else yield* calendarDays(shape, first, from, to);
}

function* calendarSets(shape: RuleShape, first: Ms, from: Ms): Iterable<RuleSet> {
  const times = timesOfDay(shape);
  const { start, end, near } = periodsOf(shape, first);
  const addDays = dayFinder(shape);
  for (let period = shape.count === null ? near(from) : 0; ; period += 1) {
    const day = start(period);
    yield { start: day * DAY_MS, candidates: candidatesOn(addDays, times, day, end(period)) };
  }
}

/** One period after the other with nothing left out in between: days, and no sets at all. */
function* calendarDays(shape: RuleShape, first: Ms, from: Ms, to: Ms): Iterable<RuleSet> {
  const times = timesOfDay(shape);
  const addDays = dayFinder(shape);
  const { start } = periodsOf(shape, first);
  const last = Math.floor(to / DAY_MS);
  for (let day = shape.count === null ? Math.max(start(0), Math.floor(from / DAY_MS)) : start(0); ;) {
    const end = day > last ? day + 1 : Math.min(day + MOST_DAYS, last + 1);
    yield { start: day * DAY_MS, candidates: candidatesOn(addDays, times, day, end) };
    day = end;
  }
}

function candidatesOn(addDays: DayFinder, times: readonly Ms[], start: number, end: number): readonly Ms[] {
  const days: number[] = [];
  addDays(days, start, end);
  const candidates: Ms[] = [];
  for (const day of days) for (const time of times) candidates.push(day * DAY_MS + time);
  return candidates;
}

interface Periods {
  /** The first day of a period. */
  readonly start: (period: number) => number;
  /** The day after its last. */
  readonly end: (period: number) => number;
  /** The period that holds the moment, or one not long before. */
  readonly near: (from: Ms) => number;
}

function periodsOf({ frequency, interval, weekStart, months }: RuleShape, first: Ms): Periods {
  const date = new Date(first);
  const firstDay = Math.floor(first / DAY_MS);
  const year = date.getUTCFullYear();
  const near = (length: number) => (from: Ms) =>
    Math.max(0, Math.floor((from - first) / DAY_MS / length / interval) - 1);
  switch (frequency) {
    case 'YEARLY': {
      const from = Math.min(...(months ?? [1]));
      const to = Math.max(...(months ?? [12]));
      return {
        start: (period) => dayNumber(year + period * interval, from, 1),
        end: (period) => dayNumber(year + period * interval, to + 1, 1),
        near: (at) => Math.max(0, Math.floor((new Date(at).getUTCFullYear() - year) / interval)),
      };
    }
    case 'MONTHLY': {
      const month = date.getUTCMonth() + 1;
      return {
        start: (period) => dayNumber(year, month + period * interval, 1),
        end: (period) => dayNumber(year, month + period * interval + 1, 1),
        near(at) {
          const there = new Date(at);
          const passed = (there.getUTCFullYear() - year) * 12 + there.getUTCMonth() + 1 - month;
          return Math.max(0, Math.floor(passed / interval));
        },
      };
    }
    case 'WEEKLY': {
      const week = weekStartOf(firstDay, weekStart);
      const start = (period: number) => week + period * 7 * interval;
      return { start, end: (period) => start(period) + 7, near: near(7) };
    }
    default: {
      const start = (period: number) => firstDay + period * interval;
      return { start, end: (period) => start(period) + 1, near: near(1) };
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
  // Counted from midnight: before 1970 a moment is negative, and so would be what remains of it.
  const time = at - Math.floor(at / DAY_MS) * DAY_MS;
  if (hours && !hours.includes(Math.floor(time / HOUR_MS))) return next(HOUR_MS);
  if (unit < HOUR_MS && minutes && !minutes.includes(Math.floor(time / MINUTE_MS) % 60)) return next(MINUTE_MS);
  if (unit < MINUTE_MS && seconds && !seconds.includes(Math.floor(time / 1000) % 60)) return next(1000);
  return null;
}
