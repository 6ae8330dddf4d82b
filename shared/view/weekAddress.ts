import { DAY_MS, isWall, type Ms } from '../time/instant.ts';
import { placeDay } from '../time/placeTime.ts';
import { wallAt } from '../time/zone.ts';
import { shiftDay } from './monthGrid.ts';
import { wallWeekday } from './wallMath.ts';

/** The Monday of the week that a moment falls into by the clock of a place: `2026-11-23`. */
export function weekAt(at: Ms, zone: string): string {
  return mondayOf(wallAt(at, zone).slice(0, 10));
}

/** The Monday at or before a day. */
export function mondayOf(day: string): string {
  return shiftDay(day, -wallWeekday(`${day}T00:00`));
}

/** The first day that an address asks for: `2026-W48` its Monday, `2026-11-25` that very day; null when it is neither. */
export function readWeek(text: string): string | null {
  if (isWall(`${text}T00:00`)) return text;
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  if (year === undefined || week === undefined || Number(week) < 1) return null;
  const monday = shiftDay(mondayOf(`${year}-01-04`), (Number(week) - 1) * 7);
  return writeWeek(monday) === text ? monday : null;
}

/** What an address says for seven days from a day: the ISO week when they begin on a Monday, else the day. */
export function writeWeek(first: string): string {
  if (wallWeekday(`${first}T00:00`) !== 0) return first;
  const { year, week } = isoWeek(first);
  return `${String(year)}-W${String(week).padStart(2, '0')}`;
}

/** The ISO week of a day: the week belongs to the year that holds its Thursday. */
export function isoWeek(day: string): { readonly year: number; readonly week: number } {
  const thursday = shiftDay(mondayOf(day), 3);
  const year = Number(thursday.slice(0, 4));
  const days = (Date.parse(`${thursday}T00:00Z`) - Date.parse(`${String(year)}-01-01T00:00Z`)) / DAY_MS;
  return { year, week: Math.floor(days / 7) + 1 };
}

/** The seven days in words: `16 to 22 Nov 2026`, `30 Nov to 6 Dec 2026`, `28 Dec 2026 to 3 Jan 2027`. */
export function weekSpan(first: string): string {
  const [from, to] = [first, shiftDay(first, 6)].map((day) => {
    const at = Date.parse(`${day}T00:00Z`);
    return { day: String(Number(day.slice(8))), month: placeDay(at, 'UTC').split(' ')[2] ?? '', year: day.slice(0, 4) };
  });
  if (from === undefined || to === undefined) return '';
  const month = from.month === to.month ? '' : ` ${from.month}`;
  const year = from.year === to.year ? '' : ` ${from.year}`;
  return `${from.day}${month}${year} to ${to.day} ${to.month} ${to.year}`;
}
