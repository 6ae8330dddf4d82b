import type { Ms, Period } from '../time/instant.ts';

function quarterStart(at: Ms, shift: number): Ms {
  const date = new Date(at);
  const quarter = Math.floor(date.getUTCMonth() / 3) + shift;
  return Date.UTC(date.getUTCFullYear(), quarter * 3, 1);
}

/** The UTC quarter a moment falls into. */
export function quarterAround(at: Ms): Period {
  return { start: quarterStart(at, 0), end: quarterStart(at, 1) };
}

/**
 * What to ask for so that scrolling seldom has to ask again: the whole quarters that are visible and one on each side.
 * The answer stays the same while the view stays inside its quarters, so it is a cache key.
 */
export function loadPeriod(visible: Period): Period {
  return { start: quarterStart(visible.start, -1), end: quarterStart(visible.end, 2) };
}
