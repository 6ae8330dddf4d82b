import type { Schedule } from '../record/body/scheduleBody.ts';
import type { Occurrence } from './occurrence.ts';
import { occurrenceWalls } from './occurrenceWalls.ts';
import type { WallSpan } from './pairEnds.ts';

/** As `occurrenceWalls`. */
export type WallsOf = typeof occurrenceWalls;

/** An `UNTIL` in UTC falls at another time on the wall of each zone. */
const UNTIL_IN_UTC = /UNTIL=\d+T\d+Z/i;

/**
 * Reads one schedule for several clocks: they are asked about the same stretch one after the other, and the wall is the
 * same on all of them.
 */
export function sharedWalls(): WallsOf {
  let last: { readonly schedule: Schedule; readonly range: WallSpan; readonly wide: boolean } | null = null;
  let walls: readonly Occurrence[] = [];
  return (schedule, zone, range, wide) => {
    if (hangsOnZone(schedule)) return occurrenceWalls(schedule, zone, range, wide);
    const isSame =
      last?.schedule === schedule &&
      last.range.start === range.start &&
      last.range.end === range.end &&
      last.wide === wide;
    if (isSame) return walls;
    walls = occurrenceWalls(schedule, zone, range, wide);
    last = { schedule, range, wide };
    return walls;
  };
}

function hangsOnZone(schedule: Schedule): boolean {
  if (schedule.form !== 'rule') return false;
  const { start, end } = schedule;
  return UNTIL_IN_UTC.test(start.rule) || ('rule' in end && UNTIL_IN_UTC.test(end.rule));
}
