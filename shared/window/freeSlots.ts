import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../time/instant.ts';
import { heldWindows } from './heldWindows.ts';
import { LONGEST_OPEN_MS } from './pairEnds.ts';
import { nextOpening, objectionsAt } from './timeObjections.ts';
import type { WindowContext } from './windowContext.ts';
import type { Work } from './work.ts';

export interface Slot {
  readonly start: Ms;
  readonly score: number;
}

/** Starts are offered on the quarter of an hour, as people plan. */
const GRID_MS = 15 * MINUTE_MS;
/** Between two offers in one long opening; a shift, so that night and day are both tried. */
const APART_MS = 6 * HOUR_MS;
/** How many starts are scored: sixteen days of an empty calendar. */
const MOST_TRIED = 64;

/**
 * When next could this work run from start to end without a rule of time objecting?
 *
 * Tries the openings in order and ranks what fits by score, lowest first, then soonest.
 *
 * @param asked.from not before this moment
 * @param asked.score how risky a start then would be; lower is better
 */
export function freeSlots(
  work: Work,
  context: WindowContext,
  asked: { readonly from: Ms; readonly count: number; readonly score: (start: Ms) => number },
): Slot[] {
  const length = work.end - work.start;
  const last = asked.from + LONGEST_OPEN_MS;
  const slots: Slot[] = [];
  let at: Ms | null = asked.from;
  while (at !== null && at <= last && slots.length < MOST_TRIED) {
    at = nextOpening(work, context, Math.ceil(at / GRID_MS) * GRID_MS);
    if (at === null) break;
    const start = Math.ceil(at / GRID_MS) * GRID_MS;
    const closes = nextObjection(work, context, { start, end: start + length });
    if (closes === null) slots.push({ start, score: asked.score(start) });
    // A start that does not fit fits no better later in the same opening.
    at = closes === null ? start + APART_MS : Math.max(closes, start + MINUTE_MS);
  }
  return slots.toSorted((a, b) => a.score - b.score || a.start - b.start).slice(0, asked.count);
}

/** The first moment of the period at which something objects; null when it is free from start to end. */
function nextObjection(work: Work, context: WindowContext, period: { start: Ms; end: Ms }): Ms | null {
  const { freezes, softFreezes, lifting, closing } = heldWindows(work, context);
  const edges = new Set([period.start]);
  for (const { window, covers } of [...freezes, ...softFreezes, ...lifting, ...closing])
    for (const span of context.spansFor(window, covers, { start: period.start - DAY_MS, end: period.end }))
      for (const edge of [span.start, span.end]) if (edge > period.start && edge < period.end) edges.add(edge);
  const inOrder = [...edges].toSorted((a, b) => a - b);
  return inOrder.find((edge) => objectionsAt(work, context, edge).length > 0) ?? null;
}
