import { TidegateError } from '../errors.ts';
import type { Schedule } from '../record/body/scheduleBody.ts';
import { DAY_MS, MINUTE_MS, type Ms, type Wall } from '../time/instant.ts';
import { windowOccurrences } from '../time/recurrence.ts';
import { wallMs } from '../time/wall.ts';
import { isZone } from '../time/zone.ts';
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
  if (schedule.form !== 'rule') throw new TidegateError('rule-unreadable');
  const skipped = new Set(schedule.exceptions?.map(wallMs));
  const held = ruleSpans(schedule, zone, range, skipped, wide);
  const added = (schedule.additions ?? []).map((addition) => written(addition, wide));
  return [...held, ...added].filter(touches).toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The last clock to leave a day behind: an `UNTIL` in UTC then cuts nothing off in a zone that is not known. */
const LATEST_ZONE = 'Pacific/Kiritimati';

type Ruled = Extract<Schedule, { form: 'rule' }>;

function ruleSpans(
  { start, end }: Ruled,
  zone: string,
  range: WallSpan,
  skipped: ReadonlySet<Ms>,
  wide: boolean,
): WallSpan[] {
  const clock = isZone(zone) ? zone : LATEST_ZONE;
  const startRule = { rule: start.rule, first: wallMs(start.from), zone: clock };
  const startsFrom = (from: Ms) => {
    const starts = windowOccurrences(startRule, { start: from, end: range.end });
    return skipped.size > 0 ? starts.filter((at) => !skipped.has(at)) : starts;
  };
  if ('elapsed' in end) throw new TidegateError('rule-unreadable');
  if ('duration' in end) {
    const length = durationMs(end.duration);
    return startsFrom(range.start - length).map((at) => ({ start: at, end: at + length }));
  }
  const endRule = { rule: end.rule, first: wallMs(end.from), zone: clock };
  const ends = (from: Ms, to: Ms) =>
    windowOccurrences(endRule, { start: from, end: to }).map((at) => writtenEnd(at, wide));
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
