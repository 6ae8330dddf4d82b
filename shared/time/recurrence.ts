import { RRuleTemporal } from 'rrule-temporal';
import { TidegateError } from '../errors.ts';
import type { Ms, Wall } from './instant.ts';
import { fallsBetweenMinutes, isEndless, readRule, ruleText, type RuleParts } from './ruleText.ts';
import { toWall, wallMs } from './wall.ts';
import { offsetMs } from './zone.ts';

/** A rule that fires more often than this in one question is not a schedule. */
const MOST_OCCURRENCES = 60_000;
/** Bounds what a hostile rule may cost; a daily rule walks 36,500 steps in a century. */
const MOST_STEPS = 100_000;
const MOST_RULES = 4_000;

export interface Recurrence {
  /** First candidate and the time of day of all others. */
  readonly from: Wall;
  /** RFC 5545 RRULE value. */
  readonly rule: string;
  /** Where the wall hangs; needed only by an `UNTIL` that is written in UTC. */
  readonly zone?: string;
}

/** A recurrence whose first candidate is counted by `wallMs`. */
export type CountedRecurrence = Omit<Recurrence, 'from'> & { readonly first: Ms };

const readRules = new Map<string, RRuleTemporal>();

/**
 * At which wall-clock times, from `from` up to but not including `to`, does this rule fall?
 *
 * Pure wall time: no zone touches the expansion, so no clock change can drop, move or double an occurrence. `UNTIL` in
 * UTC is turned into the zone's wall time first.
 *
 * @throws TidegateError `rule-unreadable`, `schedule-endless` (every minute without end, or too many to list)
 */
export function expandRule(recurrence: Recurrence, period: { from: Wall; to: Wall }): Wall[] {
  const parts = readRule(recurrence.rule);
  if (fallsBetweenMinutes(parts)) throw new TidegateError('rule-unreadable', { rule: recurrence.rule });
  if (isEndless(parts)) throw new TidegateError('schedule-endless', { rule: recurrence.rule });
  const { from, ...rest } = recurrence;
  const range = { start: wallMs(period.from), end: wallMs(period.to) };
  return occurrencesOf({ ...rest, first: wallMs(from) }, range).map(toWall);
}

/** As `expandRule`, counted by `wallMs`, with seconds, and with no opinion on what suits a window. */
export function occurrencesOf(recurrence: CountedRecurrence, period: { start: Ms; end: Ms }): Ms[] {
  if (period.end <= period.start) return [];
  const rule = readRecurrence(recurrence);
  try {
    const found = rule.between(new Date(period.start), new Date(period.end), true);
    if (found.length > MOST_OCCURRENCES) throw new TidegateError('schedule-endless', { rule: recurrence.rule });
    return found.map((occurrence) => occurrence.epochMilliseconds).filter((at) => at < period.end);
  } catch (cause) {
    if (cause instanceof TidegateError) throw cause;
    throw new TidegateError('schedule-endless', { rule: recurrence.rule }, cause);
  }
}

function readRecurrence({ first, rule, zone }: CountedRecurrence): RRuleTemporal {
  const parts = readRule(rule);
  const text = `DTSTART;TZID=UTC:${compact(first)}\nRRULE:${ruleText(onTheWall(parts, zone))}`;
  const known = readRules.get(text);
  if (known) return known;
  try {
    const read = new RRuleTemporal({
      rruleString: text,
      maxIterations: MOST_STEPS,
      maxCandidateEvaluations: MOST_STEPS * 10,
    });
    if (readRules.size >= MOST_RULES) readRules.clear();
    readRules.set(text, read);
    return read;
  } catch (cause) {
    throw new TidegateError('rule-unreadable', { rule }, cause);
  }
}

/** `UNTIL` as the wall shows it; the expander reads every clock as UTC, so it is written with a Z again. */
function onTheWall(parts: RuleParts, zone: string | undefined): RuleParts {
  const until = parts.get('UNTIL');
  if (!until?.includes('T')) return parts;
  const [, y, mo, d, h, mi, s] = /^(....)(..)(..)T(..)(..)(..)/.exec(until) ?? [];
  const written = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  if (Number.isNaN(written)) throw new TidegateError('rule-unreadable', { rule: ruleText(parts), part: until });
  const shown = until.endsWith('Z') && zone ? written + offsetMs(written, zone) : written;
  return new Map(parts).set('UNTIL', compact(shown));
}

function compact(naive: Ms): string {
  return `${new Date(naive).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
