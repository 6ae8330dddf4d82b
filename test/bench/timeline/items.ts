import type { TimelineBand, TimelineBar, TimelineView } from '../../../shared/api/calendarCalls.ts';
import { bands, effects } from '../../../shared/record/words.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, toMs, type Ms, type Period } from '../../../shared/time/instant.ts';

/** The present of both pages. */
export const NOW: Ms = toMs('2026-11-17T09:00:00Z');
/** The place's clock; the reader's is another, so that both are shown. */
export const ZONE = 'Europe/Paris';
/** What a month around now loads: every item lies in it, so that both pages deal with all of them. */
const FROM = toMs('2026-07-01T00:00:00Z');
const DAYS = 270;
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

/** So many changes of a retail group over nine months on fourteen sites, most of them short, with windows behind. */
export function madeView(count: number): TimelineView {
  const next = dice(count);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const bars = Array.from({ length: count }, (_, n): TimelineBar => {
    const start = FROM + DAY_MS + Math.floor(next() * (DAYS - 20) * 24 * 4) * 15 * MINUTE_MS;
    const hours = next() < 0.05 ? 24 + Math.floor(next() * 200) : 0.5 + Math.floor(next() * 12) / 2;
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
    const start = FROM + Math.floor(next() * DAYS) * DAY_MS;
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
