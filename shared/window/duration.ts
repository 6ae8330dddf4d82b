import { TidegateError } from '../errors.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../time/instant.ts';

const DURATION = /^P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?)?$/;

/**
 * How far does the wall clock move on in this nominal duration, in milliseconds?
 *
 * Days count by the calendar and hours by the clock on the wall, so the sum is wall time: on a clock-change night the
 * real length differs by the change.
 *
 * @throws TidegateError `input-rejected` unless it reads like `PT5H30M`, `P9D`, `P2W`
 */
export function durationMs(duration: string): Ms {
  const known = lengths.get(duration);
  if (known !== undefined) return known;
  if (lengths.size >= MOST_LENGTHS) lengths.clear();
  const length = read(duration);
  lengths.set(duration, length);
  return length;
}

/** A board writes few lengths, and asks for them with every stretch of every window. */
const lengths = new Map<string, Ms>();
const MOST_LENGTHS = 1_000;

function read(duration: string): Ms {
  const parts = DURATION.exec(duration);
  if (!parts) throw new TidegateError('input-rejected', { duration });
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return (weeks * 7 + days) * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS;
}
