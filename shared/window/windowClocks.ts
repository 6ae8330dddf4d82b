import type { SiteId } from '../ids.ts';
import type { SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Ms, Period } from '../time/instant.ts';
import { scopedSites } from './expandWindow.ts';
import type { Cover } from './scopeReader.ts';
import { sharedWalls } from './sharedWalls.ts';
import type { Span } from './span.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** The clocks on which one window runs. */
export interface WindowClocks {
  /** On site clocks: by start, then in the order of the sites asked for. */
  spans(sites: Iterable<SiteId>, period: Period): readonly Span[];
  /** From when to when it runs on every clock it is known to have, each zone once; a few occurrences beside. */
  mark(period: Period, take: (start: Ms, end: Ms) => void): void;
  nextStart(sites: Iterable<SiteId>, period: Period): Ms | null;
  /** The sites whose clocks count for these cells. */
  sitesFor(covers: readonly Cover[]): readonly SiteId[];
  readonly scoped: readonly SiteId[];
  faults(): Iterable<Timeline>;
}

/** A zone that no clock has: what is read wide covers the text on every clock on earth. */
const NO_ZONE = 'unknown';
/** Stands for the site of a window on site clocks on a board that has no sites. */
const NOWHERE = [''];

/** Reads the clocks of a window once, for many questions. */
export function windowClocks(window: WindowBody, sites: ReadonlyMap<SiteId, SiteBody>): WindowClocks {
  const timelines = new Map<string, Timeline>();
  const wallsOf = sharedWalls();
  const onZone = (zone: string): Timeline => {
    const known = timelines.get(zone);
    if (known) return known;
    const made = createTimeline(window, zone, wallsOf);
    timelines.set(zone, made);
    return made;
  };
  if (window.zone !== 'site') {
    const only = onZone(window.zone);
    return {
      spans: (_, period) => only.touching(period),
      mark: only.mark,
      nextStart: (_, period) => only.nextStart(period),
      sitesFor: () => [],
      scoped: [],
      faults: () => timelines.values(),
    };
  }
  const zoneOf = (site: SiteId) => sites.get(site)?.zone ?? NO_ZONE;
  const listed = scopedSites(window, sites);
  const scoped = listed.length > 0 ? listed : NOWHERE;
  return {
    spans(asked, period) {
      const byZone = new Map<string, readonly Span[]>();
      const found: Span[] = [];
      for (const site of asked) {
        const zone = zoneOf(site);
        const running = byZone.get(zone) ?? onZone(zone).touching(period);
        byZone.set(zone, running);
        for (const span of running) found.push({ ...span, site });
      }
      return found.length > 1 ? found.toSorted((x, y) => x.start - y.start) : found;
    },
    mark(period, take) {
      for (const zone of new Set(scoped.map(zoneOf))) onZone(zone).mark(period, take);
    },
    nextStart(asked, period) {
      let next: Ms | null = null;
      for (const zone of new Set([...asked].map(zoneOf))) {
        const start = onZone(zone).nextStart(period);
        if (start !== null && (next === null || start < next)) next = start;
      }
      return next;
    },
    sitesFor(covers) {
      if (covers.length === 1) return covers[0]?.clocks ?? scoped;
      const all = covers.flatMap(({ clocks }) => clocks ?? scoped);
      return [...new Set(all)];
    },
    scoped,
    faults: () => timelines.values(),
  };
}
