import { MINUTE_MS, type Ms, type Wall } from './instant.ts';

/**
 * How many milliseconds past 1970 does this wall clock show, if the wall hung in Greenwich?
 *
 * A number to add and compare with, never a moment: only `instantAt` makes it one.
 */
export function wallMs(wall: Wall): Ms {
  return Date.parse(`${wall}:00Z`);
}

/** Three and a half years of hours: writing walls out is most of what an expansion costs, and most begin on the hour. */
const MOST_WALLS = 2 ** 15;
const walls = new Map<number, Wall>();

/** What a wall clock shows at this count; the inverse of `wallMs`, rounded down to the minute. */
export function toWall(ms: Ms): Wall {
  const minute = Math.floor(ms / MINUTE_MS);
  const known = walls.get(minute);
  if (known !== undefined) return known;
  const text = new Date(minute * MINUTE_MS).toISOString().slice(0, 16);
  if (walls.size >= MOST_WALLS) walls.clear();
  walls.set(minute, text);
  return text;
}
