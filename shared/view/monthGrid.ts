import { DAY_MS, type Ms } from '../time/instant.ts';
import { wallAt } from '../time/zone.ts';
import { addWallDays, addWallMonths, wallWeekday } from './wallMath.ts';

/** A month as the address writes it: `2026-11`. */
export type Month = string;

/** The month that a moment falls into by the clock of a place. */
export function monthAt(at: Ms, zone: string): Month {
  return wallAt(at, zone).slice(0, 7);
}

/** The month so many months later. */
export function shiftMonth(month: Month, by: number): Month {
  return addWallMonths(`${month}-01T00:00`, by).slice(0, 7);
}

/** The days a month page shows, whole weeks from Monday: `2026-10-26` … `2026-12-06`. */
export function monthDays(month: Month): string[] {
  const first = `${month}-01T00:00`;
  const next = `${shiftMonth(month, 1)}-01T00:00`;
  const days: string[] = [];
  let day = addWallDays(first, -wallWeekday(first));
  while (day < next || days.length % 7 !== 0) {
    days.push(day.slice(0, 10));
    day = addWallDays(day, 1);
  }
  return days;
}

/** The day so many days later, `2026-11-27` to `2026-11-28`. */
export function shiftDay(day: string, by: number): string {
  return addWallDays(`${day}T00:00`, by).slice(0, 10);
}

/** By how many minutes a day is longer (autumn) or shorter (spring, negative) than 24 hours. */
export function clockChangeMinutes(day: { readonly start: Ms; readonly end: Ms }): number {
  return (day.end - day.start - DAY_MS) / 60_000;
}
