import { DAY_MS, HOUR_MS, type Ms } from '../../time/instant.ts';
import { fallsBetweenMinutes, isEndless, readRule, type RuleParts } from '../../time/ruleText.ts';
import { toWall } from '../../time/wall.ts';
import { joinSpans } from '../joinSpans.ts';
import type { WallSpan } from './icsEvent.ts';
import { writtenTime } from './icsTime.ts';
import { startsOf, type SeriesRule } from './seriesRule.ts';

/** What a rule that is too fast for a window covers. */
export type Folded =
  | { readonly kind: 'spans'; readonly spans: readonly WallSpan[]; readonly note: string }
  /** No gap is left, for ever. */
  | { readonly kind: 'always'; readonly note: string };

/** What one list of dates holds. */
const MOST_SPANS = 2_000;
/** How far such a rule is followed: as far as can be listed. */
const REACHES: readonly Ms[] = [730 * DAY_MS, 60 * DAY_MS, 7 * DAY_MS, DAY_MS, HOUR_MS];

/** Can a window not point at what this rule says: between minutes, or every minute for ever? */
export function needsFolding(parts: RuleParts): boolean {
  return fallsBetweenMinutes(parts) || isEndless(parts);
}

/**
 * Which stretches do the occurrences of a very fast rule cover together?
 *
 * Occurrences that touch are joined and the stretches rounded outward to minutes. A series that goes on is followed as
 * far as can be listed, and the note says until when. Null when it never happens.
 */
export function foldRule(rule: SeriesRule, length: Ms): Folded | null {
  for (const reach of REACHES) {
    const starts = startsOf(rule, { start: rule.first, end: rule.first + reach });
    if (starts === null) continue;
    const [first] = starts;
    if (first === undefined) return null;
    const joined = joinSpans(starts.map((start) => ({ start, end: start + length })));
    const spans = joined.slice(0, MOST_SPANS);
    const parts = readRule(rule.rule);
    const bounded = parts.has('COUNT') || parts.has('UNTIL');
    const goesOn = joined.length > spans.length || !isOver(parts, starts.length, rule.first + reach);
    const count = `Its ${starts.length} occurrences are joined into ${spans.length === 1 ? 'one stretch' : `${spans.length} stretches`}`;
    if (!goesOn) return { kind: 'spans', spans, note: `${count}.` };
    if (!bounded && joined.length === 1 && !/BY(MONTH|DAY|WEEK|YEAR|HOUR|SETPOS)/.test(rule.rule))
      return { kind: 'always', note: 'Its occurrences leave no gap: read as always, from its start on.' };
    const last = spans.at(-1)?.end ?? rule.first;
    return { kind: 'spans', spans, note: `${count}; it goes on, but is followed no further than ${toWall(last)}.` };
  }
  return null;
}

function isOver(parts: RuleParts, found: number, end: Ms): boolean {
  if (parts.has('COUNT')) return found >= Number(parts.get('COUNT'));
  const until = writtenTime(parts.get('UNTIL') ?? '');
  return until !== null && until.naive + DAY_MS < end;
}
