import type { Schedule } from '../record/body/windowBody.ts';
import { DAY_MS, MINUTE_MS, type Ms, type Wall } from '../time/instant.ts';
import { expandRule } from '../time/recurrence.ts';
import { toWall, wallMs } from '../time/wall.ts';
import { durationMs } from './duration.ts';
import { LONGEST_OPEN_MS, pairEnds, type WallSpan } from './pairEnds.ts';

/**
 * Which occurrences of the schedule touch this stretch of wall time?
 *
 * An end that is written as 23:59 (once, an addition, an end rule) names the last minute of its day: a `wide` reading
 * runs through it to midnight, since "to the end of the fifth" leaves no open minute. Overlapping occurrences of a
 * duration stay apart.
 *
 * @param zone where the wall hangs, for an `UNTIL` in UTC
 * @param range counted by `wallMs`
 * @throws TidegateError `rule-unreadable`, `schedule-endless`, `input-rejected` (a malformed duration)
 */
export function occurrenceWalls(schedule: Schedule, zone: string, range: WallSpan, wide: boolean): WallSpan[] {
  const touches = ({ start, end }: WallSpan) => start < end && start < range.end && range.start < end;
  if (schedule.form === 'once') return [written(schedule, wide)].filter(touches);
  const skipped = new Set(schedule.exceptions?.map(wallMs));
  const held = ruleSpans(schedule, zone, range, skipped, wide);
  const added = (schedule.additions ?? []).map((addition) => written(addition, wide));
  return [...held, ...added].filter(touches).toSorted((a, b) => a.start - b.start || a.end - b.end);
}

type Ruled = Extract<Schedule, { form: 'rule' }>;

function ruleSpans(
  { start, end }: Ruled,
  zone: string,
  range: WallSpan,
  skipped: ReadonlySet<Ms>,
  wide: boolean,
): WallSpan[] {
  const zoned = zone === '' ? {} : { zone };
  const startsFrom = (from: Ms) =>
    expandRule({ ...start, ...zoned }, { from: toWall(from), to: ceilWall(range.end) })
      .map(wallMs)
      .filter((at) => !skipped.has(at));
  if ('duration' in end) {
    const length = durationMs(end.duration);
    return startsFrom(range.start - length).map((at) => ({ start: at, end: at + length }));
  }
  const ends = (from: Ms, to: Ms) =>
    expandRule({ ...end, ...zoned }, { from: toWall(from), to: ceilWall(to) }).map((at) =>
      writtenEnd(wallMs(at), wide),
    );
  // Every span that is open at an end closes there, so nothing before the last end can reach into the range.
  const lookBack = [45 * DAY_MS, LONGEST_OPEN_MS + DAY_MS].map((reach) => range.start - reach);
  for (const from of lookBack) {
    const closed = ends(from - DAY_MS, range.start).at(-1);
    if (closed === undefined && from !== lookBack.at(-1)) continue;
    return pairEnds(startsFrom(closed ?? from), ends(closed ?? from, range.end + LONGEST_OPEN_MS + DAY_MS), wide);
  }
  return [];
}

function written({ start, end }: { start: Wall; end: Wall }, wide: boolean): WallSpan {
  return { start: wallMs(start), end: writtenEnd(wallMs(end), wide) };
}

function writtenEnd(end: Ms, wide: boolean): Ms {
  return wide && (end + MINUTE_MS) % DAY_MS === 0 ? end + MINUTE_MS : end;
}

function ceilWall(ms: Ms): Wall {
  return toWall(Math.ceil(ms / MINUTE_MS) * MINUTE_MS);
}
