import { DAY_MS, type Ms } from '../../time/instant.ts';
import { dayOf } from './eventDates.ts';
import type { IcsEvent } from './icsEvent.ts';
import { plainRule, startsOf, uncounted, type SeriesRule } from './seriesRule.ts';

/** How far an EXRULE is followed, and how many dates a window can leave out. */
const FOLLOWED_MS: Ms = 5 * 366 * DAY_MS;
export const MOST_LEFT_OUT = 1_000;

/** Which starts does the entry say do not happen? */
export interface LeftOut {
  has(at: Ms): boolean;
  /** Those that the rule would have had. */
  of(rule: SeriesRule): Ms[];
}

/** What EXDATE and EXRULE leave out; a day that is written without a time leaves out all of its occurrences. */
export function leftOut(event: IcsEvent, zone: string, notes: string[]): LeftOut {
  const times = new Set<Ms>();
  const days = new Set<Ms>();
  for (const { at, isDate } of event.left)
    if (isDate || event.isDate) days.add(dayOf(at));
    else times.add(at);
  for (const text of event.exRules.slice(0, 10)) {
    const parts = plainRule(text, event.isDate);
    const rule = parts && uncounted(parts, event.start, zone).rule;
    const period = { start: event.start, end: event.start + FOLLOWED_MS };
    const starts = rule === null ? null : startsOf({ rule, first: event.start, zone }, period);
    if (starts === null) notes.push('What its EXRULE leaves out cannot be read: it happens then too.');
    for (const at of starts ?? []) times.add(at);
    if (starts && !/COUNT|UNTIL/.test(rule ?? ''))
      notes.push('Its EXRULE goes on; what it leaves out is followed for five years.');
  }
  return {
    has: (at) => times.has(at) || days.has(dayOf(at)),
    of(rule) {
      const found = [...days].flatMap((day) => startsOf(rule, { start: day, end: day + DAY_MS }) ?? []);
      for (const at of times) if (startsOf(rule, { start: at, end: at + 1 })?.length) found.push(at);
      return [...new Set(found)].toSorted((a, b) => a - b);
    },
  };
}
