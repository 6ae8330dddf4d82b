import type { Period } from '../time/instant.ts';
import { instantAt, wallAt } from '../time/zone.ts';
import { shiftDay } from './monthGrid.ts';

/**
 * A day by the clock of a place, from its first moment to the first of the next. Where a clock change skips midnight the
 * day begins when the clocks have gone forward; where it repeats midnight, at the first of the two.
 * @param day `2026-11-27`
 */
export function dayPeriod(day: string, zone: string): Period {
  return { start: dayStart(day, zone), end: dayStart(shiftDay(day, 1), zone) };
}

function dayStart(day: string, zone: string): number {
  const midnight = `${day}T00:00`;
  const earlier = instantAt(midnight, zone, 'earlier');
  return wallAt(earlier, zone) < midnight ? instantAt(midnight, zone, 'later') : earlier;
}
