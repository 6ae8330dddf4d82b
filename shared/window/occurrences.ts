import type { SiteId } from '../ids.ts';
import type { SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { DAY_MS, type Ms } from '../time/instant.ts';
import { expandWindow } from './expandWindow.ts';
import type { Span } from './span.ts';

/** Ten yearly occurrences and a little. */
const FURTHEST_MS: Ms = 4_096 * DAY_MS;
/** Further than dates can be written. */
const ALL_TIME_MS: Ms = 4_000_000 * DAY_MS;

/**
 * Which occurrences run now or come next?
 *
 * On site clocks each zone counts once, told by its first site. Looks no further than eleven years, except for dates that
 * are written out.
 *
 * @throws TidegateError `rule-unreadable`, `schedule-endless`
 */
export function nextOccurrences(
  window: WindowBody,
  sites: ReadonlyMap<SiteId, SiteBody>,
  from: Ms,
  count: number,
): Span[] {
  const written = window.schedule.form === 'once' || window.schedule.form === 'dates';
  for (let reach = written ? ALL_TIME_MS : 64 * DAY_MS; ; reach *= 4) {
    const spans = expandWindow(window, sites, { start: from, end: from + reach });
    const seen = new Set<string>();
    const apart = spans.filter(({ startWall, endWall, zone }) => {
      const key = `${startWall}|${endWall}|${zone}`;
      return !seen.has(key) && seen.add(key);
    });
    if (apart.length >= count || reach >= FURTHEST_MS) return apart.slice(0, count);
  }
}
