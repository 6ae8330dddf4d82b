import { DAY_MS, MINUTE_MS, type Ms, type Wall } from './instant.ts';

/**
 * How many milliseconds past 1970 does this wall clock show, if the wall hung in Greenwich?
 *
 * A number to add and compare with, never a moment: only `instantAt` makes it one.
 */
export function wallMs(wall: Wall): Ms {
  return Date.parse(`${wall}:00Z`);
}

/** `T00:00` to `T23:59`. */
const clocks = Array.from({ length: 1_440 }, (_, minute) => new Date(minute * MINUTE_MS).toISOString().slice(10, 16));
/** A century of days; writing dates is most of what an expansion costs. */
const MOST_DAYS = 36_525;
const days = new Map<number, string>();

/** What a wall clock shows at this count; the inverse of `wallMs`, rounded down to the minute. */
export function toWall(ms: Ms): Wall {
  const day = Math.floor(ms / DAY_MS);
  return dayText(day) + (clocks[Math.floor((ms - day * DAY_MS) / MINUTE_MS)] ?? '');
}

function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, text);
  return text;
}
