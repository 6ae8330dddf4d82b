import type { Ms } from '../../time/instant.ts';
import type { IcsEvent, WallSpan } from './icsEvent.ts';
import { leftOut } from './leftOut.ts';
import { replacedBy } from './replaced.ts';
import { fallsAt, type SeriesRule } from './seriesRule.ts';
import type { Spending } from './spending.ts';

/** What one rule of a series says, single occurrences apart. */
export interface RulePart {
  readonly rule: SeriesRule;
  readonly exceptions: Ms[];
  readonly moved: { readonly from: Ms; readonly start: Ms; readonly end: Ms }[];
}

/** A series taken apart: its rules, and the spans that stand beside them. */
export interface SeriesParts {
  readonly rules: readonly RulePart[];
  readonly spans: readonly WallSpan[];
}

/**
 * Takes a series apart into what rules compute and what is written out.
 *
 * The first date counts even where the rule does not fall on it, as RFC 5545 says. A date that is left out stays out
 * unless an entry as new as the series replaces it.
 */
export function seriesParts(
  event: IcsEvent,
  overrides: readonly IcsEvent[],
  rules: readonly SeriesRule[],
  spending: Spending,
  notes: string[],
): SeriesParts {
  const left = leftOut(event, event.zone ?? 'UTC', spending, notes);
  const length = event.end - event.start;
  const parts = rules.map((rule) => ({ rule, exceptions: left.of(rule), moved: [] as RulePart['moved'] }));
  const ruled = (at: Ms) => parts.filter(({ rule }) => fallsAt(rule, at));
  const spans: WallSpan[] = [];
  const first = { start: event.start, end: event.end };
  if (ruled(event.start).length === 0 && !left.has(event.start)) {
    spans.push(first);
    if (rules.length > 0) notes.push('Its first date does not fit its repetition and is kept beside it.');
  }
  const known = new Set(spans.map(spanKey));
  for (const span of event.added) {
    const same = span.end - span.start === length && ruled(span.start).length > 0;
    if (!same && !known.has(spanKey(span)) && !left.has(span.start)) spans.push(span);
    known.add(spanKey(span));
  }
  let old = 0;
  for (const { from, span, sequence } of replacedBy(overrides, event, rules, notes)) {
    const [part, ...others] = ruled(from);
    const beside = spans.findIndex(({ start }) => start === from);
    if (left.has(from) && sequence < event.sequence) old += 1;
    else if (part && !left.has(from)) {
      if (span === null) part.exceptions.push(from);
      else if (span.start !== from || span.end !== from + length) part.moved.push({ from, ...span });
      for (const other of others) other.exceptions.push(from);
    } else if (beside >= 0) spans.splice(beside, 1, ...(span ? [span] : []));
    else if (span) spans.push(span);
  }
  if (old > 0) notes.push('A replaced occurrence that is older than the date it was left out by is not counted.');
  return { rules: parts, spans };
}

const spanKey = ({ start, end }: WallSpan) => `${start}-${end}`;
