import type { Ms, Wall } from './instant.ts';

/**
 * How many milliseconds past 1970 does this wall clock show, if the wall hung in Greenwich?
 *
 * A number to add and compare with, never a moment: only `instantAt` makes it one.
 */
export function wallMs(wall: Wall): Ms {
  return Date.parse(`${wall}:00Z`);
}

/** What a wall clock shows at this count; the inverse of `wallMs`, rounded down to the minute. */
export function toWall(ms: Ms): Wall {
  return new Date(ms).toISOString().slice(0, 16);
}
