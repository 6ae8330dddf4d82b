import type { Effect } from '../record/words.ts';
import { HOUR_MS, type Ms } from '../time/instant.ts';
import { isZone, momentOf, offsetMs, steadyOffset } from '../time/zone.ts';
import type { Occurrence } from './occurrence.ts';
import type { Span } from './span.ts';

/** No inhabited clock runs further ahead of UTC, or further behind. */
const FIRST_CLOCK_MS: Ms = 14 * HOUR_MS;
const LAST_CLOCK_MS: Ms = 12 * HOUR_MS;

/** Is the window's text read wide when it is ambiguous? Only what loosens is read narrow. */
export function readsWide(effect: Effect): boolean {
  return effect !== 'maintenance';
}

/** The moments of an occurrence, and what the clock there shows at its end, counted by `wallMs`. */
export type ReadSpan = Pick<Span, 'start' | 'end' | 'clockChange'> & { readonly endWall: Ms };

/**
 * Which moments does an occurrence cover in this zone?
 *
 * Wide: from the earlier reading of the start to the later reading of the end, so that no moment whose clock shows the
 * text lies outside. Narrow: from the later start to the earlier end, and never longer than its text; nothing may be
 * left. An exact occurrence ends its length after the later, or the earlier, reading of its start. In a zone that this
 * build does not know, wide covers the text on every clock on earth and narrow covers nothing.
 */
export function readSpan(walls: Occurrence, zone: string, wide: boolean): ReadSpan | null {
  if (!isZone(zone)) return wide ? onEveryClock(walls) : null;
  const steady = steadyOffset(walls.start, walls.end, zone);
  if (steady !== null) return { start: walls.start - steady, end: walls.end - steady, endWall: walls.end };
  const earlierStart = momentOf(walls.start, zone, 'earlier');
  const laterStart = momentOf(walls.start, zone, 'later');
  const start = wide ? earlierStart : laterStart;
  if (walls.exact) return readExact(walls, zone, start, wide ? laterStart : earlierStart);
  const earlierEnd = momentOf(walls.end, zone, 'earlier');
  const laterEnd = momentOf(walls.end, zone, 'later');
  const longest = start + walls.end - walls.start;
  const cut = !wide && earlierEnd > longest;
  const end = wide ? laterEnd : cut ? longest : earlierEnd;
  if (end <= start) return null;
  const endWall = cut ? end + offsetMs(end, zone) : walls.end;
  const startMoved = earlierStart !== laterStart;
  const endMoved = cut || earlierEnd !== laterEnd;
  if (!startMoved && !endMoved) return { start, end, endWall };
  return { start, end, endWall, clockChange: startMoved && endMoved ? 'both' : startMoved ? 'start' : 'end' };
}

/** @param from the reading of its start from which its length is counted */
function readExact(walls: Occurrence, zone: string, start: Ms, from: Ms): ReadSpan | null {
  const end = from + walls.end - walls.start;
  if (end <= start) return null;
  const endWall = end + offsetMs(end, zone);
  if (start !== from) return { start, end, endWall, clockChange: 'both' };
  return endWall === walls.end ? { start, end, endWall } : { start, end, endWall, clockChange: 'end' };
}

function onEveryClock(walls: Occurrence): ReadSpan {
  const start = walls.start - FIRST_CLOCK_MS;
  return { start, end: walls.end + LAST_CLOCK_MS, endWall: walls.end, clockChange: 'both' };
}
