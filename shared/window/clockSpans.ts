import { TidegateError } from '../errors.ts';
import type { SiteId } from '../ids.ts';
import { canonical } from '../record/canonical.ts';
import type { SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Period } from '../time/instant.ts';
import { zonedSpans } from './expandWindow.ts';
import { readsWide } from './readSpan.ts';
import type { Span } from './span.ts';

type Sites = ReadonlyMap<SiteId, SiteBody>;

/** Stands for every zone that a site the board does not know may have. */
const NO_ZONE = 'unknown';

/** The clock of a place by each of two windows. */
type ClockPair = readonly [one: string, other: string];

/** By which clocks may one cell be read by two windows? Each pair once; a site that nobody described is among them. */
export function clockPairs(one: WindowBody, other: WindowBody, sites: Sites): ClockPair[] {
  const zones = one.zone === 'site' || other.zone === 'site' ? [...sites.values()].map(({ zone }) => zone) : [];
  const pairs = [...zones, NO_ZONE].map((zone): ClockPair => [zoneOf(one, zone), zoneOf(other, zone)]);
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

function zoneOf(window: WindowBody, zone: string): string {
  return window.zone === 'site' ? zone : window.zone;
}

/** Every clock that the window may have. */
export function clocksOf(window: WindowBody, sites: Sites): string[] {
  return [...new Set(clockPairs(window, window, sites).map(([zone]) => zone))];
}

/** The occurrences in the period on one clock; null when the schedule cannot be read. */
export function spansOn(window: WindowBody, zone: string, period: Period): readonly Span[] | null {
  try {
    return zonedSpans(window, zone, period);
  } catch (cause) {
    if (!(cause instanceof TidegateError)) throw cause;
    return null;
  }
}

/** During which of the period does it hold? What cannot be read denies always and opens never. */
export function heldOn(window: WindowBody, zone: string, period: Period): readonly Period[] {
  return spansOn(window, zone, period) ?? (readsWide(window.effect) ? [period] : []);
}

/** What of these lies inside the period and outside of all the others, in order. */
export function outsideOf(spans: readonly Period[], others: readonly Period[], period: Period): Period[] {
  const left: Period[] = [];
  const covers = others.toSorted((a, b) => a.start - b.start);
  for (const span of spans) {
    let at = Math.max(span.start, period.start);
    const last = Math.min(span.end, period.end);
    for (const { start, end } of covers) {
      if (start >= last) break;
      if (start > at) left.push({ start: at, end: start });
      at = Math.max(at, end);
    }
    if (at < last) left.push({ start: at, end: last });
  }
  return left;
}

/** On every clock of the period, does the outer text hold whenever the inner one does? False where that cannot be read. */
export function isHeldBy(inner: WindowBody, outer: WindowBody, sites: Sites, period: Period): boolean {
  if (isSameText(inner, outer)) return true;
  return clockPairs(inner, outer, sites).every(([zone, other]) => {
    const held = spansOn(outer, other, period);
    // A newer build may read what this one cannot, and find more of the one or less of the other.
    if (held === null || (inner.effect === 'maintenance' && spansOn(inner, zone, period) === null)) return false;
    return outsideOf(heldOn(inner, zone, period), held, period).length === 0;
  });
}

export function isSameText(a: WindowBody, b: WindowBody): boolean {
  return a.zone === b.zone && canonical(a.schedule) === canonical(b.schedule);
}
