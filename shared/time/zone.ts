import { TidegateError } from '../errors.ts';
import { DAY_MS, type Ms, type Wall } from './instant.ts';
import { toWall, wallMs } from './wall.ts';
import { zoneTable } from './zoneTable.ts';

/** Does this build know the zone? IANA names such as `Europe/Paris`; `site` and bare offsets are none. */
export function isZone(zone: string): boolean {
  try {
    zoneTable(zone);
    return true;
  } catch (cause) {
    if (cause instanceof TidegateError) return false;
    throw cause;
  }
}

/**
 * How far ahead of UTC are the clocks of this zone at this moment, in milliseconds?
 * @throws TidegateError `unknown-zone`
 */
export function offsetMs(at: Ms, zone: string): Ms {
  return zoneTable(zone).offsetAt(at);
}

/**
 * Which moment does this wall clock show in this zone?
 *
 * When clocks go back a time happens twice; when they go forward one may not happen at all, and the two
 * answers lie on either side of the jump. `earlier` and `later` bracket both nights and agree on all others.
 *
 * @throws TidegateError `unknown-zone`
 */
export function instantAt(wall: Wall, zone: string, bound: 'earlier' | 'later'): Ms {
  return momentOf(wallMs(wall), zone, bound);
}

/** As `instantAt`, for a wall clock already counted by `wallMs`. */
export function momentOf(naive: Ms, zone: string, bound: 'earlier' | 'later'): Ms {
  const { offsetAt, steady } = zoneTable(zone);
  const always = steady(naive - DAY_MS, naive + DAY_MS);
  if (always !== null) return naive - always;
  // The offsets a day on either side are the only two in question: no zone changes twice in 48 hours.
  const first = naive - offsetAt(naive - DAY_MS);
  const second = naive - offsetAt(naive + DAY_MS);
  if (first === second) return first;
  const firstReal = first + offsetAt(first) === naive;
  const secondReal = second + offsetAt(second) === naive;
  if (firstReal !== secondReal) return firstReal ? first : second;
  return bound === 'earlier' ? Math.min(first, second) : Math.max(first, second);
}

/**
 * How far ahead of UTC are these clocks all the while between two wall times counted by `wallMs`, a day before and after
 * included? Null when they change on the way, or may.
 * @throws TidegateError `unknown-zone`
 */
export function steadyOffset(first: Ms, last: Ms, zone: string): Ms | null {
  return zoneTable(zone).steady(first - DAY_MS, last + DAY_MS);
}

/**
 * What do the clocks of this zone show at this moment, to the minute?
 * @throws TidegateError `unknown-zone`
 */
export function wallAt(at: Ms, zone: string): Wall {
  return toWall(at + offsetMs(at, zone));
}
