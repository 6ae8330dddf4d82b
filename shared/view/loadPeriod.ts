import type { Period } from '../time/instant.ts';
import { quarterAt } from '../time/quarter.ts';

/**
 * What to ask for so that scrolling seldom has to ask again: the whole quarters that are visible and one on each side.
 * The answer stays the same while the view stays inside its quarters, so it is a cache key.
 */
export function loadPeriod(visible: Period): Period {
  return { start: quarterAt(visible.start, -1).start, end: quarterAt(visible.end, 1).end };
}
