import type { SiteId } from '../ids.ts';
import type { SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { DAY_MS, type Period } from '../time/instant.ts';
import { toWall } from '../time/wall.ts';
import type { Occurrence } from './occurrence.ts';
import { occurrenceWalls } from './occurrenceWalls.ts';
import { readSpan, readsWide, type ReadSpan } from './readSpan.ts';
import type { WallsOf } from './sharedWalls.ts';
import type { Span } from './span.ts';

/** No zone is further than this from UTC, clock changes and skipped days included. */
const ZONE_SLACK_MS = 2 * DAY_MS;

/**
 * Which occurrences of the window touch this period?
 *
 * Rules are expanded as wall time and the zone is attached afterwards; on clock-change nights what denies is read wide
 * and maintenance narrow. A window on site clocks has one span per site in its scope, ordered by start, then site.
 *
 * @throws TidegateError `rule-unreadable`, `schedule-endless`, `input-rejected`
 */
export function expandWindow(window: WindowBody, sites: ReadonlyMap<SiteId, SiteBody>, period: Period): Span[] {
  if (window.zone !== 'site') return zonedSpans(window, window.zone, period);
  const byZone = new Map<string, readonly Span[]>();
  const spans: Span[] = [];
  for (const site of scopedSites(window, sites)) {
    const zone = sites.get(site)?.zone ?? 'unknown';
    const zoned = byZone.get(zone) ?? zonedSpans(window, zone, period);
    byZone.set(zone, zoned);
    for (const span of zoned) spans.push({ ...span, site });
  }
  return spans.toSorted((a, b) => a.start - b.start);
}

/** The same on one clock, without a site. */
export function zonedSpans(window: WindowBody, zone: string, period: Period): Span[] {
  const spans: Span[] = [];
  eachOccurrence(window, zone, period, (walls, read) => spans.push(spanOf(window, zone, walls, read)));
  return spans;
}

/** Hands out each of them before it is written out, in the order of the schedule. */
export function eachOccurrence(
  window: WindowBody,
  zone: string,
  period: Period,
  take: (walls: Occurrence, read: ReadSpan) => void,
  wallsOf: WallsOf = occurrenceWalls,
): void {
  const wide = readsWide(window.effect);
  const range = { start: period.start - ZONE_SLACK_MS, end: period.end + ZONE_SLACK_MS };
  for (const walls of wallsOf(window.schedule, zone, range, wide)) {
    const read = readSpan(walls, zone, wide);
    if (read && read.end > period.start && period.end > read.start) take(walls, read);
  }
}

/** Writes an occurrence out. */
export function spanOf(
  { window, effect }: WindowBody,
  zone: string,
  walls: Pick<Occurrence, 'start' | 'name'>,
  { start, end, endWall, clockChange }: ReadSpan,
): Span {
  const span = { window, effect, start, end, startWall: toWall(walls.start), endWall: toWall(endWall), zone };
  if (!clockChange && walls.name === undefined) return span;
  return { ...span, ...(clockChange && { clockChange }), ...(walls.name !== undefined && { name: walls.name }) };
}

/** The sites whose clocks a window on site clocks follows: those its scope lists, else all that are known. */
export function scopedSites({ scope }: WindowBody, sites: ReadonlyMap<SiteId, SiteBody>): SiteId[] {
  const out = new Set(scope.except?.sites);
  return [...new Set(scope.sites ?? sites.keys())].filter((site) => !out.has(site)).toSorted();
}
