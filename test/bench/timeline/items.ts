import type { TimelineBand, TimelineBar, TimelineView } from '../../../shared/api/calendarCalls.ts';
import { bands, effects } from '../../../shared/record/words.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, toMs, type Ms, type Period } from '../../../shared/time/instant.ts';

/** The present of both pages. */
export const NOW: Ms = toMs('2026-11-17T09:00:00Z');
/** The place's clock; the reader's is another, so that both are shown. */
export const ZONE = 'Europe/Paris';
/**
 * Where the changes lie. `month`: all of them in the month that both pages show. `seasons`: over the nine months that a
 * month's timeline loads, so that either page deals with all and shows a part.
 */
export type Spread = 'month' | 'seasons';
const spreads: Readonly<Record<Spread, { readonly from: Ms; readonly days: number; readonly longestDays: number }>> = {
  month: { from: toMs('2026-11-02T00:00:00Z'), days: 29, longestDays: 2 },
  seasons: { from: toMs('2026-07-01T00:00:00Z'), days: 270, longestDays: 10 },
};
const SITES = 14;
const WINDOWS = 60;
const words = ['Carrier', 'labels', 'barcode', 'module', 'ledger', 'rates', 'replica', 'till', 'firmware', 'tax'];

/** Numerical Recipes' generator: the same numbers on every machine. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** So many changes of a retail group on fourteen sites, most of them short, with windows behind. */
export function madeView(count: number, spread: Spread): TimelineView {
  const { from, days, longestDays } = spreads[spread];
  const next = dice(count);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const bars = Array.from({ length: count }, (_, n): TimelineBar => {
    const start = from + DAY_MS + Math.floor(next() * (days - 2 * longestDays) * 24 * 4) * 15 * MINUTE_MS;
    const hours = next() < 0.05 ? 24 + Math.floor(next() * 24 * (longestDays - 1)) : 0.5 + Math.floor(next() * 12) / 2;
    const site = Math.floor(next() * SITES);
    return {
      change: `CHG-2026-${String(n).padStart(5, '0')}`,
      title: `${pick(words)} ${pick(words)} ${pick(words)} ${String(n)}`,
      band: bands[Math.min(3, Math.floor(next() * next() * 5))]!,
      state: start < NOW ? 'closed' : pick(['assessment', 'authorization', 'scheduled'] as const),
      start,
      end: start + hours * HOUR_MS,
      hits: next() < 0.15 ? 1 + Math.floor(next() * 3) : 0,
      lanes: next() < 0.2 ? [site, (site + 1) % SITES] : [site],
      movable: start > NOW,
    };
  }).toSorted((a, b) => a.start - b.start);
  const windows = Array.from({ length: WINDOWS }, (_, n): TimelineBand => {
    const start = from + Math.floor(next() * days) * DAY_MS;
    return {
      window: `window-${String(n)}`,
      title: `${pick(words)} ${pick(words)} window`,
      effect: effects[n % effects.length]!,
      start,
      end: start + (1 + Math.floor(next() * 9)) * 12 * HOUR_MS,
      proposed: n % 9 === 0,
      lanes: Array.from({ length: SITES }, (_unused, site) => site).filter(() => next() < 0.4),
    };
  });
  const lanes = Array.from({ length: SITES }, (_, n) => ({
    id: `site-${String(n)}`,
    label: `Site ${String(n)}`,
    detail: 'warehouse, FR',
    zone: n % 2 === 0 ? 'Europe/Paris' : 'Europe/London',
  }));
  return { lanes, bars, bands: windows, density: [] };
}

/** What the desk answers for a period, in memory. */
export function answered(view: TimelineView, { start, end }: Period): TimelineView {
  const bars: TimelineBar[] = [];
  for (const bar of view.bars) if (bar.start < end && bar.end > start) bars.push(bar);
  return { ...view, bars, bands: view.bands.filter((band) => band.start < end && band.end > start) };
}
