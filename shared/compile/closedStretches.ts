import type { Ms, Period } from '../time/instant.ts';
import { denialsIn } from '../window/denials.ts';
import type { WindowContext } from '../window/windowContext.ts';
import type { Work } from '../window/work.ts';

/** A time during which the calendar speaks against starting the work, and the titles of what does. */
export interface ClosedStretch extends Period {
  readonly why: readonly string[];
}

/** Titles that one stretch names; a stretch of months may rest on hundreds of occurrences. */
const MOST_TITLES = 6;

/** The stretches of the period in which at least one rule of time objects, none touching the next. */
export function closedStretches(work: Work, context: WindowContext, period: Period): ClosedStretch[] {
  const denials = denialsIn(work, context, period).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const stretches: { start: Ms; end: Ms; why: Set<string> }[] = [];
  for (const { start, end, title } of denials) {
    if (end <= start) continue;
    const last = stretches.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.why.add(title);
    } else stretches.push({ start, end, why: new Set([title]) });
  }
  return stretches.map(({ start, end, why }) => ({ start, end, why: [...why].slice(0, MOST_TITLES) }));
}
