import { DAY_MS } from './instant.ts';
import type { RuleDay, RuleShape } from './ruleShape.ts';

/** A day of the calendar, with the numbers that rules ask for. */
interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly monthDay: number;
  readonly monthLength: number;
  /** 1 to 366. */
  readonly yearDay: number;
  readonly yearLength: number;
  /** Monday is 0. */
  readonly weekday: number;
}

/** Days are counted from 1970-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** Monday is 0; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day on which the week that holds this day begins. */
export function weekStartOf(day: number, weekStart: number): number {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}

/** May the rule fall on this day? Every part that is written must agree; within `BYDAY` any of its days. */
export function fallsOn(shape: RuleShape, day: number): boolean {
  const { months, weeks, yearDays, monthDays, days } = shape;
  // The cheapest answers first: most days are ruled out, or in, without a calendar.
  if (days && !days.some(({ weekday }) => weekday === weekdayOf(day))) return false;
  if (!months && !weeks && !yearDays && !monthDays && !days?.some(({ nth }) => nth !== 0)) return true;
  const date = new Date(day * DAY_MS);
  if (months && !months.has(date.getUTCMonth() + 1)) return false;
  const on = calendarDay(date, day);
  if (monthDays && !monthDays.has(on.monthDay) && !monthDays.has(on.monthDay - on.monthLength - 1)) return false;
  if (yearDays && !yearDays.has(on.yearDay) && !yearDays.has(on.yearDay - on.yearLength - 1)) return false;
  if (days && !days.some((each) => isDay(each, on, shape))) return false;
  return !weeks || inWeeks(weeks, day, on.year, shape.weekStart);
}

function calendarDay(date: Date, day: number): CalendarDay {
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  const firstOfYear = dayNumber(year, 1, 1);
  return {
    year,
    month,
    monthDay: date.getUTCDate(),
    monthLength: dayNumber(year, month + 1, 1) - dayNumber(year, month, 1),
    yearDay: day - firstOfYear + 1,
    yearLength: dayNumber(year + 1, 1, 1) - firstOfYear,
    weekday: weekdayOf(day),
  };
}

/** `2TU` counts inside the month, or inside the year for a yearly rule without months; below a month it is any Tuesday. */
function isDay({ weekday, nth }: RuleDay, on: CalendarDay, { frequency, months }: RuleShape): boolean {
  if (weekday !== on.weekday) return false;
  if (nth === 0 || (frequency !== 'MONTHLY' && frequency !== 'YEARLY')) return true;
  const inMonth = frequency === 'MONTHLY' || months !== null;
  const place = inMonth ? on.monthDay : on.yearDay;
  const length = inMonth ? on.monthLength : on.yearLength;
  return nth === (nth > 0 ? Math.ceil(place / 7) : -Math.ceil((length - place + 1) / 7));
}

/** A week belongs to the year that holds four of its days; the first days of January may lie in last year's week 53. */
function inWeeks(weeks: ReadonlySet<number>, day: number, year: number, weekStart: number): boolean {
  const start = weekStartOf(day, weekStart);
  const weekYear =
    start < firstWeek(year, weekStart) ? year - 1 : start < firstWeek(year + 1, weekStart) ? year : year + 1;
  const first = firstWeek(weekYear, weekStart);
  const number = (start - first) / 7 + 1;
  const length = (firstWeek(weekYear + 1, weekStart) - first) / 7;
  return weeks.has(number) || weeks.has(number - length - 1);
}

function firstWeek(year: number, weekStart: number): number {
  return weekStartOf(dayNumber(year, 1, 4), weekStart);
}
