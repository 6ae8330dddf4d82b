import type { Schedule } from '../record/body/scheduleBody.ts';
import type { Ms } from '../time/instant.ts';
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
  const stay = left.size > 0 ? computed.filter(({ start }) => !left.has(start)) : computed;
  const elsewhere = moved
    .map((each) => ({ from: wallMs(each.from), to: writtenSpan(each, wide) }))
    .filter(({ to }) => touches(to, range));
  const added = additions.map((addition) => writtenSpan(addition, wide));
  // What denies is not lost with the occurrence it stood for; what opens needs one.
  const there = wide ? elsewhere : elsewhere.filter(occurring(schedule, zone, elsewhere));
  return inRange([...stay, ...there.map(({ to }) => to), ...added], range);
}

/** Tells which of these moves take the place of an occurrence, asking the schedule once. */
function occurring(schedule: Ruled | Fiscal, zone: string, moves: readonly { readonly from: Ms }[]) {
  const froms = moves.map(({ from }) => from);
  const range = { start: Math.min(...froms), end: Math.max(...froms) + 1 };
  const starts = moves.length > 0 ? computedWalls(schedule, zone, range, false).map(({ start }) => start) : [];
  const found = new Set(starts);
  return ({ from }: { readonly from: Ms }) => found.has(from);
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
