import type { Ms } from '../time/instant.ts';
import { placeTime } from '../time/placeTime.ts';

/** A reading of a wall clock, counted by `wallMs`: `Fri 27 Nov 2026, 18:00`. */
export function wallWords(at: Ms): string {
  // As if the wall hung in Greenwich: a reading has no zone.
  return placeTime(at, 'UTC');
}

/** `31 Dec 2028`. */
export function wallDay(at: Ms): string {
  return wallWords(at).slice(4, -7);
}
