import * as z from 'zod';
import { TidegateError } from '../errors.ts';

/** A moment in UTC as records write it: `2026-11-27T18:00:00Z`, whole seconds, sorts as text. */
export type Instant = string;
/** A moment as arithmetic needs it: milliseconds since 1970-01-01T00:00:00Z. */
export type Ms = number;
/** What a clock on the wall shows, without a zone: `2026-11-27T18:00`. */
export type Wall = string;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** Does this text name a moment that exists (no 31 April, no 25 o'clock)? */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && toInstant(ms) === text;
}

/** Does this text name a wall-clock minute of a day that exists? */
export function isWall(text: string): boolean {
  return WALL.test(text) && isInstant(`${text}:00Z`);
}

/** @throws TidegateError `input-rejected` unless the text is an instant */
export function toMs(instant: Instant): Ms {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new TidegateError('input-rejected', { instant });
  return ms;
}

/** Rounds down to the whole second that records can hold. */
export function toInstant(ms: Ms): Instant {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export const instant = z.string().refine(isInstant, 'an instant such as 2026-11-27T18:00:00Z');
export const wall = z.string().refine(isWall, 'a wall-clock time such as 2026-11-27T18:00');

/** Half-open: `start` is inside, `end` is outside. */
export interface Period {
  readonly start: Ms;
  readonly end: Ms;
}

/** Do the two periods share a moment? Adjacent periods do not. */
export function overlaps(a: Period, b: Period): boolean {
  return a.start < b.end && b.start < a.end;
}
