import { DAY_MS, type Ms } from '../../time/instant.ts';
import { dayOf } from './eventDates.ts';
import type { IcsEvent } from './icsEvent.ts';
import { fallsAt, plainRule, startsOf, uncounted, type SeriesRule } from './seriesRule.ts';
import type { Spending } from './spending.ts';

/** How far an EXRULE is followed. */
const FOLLOWED_MS: Ms = 5 * 366 * DAY_MS;
/** What following one EXRULE is reckoned at. */
const EXRULE_STEPS = 20_000;
const MOST_ASKED = 2_000;

/** Which starts does the entry say do not happen? */
export interface LeftOut {
  has(at: Ms): boolean;
  /** Those that the rule would have had. */
  of(rule: SeriesRule): Ms[];
}

/** What EXDATE and EXRULE leave out; a day that is written without a time leaves out all of its occurrences. */
export function leftOut(event: IcsEvent, zone: string, spending: Spending, notes: string[]): LeftOut {
  const times = new Set<Ms>();
  const days = new Set<Ms>();
  for (const { at, isDate } of event.left)
    if (isDate || event.isDate) days.add(dayOf(at));
    else times.add(at);
  for (const text of event.exRules.slice(0, 10)) {
    const parts = plainRule(text, event.isDate);
    const rule = parts && uncounted(parts, event.start, zone).rule;
    const period = { start: event.start, end: event.start + FOLLOWED_MS };
    const able = spending.spend(EXRULE_STEPS);
    const starts = rule === null || !able ? null : startsOf({ rule, first: event.start, zone }, period);
    if (starts === null) notes.push('What its EXRULE leaves out cannot be read: it happens then too.');
    for (const at of starts ?? []) times.add(at);
    if (starts && !/COUNT|UNTIL/.test(rule ?? ''))
      notes.push('Its EXRULE goes on; what it leaves out is followed for five years.');
  }
  return {
    has: (at) => times.has(at) || days.has(dayOf(at)),
    of(rule) {
      const found = new Set([...days].flatMap((day) => startsOf(rule, { start: day, end: day + DAY_MS }) ?? []));
      for (const at of among(rule, [...times])) found.add(at);
      return [...found].toSorted((a, b) => a - b);
    },
  };
}

/** Which of these moments are starts of the rule? Found in one walk where that is no longer than asking for each. */
function among(rule: SeriesRule, times: readonly Ms[]): Ms[] {
  if (times.length < 20) return times.filter((at) => fallsAt(rule, at));
  const asked = new Set(times);
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  const walked = startsOf(rule, { start: first, end: last + 1 });
  return walked ? walked.filter((at) => asked.has(at)) : times.slice(0, MOST_ASKED).filter((at) => fallsAt(rule, at));
}
