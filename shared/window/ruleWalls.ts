import type { Schedule } from '../record/body/scheduleBody.ts';
import { DAY_MS, MINUTE_MS, type Ms } from '../time/instant.ts';
import { durationMs } from './duration.ts';
import { touches, withoutExceptions, writtenEnd, type Occurrence } from './occurrence.ts';
import { LONGEST_OPEN_MS, pairEnds, type WallSpan } from './pairEnds.ts';
import { ruleMoments } from './ruleMoments.ts';

/** Further than from one month's close to the next. */
const NEAR_MS = 45 * DAY_MS;

export type Ruled = Extract<Schedule, { form: 'rule' }>;

/**
 * The occurrences that a rule computes, less its exceptions: all that touch the range, by start.
 *
 * Overlapping occurrences of a length stay apart; those of an end rule are joined by `pairEnds`.
 *
 * @throws TidegateError `rule-unreadable`, `schedule-endless`, `input-rejected` (a malformed length)
 */
export function ruleWalls(schedule: Ruled, zone: string, range: WallSpan, wide: boolean): readonly Occurrence[] {
  const { start, end, holidays, exceptions } = schedule;
  const startsFrom = (from: Ms) =>
    withoutExceptions(ruleMoments(start, holidays, zone, { start: from, end: range.end }), exceptions, itself);
  if (!('rule' in end)) {
    const exact = 'elapsed' in end;
    const length = durationMs(exact ? end.elapsed : end.duration);
    if (length <= 0) return [];
    const starts = startsFrom(range.start - length + 1);
    if (exact) return starts.map((at) => ({ start: at, end: at + length, exact }));
    return starts.map((at) => ({ start: at, end: at + length }));
  }
  const ends = (from: Ms, to: Ms) => ruleMoments(end, holidays, zone, { start: from, end: to });
  /** As far as the last start needs them: an end is mostly near, and may be 400 days away. */
  const endsFor = (starts: readonly Ms[], from: Ms): Ms[] => {
    const near = ends(from, range.end + NEAR_MS);
    const isEnough = (starts.at(-1) ?? from) < (near.at(-1) ?? from);
    return isEnough || starts.length === 0 ? near : ends(from, range.end + LONGEST_OPEN_MS + DAY_MS);
  };
  // Every span that is open at an end closes there, so nothing before the last end can reach into the range.
  const lookBack = [NEAR_MS, LONGEST_OPEN_MS + DAY_MS].map((reach) => range.start - reach);
  for (const from of lookBack) {
    const closed = ends(from - DAY_MS, range.start - MINUTE_MS).at(-1);
    if (closed === undefined && from !== lookBack.at(-1)) continue;
    const starts = startsFrom(closed ?? from);
    const spans = pairEnds(starts, endsFor(starts, closed ?? from), wide);
    const read = wide ? spans.map((span) => ({ start: span.start, end: writtenEnd(span.end, wide) })) : spans;
    return read.filter((span) => touches(span, range));
  }
  return [];
}

function itself(at: Ms): Ms {
  return at;
}
