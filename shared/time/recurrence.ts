import { TidegateError } from '../errors.ts';
import { DAY_MS, MINUTE_MS, type Ms, type Wall } from './instant.ts';
import { ruleSets } from './ruleSets.ts';
import { shapeRule, type RuleShape } from './ruleShape.ts';
import { fallsBetweenMinutes, isEndless, readRule } from './ruleText.ts';
import { toWall, wallMs } from './wall.ts';
import { offsetMs } from './zone.ts';

/** A rule that fires more often than this in one question is not a schedule. */
const MOST_OCCURRENCES = 60_000;
/** Bounds what a hostile rule may cost: candidates looked at, and sets passed, in one question. */
const MOST_STEPS = 1_500_000;
const MOST_RULES = 4_000;
/** Walls are written with four digits of year; nothing falls after. */
const LAST_WALL = wallMs('9999-12-31T23:59') + MINUTE_MS - 1;

export interface Recurrence {
  /** First candidate and the time of day of all others. */
  readonly from: Wall;
  /** RFC 5545 RRULE value. */
  readonly rule: string;
  /** Where the wall hangs; needed only by an `UNTIL` that is written in UTC. */
  readonly zone?: string;
}

/** A recurrence whose first candidate is counted by `wallMs`. */
export interface CountedRecurrence extends Omit<Recurrence, 'from'> {
  readonly first: Ms;
  /** Days, counted from 1970-01-01, on which no candidate falls; they are left out before `BYSETPOS` and `COUNT` count. */
  readonly isOff?: ((day: number) => boolean) | undefined;
}

/**
 * At which wall-clock times, from `from` up to but not including `to`, does this rule fall?
 *
 * Pure wall time: no zone touches the expansion, so no clock change can drop, move or double an occurrence. `UNTIL` in
 * UTC is turned into the zone's wall time first.
 *
 * @throws TidegateError `rule-unreadable`, `schedule-endless` (every minute without end, or too many to list)
 */
export function expandRule({ from, ...rest }: Recurrence, period: { from: Wall; to: Wall }): Wall[] {
  const range = { start: wallMs(period.from), end: wallMs(period.to) };
  return windowOccurrences({ ...rest, first: wallMs(from) }, range).map(toWall);
}

/** As `expandRule`, counted by `wallMs`. */
export function windowOccurrences(recurrence: CountedRecurrence, period: { start: Ms; end: Ms }): Ms[] {
  const { rule, first } = recurrence;
  const { shape, betweenMinutes, endless } = shapeOf(rule, first);
  if (betweenMinutes) throw new TidegateError('rule-unreadable', { rule });
  if (endless) throw new TidegateError('schedule-endless', { rule });
  return shapedOccurrences(recurrence, shape, period);
}

/** As `windowOccurrences`, seconds included, with no opinion on what suits a window. */
export function occurrencesOf(recurrence: CountedRecurrence, period: { start: Ms; end: Ms }): Ms[] {
  return shapedOccurrences(recurrence, shapeOf(recurrence.rule, recurrence.first).shape, period);
}

function shapedOccurrences(
  { first, rule, zone, isOff }: CountedRecurrence,
  shape: RuleShape,
  period: { start: Ms; end: Ms },
): Ms[] {
  const last = Math.min(period.end - 1, LAST_WALL, untilOnTheWall(shape, zone));
  const pick = shape.positions && placing(shape.positions);
  const found: Ms[] = [];
  let counted = 0;
  let steps = 0;
  for (const { start, candidates: all } of ruleSets(shape, first, period.start, Math.max(first, last))) {
    const candidates = isOff ? all.filter((at) => !isOff(Math.floor(at / DAY_MS))) : all;
    // Also where the calendar of the platform ends and the start is no number.
    if (!(start <= last)) break;
    steps += 1 + all.length;
    for (const at of pick ? pick(candidates) : candidates) {
      if (at < first) continue;
      counted += 1;
      if (at > last || (shape.count !== null && counted > shape.count)) return found;
      if (at >= period.start) found.push(at);
    }
    if (steps > MOST_STEPS || found.length > MOST_OCCURRENCES) throw new TidegateError('schedule-endless', { rule });
  }
  return found;
}

interface ReadRule {
  readonly shape: RuleShape;
  readonly betweenMinutes: boolean;
  readonly endless: boolean;
}

/** By rule, then by first candidate. */
const readRules = new Map<string, Map<Ms, ReadRule>>();
let readCount = 0;

function shapeOf(rule: string, first: Ms): ReadRule {
  const known = readRules.get(rule)?.get(first);
  if (known) return known;
  const parts = readRule(rule);
  const read = {
    shape: shapeRule(parts, first),
    betweenMinutes: fallsBetweenMinutes(parts),
    endless: isEndless(parts),
  };
  if (readCount >= MOST_RULES) {
    readRules.clear();
    readCount = 0;
  }
  const byFirst = readRules.get(rule) ?? new Map<Ms, ReadRule>();
  readRules.set(rule, byFirst.set(first, read));
  readCount += 1;
  return read;
}

function untilOnTheWall({ until }: RuleShape, zone: string | undefined): Ms {
  if (!until) return Number.POSITIVE_INFINITY;
  return until.utc && zone !== undefined ? until.at + offsetMs(until.at, zone) : until.at;
}

/** Picks the candidates at these places of a set; negative places count from its end. */
function placing(positions: readonly number[]): (candidates: readonly Ms[]) => readonly Ms[] {
  const [only, ...more] = positions;
  if (only !== undefined && more.length === 0)
    return (candidates) => {
      const place = only > 0 ? only - 1 : candidates.length + only;
      return place < 0 ? [] : candidates.slice(place, place + 1);
    };
  // Worked out once for sets of one length: a rule may name hundreds of places and pass a million sets.
  const byLength = new Map<number, ReadonlySet<number>>();
  return (candidates) => {
    const { length } = candidates;
    const places = byLength.get(length) ?? new Set(positions.map((at) => (at > 0 ? at - 1 : length + at)));
    byLength.set(length, places);
    return candidates.filter((_, place) => places.has(place));
  };
}
