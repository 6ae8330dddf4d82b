import type { Schedule } from '../../../shared/record/body/scheduleBody.ts';
import { isWall } from '../../../shared/time/instant.ts';
import { placeTime } from '../../../shared/time/placeTime.ts';
import { wallMs } from '../../../shared/time/wall.ts';
import { durationWords, readDuration } from '../../../shared/view/duration.ts';
import { readRepeat } from '../../../shared/view/repeat.ts';
import { repeatWords } from '../../../shared/view/repeatWords.ts';

function ruleWords(rule: string): string {
  const repeat = readRepeat(rule);
  return repeat === null ? `by the rule ${rule}` : repeatWords(repeat);
}

/** A reading of a wall clock as people write it; empty while it is not one. */
export function wallWords(wall: string): string {
  // As if the wall hung in Greenwich: a reading has no zone.
  return isWall(wall) ? placeTime(wallMs(wall), 'UTC') : '';
}

/** How a schedule is said: "Every week on Tuesday at 22:00, for 4 hours". */
export function scheduleWords(schedule: Schedule): string {
  if (schedule.form === 'once') return `Once, ${wallWords(schedule.start)} to ${wallWords(schedule.end)}`;
  if (schedule.form !== 'rule' || 'elapsed' in schedule.end) return '';
  const { start, end, exceptions = [], additions = [] } = schedule;
  const begins = ruleWords(start.rule);
  const length = 'duration' in end ? readDuration(end.duration) : null;
  const ends =
    'duration' in end
      ? `for ${length === null ? end.duration : durationWords(length)}`
      : `until the next time it is ${ruleWords(end.rule).replace(/^every \w+ on /, '')} at ${end.from.slice(11)}`;
  const skipped =
    exceptions.length > 0 ? `, not on ${exceptions.map((wall) => wallWords(wall).split(',')[0]).join(', ')}` : '';
  const added = additions.length > 0 ? `, and ${String(additions.length)} further times` : '';
  return `${begins.charAt(0).toUpperCase()}${begins.slice(1)} at ${start.from.slice(11)}, ${ends}${skipped}${added}`;
}
