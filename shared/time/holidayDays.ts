import { weekdayNames, type Holidays } from '../record/body/scheduleBody.ts';
import { DAY_MS } from './instant.ts';
import { weekdayOf } from './ruleDay.ts';

/** Which days nobody works. Days are counted from 1970-01-01. */
export interface DaysOff {
  /** Is it a holiday that is written in? A plain weekend day is none. */
  isHoliday(day: number): boolean;
  /** The business day that this day is, or the next one. */
  businessDayFrom(day: number): number;
  /** The business day that this day is, or the one before. */
  businessDayUntil(day: number): number;
  /**
   * So many business days on, or back: 0 is the business day that this day is, or the one before; 1 the first after it.
   */
  step(day: number, count: number): number;
  /** No step of so many days leads further than this many days of the calendar. */
  reach(count: number): number;
}

const known = new WeakMap<Holidays, DaysOff>();
const weekends = daysOffOf({ days: [], weekend: ['SA', 'SU'] });

/** Reads a set of holidays, once. Without one, Saturdays and Sundays are off. */
export function daysOff(holidays: Holidays | undefined): DaysOff {
  if (!holidays) return weekends;
  const made = known.get(holidays) ?? daysOffOf(holidays);
  known.set(holidays, made);
  return made;
}

function daysOffOf({ days, weekend }: Pick<Holidays, 'days' | 'weekend'>): DaysOff {
  const holidays = new Set(days.map(({ day }) => dayOf(day)));
  const free = new Set(weekend.map((name) => weekdayNames.indexOf(name)));
  const isHoliday = (day: number) => holidays.has(day);
  const isBusinessDay = (day: number) => !free.has(weekdayOf(day)) && !holidays.has(day);
  // The last run of days off that was met; neighbouring questions meet the same one.
  let run = { first: 0, last: -1 };
  const walk = (day: number, by: 1 | -1) => {
    if (isBusinessDay(day)) return day;
    if (day < run.first || day > run.last) {
      let first = day;
      let last = day;
      // Ends: some weekday is never off, and holidays are finite.
      while (!isBusinessDay(first - 1)) first -= 1;
      while (!isBusinessDay(last + 1)) last += 1;
      run = { first, last };
    }
    return by > 0 ? run.last + 1 : run.first - 1;
  };
  return {
    isHoliday,
    businessDayFrom: (day) => walk(day, 1),
    businessDayUntil: (day) => walk(day, -1),
    step: (day, count) => {
      let at = walk(day, -1);
      for (let left = Math.abs(count); left > 0; left -= 1) at = walk(at + Math.sign(count), count > 0 ? 1 : -1);
      return at;
    },
    reach: (count) => 7 * (2 + Math.ceil((Math.abs(count) + holidays.size) / (7 - free.size))),
  };
}

/** The number of a day such as `2026-12-25`. */
export function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS;
}
