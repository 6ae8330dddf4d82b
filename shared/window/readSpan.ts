import type { Effect } from '../record/words.ts';
import { HOUR_MS, type Ms } from '../time/instant.ts';
import { isZone, momentOf } from '../time/zone.ts';
import type { WallSpan } from './pairEnds.ts';
import type { Span } from './span.ts';

/** No inhabited clock runs further ahead of UTC, or further behind. */
const FIRST_CLOCK_MS: Ms = 14 * HOUR_MS;
const LAST_CLOCK_MS: Ms = 12 * HOUR_MS;

/** Is the window's text read wide when it is ambiguous? Only what loosens is read narrow. */
export function readsWide(effect: Effect): boolean {
  return effect !== 'maintenance';
}

/**
 * Which moments does a span of wall time cover in this zone?
 *
 * Wide: from the earlier reading of the start to the later reading of the end, so that no moment whose clock shows the
 * text lies outside. Narrow: from the later start to the earlier end; nothing may be left. In a zone that this build
 * does not know, wide covers the text on every clock on earth and narrow covers nothing.
 */
export function readSpan(
  walls: WallSpan,
  zone: string,
  wide: boolean,
): Pick<Span, 'start' | 'end' | 'clockChange'> | null {
  if (!isZone(zone))
    return wide ? { start: walls.start - FIRST_CLOCK_MS, end: walls.end + LAST_CLOCK_MS, clockChange: 'both' } : null;
  const starts = both(walls.start, zone);
  const ends = both(walls.end, zone);
  const start = wide ? starts.earlier : starts.later;
  const end = wide ? ends.later : ends.earlier;
  if (end <= start) return null;
  const startMoved = starts.earlier !== starts.later;
  const endMoved = ends.earlier !== ends.later;
  if (!startMoved && !endMoved) return { start, end };
  return { start, end, clockChange: startMoved && endMoved ? 'both' : startMoved ? 'start' : 'end' };
}

function both(naive: Ms, zone: string): { earlier: Ms; later: Ms } {
  return { earlier: momentOf(naive, zone, 'earlier'), later: momentOf(naive, zone, 'later') };
}
