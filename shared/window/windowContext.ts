import type { ErrorCode } from '../errors.ts';
import type { ServiceId, SiteId } from '../ids.ts';
import type { SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Period } from '../time/instant.ts';
import type { Topology } from '../topology/createTopology.ts';
import type { Reached } from '../topology/topology.ts';
import { scopedSites } from './expandWindow.ts';
import { readsWide } from './readSpan.ts';
import { createScopeReader, type Cover, type ScopedWork, type ScopeReader } from './scopeReader.ts';
import type { Span } from './span.ts';
import { createSpanStore } from './spanStore.ts';

/** All that a question about time needs besides the work: windows, places and dependencies of one moment of the board. */
export interface WindowContext {
  readonly windows: readonly WindowBody[];
  readonly sites: ReadonlyMap<SiteId, SiteBody>;
  readonly topology: Topology;
  /** The window's occurrences that touch the period, by start; on site clocks one per site in scope. Remembered. */
  spans(window: WindowBody, period: Period): readonly Span[];
  /** The same, for the sites whose clocks count for these cells of a work. */
  spansFor(window: WindowBody, covers: readonly Cover[], period: Period): readonly Span[];
  /** The cells of the work in the window's scope: wide for what denies, narrow for maintenance. */
  cover(window: WindowBody, work: ScopedWork): Cover[];
  /** The cells in scope by the asked reading. */
  coverRead(window: WindowBody, work: ScopedWork, wide: boolean): Cover[];
  /** Why the window's schedule could not be read: it then denies always, or opens never. Null for a sound one. */
  faultOf(window: WindowBody): ErrorCode | null;
}

/** A zone that no clock has: what is read wide covers the text on every clock on earth. */
const NO_ZONE = 'unknown';

/**
 * Prepares windows for many questions. What it remembers never changes an answer: make a new one when the board changes.
 *
 * @param given.windows those that count now; only `published` ones hit or object
 */
export function createWindowContext(given: {
  readonly windows: readonly WindowBody[];
  readonly sites: ReadonlyMap<SiteId, SiteBody>;
  readonly topology: Topology;
}): WindowContext {
  const { windows, sites, topology } = given;
  const store = createSpanStore();
  const readers = new WeakMap<WindowBody, ScopeReader>();
  const dependents = new Map<ServiceId, readonly Reached[]>();
  const strongDependents = (service: ServiceId): readonly Reached[] => {
    const known = dependents.get(service);
    if (known) return known;
    const found = topology.dependents([service], { strongOnly: true });
    dependents.set(service, found);
    return found;
  };
  const readerOf = (window: WindowBody): ScopeReader => {
    const known = readers.get(window);
    if (known) return known;
    const reader = createScopeReader(window, topology, strongDependents);
    readers.set(window, reader);
    return reader;
  };
  const onClocks = (window: WindowBody, clocks: Iterable<SiteId>, period: Period): readonly Span[] => {
    const found: Span[] = [];
    for (const site of clocks)
      for (const span of store.zoned(window, sites.get(site)?.zone ?? NO_ZONE, period)) found.push({ ...span, site });
    return found.toSorted((a, b) => a.start - b.start);
  };

  return {
    windows,
    sites,
    topology,
    spans: (window, period) =>
      window.zone === 'site'
        ? onClocks(window, scopedSites(window, sites), period)
        : store.zoned(window, window.zone, period),
    spansFor(window, covers, period) {
      if (covers.length === 0) return [];
      if (window.zone !== 'site') return store.zoned(window, window.zone, period);
      const clocks = new Set(covers.flatMap((cover) => cover.clocks ?? scopedSites(window, sites)));
      return clocks.size > 0 ? onClocks(window, clocks, period) : store.zoned(window, NO_ZONE, period);
    },
    cover: (window, work) => readerOf(window).cover(work, readsWide(window.effect)),
    coverRead: (window, work, wide) => readerOf(window).cover(work, wide),
    faultOf: (window) => store.faultOf(window),
  };
}
