import type { Schedule } from '../record/body/scheduleBody.ts';
import { wallMs } from '../time/wall.ts';
import { fiscalWalls, type Fiscal } from './fiscalWalls.ts';
import { touches, writtenSpan, type Occurrence } from './occurrence.ts';
import type { WallSpan } from './pairEnds.ts';
import { ruleWalls, type Ruled } from './ruleWalls.ts';

/**
 * Which occurrences of the schedule touch this stretch of wall time? By start.
 *
 * @param zone where the wall hangs, for an `UNTIL` in UTC
 * @param range counted by `wallMs`
 * @param wide read as what denies is read: an end at 23:59 leaves no open minute
 * @throws TidegateError `rule-unreadable`, `schedule-endless`, `input-rejected` (a malformed length)
 */
export function occurrenceWalls(
  schedule: Schedule,
  zone: string,
  range: WallSpan,
  wide: boolean,
): readonly Occurrence[] {
  if (schedule.form === 'once') return inRange([writtenSpan(schedule, wide)], range);
  if (schedule.form === 'dates')
    return inRange(
      schedule.spans.map((span) => writtenSpan(span, wide)),
      range,
    );
  const computed = computedWalls(schedule, zone, range, wide);
  const { moved = [], additions = [] } = schedule;
  if (moved.length === 0 && additions.length === 0) return computed;
  const left = new Set(moved.map(({ from }) => wallMs(from)));
  const elsewhere = moved
    // What denies is not lost with the occurrence it stood for; what opens needs one.
    .filter(({ from }) => wide || occursAt(schedule, zone, from))
    .map((each) => writtenSpan(each, wide));
  const added = additions.map((addition) => writtenSpan(addition, wide));
  return inRange([...computed.filter(({ start }) => !left.has(start)), ...elsewhere, ...added], range);
}

/** Does the schedule compute an occurrence that starts then, exceptions heeded? */
export function occursAt(schedule: Ruled | Fiscal, zone: string, from: string): boolean {
  const at = wallMs(from);
  return computedWalls(schedule, zone, { start: at, end: at + 1 }, false).some(({ start }) => start === at);
}

function computedWalls(schedule: Ruled | Fiscal, zone: string, range: WallSpan, wide: boolean): readonly Occurrence[] {
  return schedule.form === 'fiscal' ? fiscalWalls(schedule, range, wide) : ruleWalls(schedule, zone, range, wide);
}

function inRange(spans: readonly Occurrence[], range: WallSpan): Occurrence[] {
  return spans.filter((span) => touches(span, range)).toSorted((a, b) => a.start - b.start || a.end - b.end);
}
