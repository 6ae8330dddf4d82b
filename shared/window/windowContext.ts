import type { ErrorCode } from '../errors.ts';
import type { ServiceId, SiteId } from '../ids.ts';
import type { SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Ms, Period } from '../time/instant.ts';
import type { Topology } from '../topology/createTopology.ts';
import type { Reached } from '../topology/topology.ts';
import { readsWide } from './readSpan.ts';
import { createScopeReader, type Cover, type ScopedWork, type ScopeReader } from './scopeReader.ts';
import { inAll } from './members.ts';
import { createRunningIndex } from './runningIndex.ts';
import { createScopeIndex } from './scopeIndex.ts';
import { clippedClocks } from './clippedClocks.ts';
import { layersOf, type Layer, type WaitingText } from './earlierTexts.ts';
import type { Span } from './span.ts';
import { windowClocks, type WindowClocks } from './windowClocks.ts';

/** All that a question about time needs besides the work: windows, places and dependencies of one moment of the board. */
export interface WindowContext {
  /** Those that count now. Earlier texts that still freeze stand beside them; their spans end when they run out. */
  readonly windows: readonly WindowBody[];
  readonly sites: ReadonlyMap<SiteId, SiteBody>;
  readonly topology: Topology;
  /** The window's occurrences that touch the period, by start; on site clocks one per site in scope. Remembered. */
  spans(window: WindowBody, period: Period): readonly Span[];
  /** The same, for the sites whose clocks count for these cells of a work. */
  spansFor(window: WindowBody, covers: readonly Cover[], period: Period): readonly Span[];
  /** The published windows that may hit this work, in their order: all that do, and few that do not. */
  mayHit(work: ScopedWork & Period): readonly WindowBody[];
  /** The first start strictly inside the period on a clock that counts for these cells. */
  nextStart(window: WindowBody, covers: readonly Cover[], period: Period): Ms | null;
  /** The cells of the work in the window's scope: wide for what denies, narrow for maintenance. */
  cover(window: WindowBody, work: ScopedWork): Cover[];
  /** The cells in scope by the asked reading. */
  coverRead(window: WindowBody, work: ScopedWork, wide: boolean): Cover[];
  /**
   * Why the window's schedule could not be read, once its spans were asked for: it then denies always, or opens never.
   * Null for a sound one.
   */
  faultOf(window: WindowBody): ErrorCode | null;
  /** Until when this is an earlier text that still applies; null for a present one. */
  fadesAt(window: WindowBody): Ms | null;
  /**
   * The calendar as it was before revisions that loosen it, and as it is by other clocks: while one lasts, both it and this
   * one must allow.
   */
  readonly earlier: readonly EarlierCalendar[];
}

/** Holds in `[start, end)`; `end` is when a revision that waited takes effect, infinite for a side of a fork. */
interface EarlierCalendar extends Period {
  readonly context: WindowContext;
  /** Release of the time zone data it goes by, where that is another machine's. */
  readonly tz?: string;
}

interface Prepared {
  readonly clocks: WindowClocks;
  readonly reader: ScopeReader;
}

/**
 * Prepares windows for many questions. What it remembers never changes an answer: make a new one when the board changes.
 *
 * @param given.windows those that count now; only `published` ones hit or object
 */
export function createWindowContext(given: {
  readonly windows: readonly WindowBody[];
  readonly sites: ReadonlyMap<SiteId, SiteBody>;
  readonly topology: Topology;
  /** Those of the windows that loosen something and wait. */
  readonly waiting?: readonly WaitingText[];
  /** Other maps of places that apply beside this one: earlier texts, or the other sides of a fork. */
  readonly otherMaps?: readonly OtherMap[];
}): WindowContext {
  const { fading, present, layers } = layersOf(given.windows, given.waiting ?? []);
  const here = contextsOn(given, fading);
  const elsewhere = (given.otherMaps ?? []).flatMap((map): EarlierCalendar[] => {
    const there = contextsOn(map, fading);
    const whole = { start: Number.NEGATIVE_INFINITY, end: map.until, context: there(present, []) };
    return [whole, ...layers.map((layer) => earlierOn(there, { ...layer, end: Math.min(layer.end, map.until) }))];
  });
  return here(present, [...layers.map((layer) => earlierOn(here, layer)), ...elsewhere]);
}

/** A map that applies too. */
export interface OtherMap {
  readonly sites: ReadonlyMap<SiteId, SiteBody>;
  readonly topology: Topology;
  /** When it runs out; infinite for a side of a fork, which only a revision ends. */
  readonly until: Ms;
}

type ContextOf = (windows: readonly WindowBody[], earlier: readonly EarlierCalendar[]) => WindowContext;

function earlierOn(contextOf: ContextOf, { windows, start, end }: Layer): EarlierCalendar {
  return { start, end, context: contextOf(windows, []) };
}

/** Reads windows on one map of places. */
function contextsOn(
  { sites, topology }: Pick<OtherMap, 'sites' | 'topology'>,
  fading: ReadonlyMap<WindowBody, Ms>,
): ContextOf {
  const prepared = new WeakMap<WindowBody, Prepared>();
  const dependents = new Map<ServiceId, readonly Reached[]>();
  const strongDependents = (service: ServiceId): readonly Reached[] => {
    const known = dependents.get(service);
    if (known) return known;
    const found = topology.dependents([service], { strongOnly: true });
    dependents.set(service, found);
    return found;
  };
  const prepare = (window: WindowBody): Prepared => {
    const known = prepared.get(window);
    if (known) return known;
    const until = fading.get(window);
    const clocks = windowClocks(window, sites);
    const made = {
      clocks: until === undefined ? clocks : clippedClocks(clocks, until),
      reader: createScopeReader(window, topology, strongDependents),
    };
    prepared.set(window, made);
    return made;
  };
  return (windows, earlier) => {
    const published = windows.filter(({ standing }) => standing === 'published');
    const index = createRunningIndex(published, (window, period, take) => prepare(window).clocks.mark(period, take));
    const scopes = createScopeIndex(published, (window) => prepare(window).reader);
    return {
      windows,
      sites,
      topology,
      spans(window, period) {
        const { clocks } = prepare(window);
        return clocks.spans(clocks.scoped, period);
      },
      spansFor(window, covers, period) {
        if (covers.length === 0) return [];
        const { clocks } = prepare(window);
        return clocks.spans(clocks.sitesFor(covers), period);
      },
      mayHit(work) {
        // Where a site's clock is not known, no window may be passed over for its hour.
        const running = work.sites.every((site) => sites.has(site)) ? index.running(work) : null;
        return inAll(published, [...scopes.mayCover(work), ...(running ? [running] : [])]);
      },
      nextStart(window, covers, period) {
        if (covers.length === 0) return null;
        const { clocks } = prepare(window);
        return clocks.nextStart(clocks.sitesFor(covers), period);
      },
      cover: (window, work) => prepare(window).reader.cover(work, readsWide(window.effect)),
      coverRead: (window, work, wide) => prepare(window).reader.cover(work, wide),
      faultOf(window) {
        for (const timeline of prepare(window).clocks.faults()) if (timeline.fault()) return timeline.fault();
        return null;
      },
      fadesAt: (window) => fading.get(window) ?? null,
      earlier,
    };
  };
}
