import type { Period } from '../time/instant.ts';
import { dayKey, placeDay } from '../time/placeTime.ts';

/** From which day to which, with the year where it changes: `Fri 27 Nov to Thu 3 Dec 2026`. */
export function placeDays({ start, end }: Period, zone: string): string {
  const [first, last] = [yearOf(start, zone), yearOf(end, zone)];
  return `${placeDay(start, zone)}${first === last ? '' : ` ${first}`} to ${placeDay(end, zone)} ${last}`;
}

function yearOf(at: number, zone: string): string {
  return dayKey(at, zone).slice(0, 4);
}
