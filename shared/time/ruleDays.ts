import { DAY_MS } from './instant.ts';
import { dayNumber, fallsOn, weekdayOf } from './ruleDay.ts';
import type { RuleShape } from './ruleShape.ts';

/** Appends the days from `start` up to, not including, `end` on which the rule falls. */
export type DayFinder = (days: number[], start: number, end: number) => void;

/**
 * Finds the days of a rule without looking each up in the calendar: weekdays are counted on, months are read once.
 *
 * Equal to asking `fallsOn` for every day, which is what rules with numbered weeks, days of the year or counted weekdays
 * of the year still do.
 */
export function dayFinder(shape: RuleShape): DayFinder {
  const { frequency, months, weeks, yearDays, monthDays, days } = shape;
  const counts = frequency === 'MONTHLY' || frequency === 'YEARLY';
  const counted = counts && days !== null && days.some(({ nth }) => nth !== 0);
  if (weeks || yearDays || (counted && frequency === 'YEARLY' && !months)) return askedEach(shape);
  const weekdays = weekdayMask(shape);
  if (!months && !monthDays && !counted) return onWeekdays(weekdays);
  return (found, start, end) => {
    for (let day = start; day < end;) {
      const { month, first, length } = monthOf(day);
      const last = Math.min(end, first + length);
      if (!months || months.has(month))
        for (let weekday = weekdayOf(day); day < last; day += 1, weekday = next(weekday)) {
          if (((weekdays >> weekday) & 1) === 0) continue;
          const monthDay = day - first + 1;
          if (monthDays && !monthDays.has(monthDay) && !monthDays.has(monthDay - length - 1)) continue;
          if (!counted || isCounted(shape, weekday, monthDay, length)) found.push(day);
        }
      day = last;
    }
  };
}

function askedEach(shape: RuleShape): DayFinder {
  return (found, start, end) => {
    for (let day = start; day < end; day += 1) if (fallsOn(shape, day)) found.push(day);
  };
}

function onWeekdays(weekdays: number): DayFinder {
  return (found, start, end) => {
    let weekday = weekdayOf(start);
    for (let day = start; day < end; day += 1, weekday = next(weekday))
      if (((weekdays >> weekday) & 1) === 1) found.push(day);
  };
}

function next(weekday: number): number {
  return weekday === 6 ? 0 : weekday + 1;
}

/** One bit for each weekday, Monday lowest. */
function weekdayMask({ days }: RuleShape): number {
  return days ? days.reduce((mask, { weekday }) => mask | (1 << weekday), 0) : 0b111_1111;
}

/** `2TU`, `-1SA` inside the month. */
function isCounted({ days }: RuleShape, weekday: number, monthDay: number, length: number): boolean {
  const fromStart = Math.ceil(monthDay / 7);
  const fromEnd = -Math.ceil((length - monthDay + 1) / 7);
  return (
    !days ||
    days.some((day) => day.weekday === weekday && (day.nth === 0 || day.nth === fromStart || day.nth === fromEnd))
  );
}

interface Month {
  /** 1 to 12. */
  readonly month: number;
  readonly first: number;
  readonly length: number;
}

let lastMonth: Month = { month: 0, first: 0, length: 0 };

/** The month that holds this day; the last one asked about is at hand. */
function monthOf(day: number): Month {
  if (day >= lastMonth.first && day < lastMonth.first + lastMonth.length) return lastMonth;
  const date = new Date(day * DAY_MS);
  const month = date.getUTCMonth() + 1;
  const first = day - date.getUTCDate() + 1;
  lastMonth = { month, first, length: dayNumber(date.getUTCFullYear(), month + 1, 1) - first };
  return lastMonth;
}
