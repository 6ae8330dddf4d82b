import { TidegateError } from '../../errors.ts';
import { DAY_MS, MINUTE_MS, type Ms } from '../../time/instant.ts';
import { occurrencesOf } from '../../time/recurrence.ts';
import { readRule, ruleText, type RuleParts } from '../../time/ruleText.ts';

/** A rule with its first candidate, on a clock. */
export interface SeriesRule {
  readonly rule: string;
  readonly first: Ms;
  /** For an UNTIL in UTC; a floating one is read as written. */
  readonly zone: string;
  /** All there are, ascending, of a rule that counts: finding one would mean counting anew each time. */
  readonly counted?: readonly Ms[];
}

/** A longer count is turned into the date of its last occurrence, so that asking about next year need not count. */
const LONGEST_COUNT = 500;
const COUNTED_MS: Ms = 120 * 366 * DAY_MS;

/**
 * The rule as records write it; null when it cannot be read.
 *
 * An all-day series has no time of day to change, so BYHOUR and the like are left out, as RFC 5545 says.
 */
export function plainRule(text: string, isDate: boolean): RuleParts | null {
  const kept = text
    .replace(/\s/g, '')
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '' && part !== 'RSCALE=GREGORIAN' && !part.startsWith('X-'))
    .filter((part) => !isDate || !/^BY(HOUR|MINUTE|SECOND)=/.test(part));
  try {
    return readRule(kept.join(';'));
  } catch (cause) {
    if (cause instanceof TidegateError) return null;
    throw cause;
  }
}

/** The starts in this stretch, ascending; null when they are too many to list. */
export function startsOf(
  { rule, first, zone, counted }: SeriesRule,
  period: { start: Ms; end: Ms },
): readonly Ms[] | null {
  if (counted) return counted.slice(placeIn(counted, period.start), placeIn(counted, period.end));
  try {
    return occurrencesOf({ rule, first, zone }, period);
  } catch (cause) {
    if (cause instanceof TidegateError) return null;
    throw cause;
  }
}

/** The rule with its occurrences listed if it counts them. */
export function listed(rule: SeriesRule): SeriesRule {
  if (!rule.rule.includes('COUNT=')) return rule;
  const counted = startsOf(rule, { start: rule.first, end: rule.first + COUNTED_MS });
  return counted === null ? rule : { ...rule, counted };
}

/** How many of these, which ascend, lie before the moment? */
function placeIn(all: readonly Ms[], at: Ms): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle] ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Does the rule fall on this minute? */
export function fallsAt(rule: SeriesRule, at: Ms): boolean {
  return (startsOf(rule, { start: at, end: at + MINUTE_MS })?.length ?? 0) > 0;
}

/** The rule with a long COUNT, or one beside an UNTIL, written as the date it leads to. */
export function uncounted(parts: RuleParts, first: Ms, zone: string): { rule: string; note: string | null } {
  const count = Number(parts.get('COUNT') ?? 0);
  if (count <= LONGEST_COUNT) return { rule: ruleText(parts), note: null };
  const last = startsOf({ rule: ruleText(parts), first, zone }, { start: first, end: first + COUNTED_MS })?.at(-1);
  if (last !== undefined) return { rule: endingWith(parts, last), note: null };
  const endless = ruleText(new Map([...parts].filter(([name]) => name !== 'COUNT')));
  return { rule: endless, note: `It ends after ${count} times, further off than is counted: read as endless.` };
}

/** The rule with this wall time as its last. */
export function endingWith(parts: RuleParts, last: Ms): string {
  const bare = [...parts].filter(([name]) => name !== 'COUNT' && name !== 'UNTIL');
  const until = new Date(last).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return ruleText(new Map([...bare, ['UNTIL', until]]));
}
