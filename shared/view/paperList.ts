import type { TimelineBar } from '../api/calendarCalls.ts';
import { overlaps, type Period } from '../time/instant.ts';
import { byStart } from './laneRows.ts';
import { changeWeight } from './weekModel.ts';

/** Paper lists so many changes in full; of more than that, so many a day. */
const PAPER_MOST = 600;
const PAPER_A_DAY = 20;

/** How many changes a printed day lists; Infinity where paper has room for all of them. */
export function paperBound(bars: readonly TimelineBar[], days: readonly Period[]): number {
  const touching = bars.filter((bar) => days.some((day) => overlaps(bar, day)));
  return touching.length > PAPER_MOST ? PAPER_A_DAY : Infinity;
}

/** What a day lists, in the order that was given: what is still to be done and the higher bands stay; and what it counts. */
export function boundedList(
  bars: readonly TimelineBar[],
  bound: number,
): { readonly listed: readonly TimelineBar[]; readonly left: readonly TimelineBar[] } {
  if (bars.length <= bound) return { listed: bars, left: [] };
  const kept = new Set(bars.toSorted((a, b) => changeWeight(a) - changeWeight(b) || byStart(a, b)).slice(0, bound));
  return { listed: bars.filter((bar) => kept.has(bar)), left: bars.filter((bar) => !kept.has(bar)) };
}
