import { isWall } from '../time/instant.ts';
import { placeTime } from '../time/placeTime.ts';
import { wallMs } from '../time/wall.ts';
import type { Weekday } from './repeat.ts';

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** `first`, `second`, `last`, `second-last`; digits beyond the tenth. */
export function ordinalWord(nth: number): string {
  if (nth === -1) return 'last';
  if (nth < 0) return `${ordinals[-nth - 1] ?? nthWord(-nth)}-last`;
  return ordinals[nth - 1] ?? nthWord(nth);
}

/** `Monday, Tuesday and Friday`. */
export function listWords(words: readonly string[], joint = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** `1st`, `22nd`, `113th`. */
function nthWord(nth: number): string {
  const tail = nth % 100 >= 11 && nth % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][nth % 10] ?? 'th');
  return `${String(nth)}${tail}`;
}

/** A day of the month: `15th`, `last day`, `third-last day`. */
export function dateWord(nth: number): string {
  if (nth < 0) return nth === -1 ? 'last day' : `${ordinalWord(nth)} day`;
  return nthWord(nth);
}

/** A reading of a wall clock as people write it, `Fri 27 Nov 2026, 18:00`; empty while it is not one. */
export function wallWords(wall: string): string {
  // As if the wall hung in Greenwich: a reading has no zone.
  return isWall(wall) ? placeTime(wallMs(wall), 'UTC') : '';
}

/** `Fri 27 Nov 2026` for `2026-11-27`, or for a reading of that day; empty while it is none. */
export function dayWords(day: string): string {
  return wallWords(`${day.slice(0, 10)}T00:00`).split(',')[0] ?? '';
}
