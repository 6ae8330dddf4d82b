import type { Schedule } from '../../record/body/scheduleBody.ts';
import { MINUTE_MS, type Ms } from '../../time/instant.ts';
import { durationText, exactText } from '../durationText.ts';
import type { CronFields } from './cronFields.ts';
import { cronRules, isEveryDay } from './cronRules.ts';
import { coversAlways, foldTimes } from './foldTimes.ts';
import { zoneChange } from './zoneChange.ts';

/** One cron expression that takes more windows than this is no schedule that people can answer for. */
const MOST_WINDOWS = 40;

/**
 * Schedules that together cover from every fire of a cron expression, each for `length` exactly; a sentence when none
 * can.
 *
 * @param length whole minutes
 * @param opens read narrow where the clocks change
 */
export function cronSchedules(fields: CronFields, length: Ms, zone: string, opens: boolean): Schedule[] | string {
  const minutes = length / MINUTE_MS;
  const change = zoneChange(zone) / MINUTE_MS;
  if (isEveryDay(fields) && coversAlways(fields.times, minutes, change)) return [always(opens && change > 0)];
  const schedules: Schedule[] = [];
  for (const folded of foldTimes(fields.times, minutes, change, opens)) {
    const text = folded.nominal ? durationText(folded.length * MINUTE_MS) : exactText(folded.length * MINUTE_MS);
    // Longer than from one year's fire to the next.
    if (text === null && !onLeapDayOnly(fields) && cronRules(fields, [0]).length > 0)
      return [always(opens && change > 0)];
    if (text === null) return 'It lasts longer than a window can say: 9999 hours.';
    const end = folded.nominal ? { duration: text } : { elapsed: text };
    for (const start of cronRules(fields, folded.times)) schedules.push({ form: 'rule', start, end });
  }
  if (schedules.length > MOST_WINDOWS) return 'It starts too often in a day to be a window.';
  return schedules.length > 0 ? schedules : 'It never happens: there is no such day.';
}

function onLeapDayOnly({ monthDays, months, weekdays }: CronFields): boolean {
  return !weekdays && months?.join() === '2' && monthDays !== null && Math.min(...monthDays) >= 29;
}

/** An opening is never longer than its text, so that only days which overlap leave no gap on a day of 25 hours. */
function always(overlapping: boolean): Schedule {
  const duration = overlapping ? 'P2D' : 'P1D';
  return { form: 'rule', start: { from: '2020-01-01T00:00', rule: 'FREQ=DAILY' }, end: { duration } };
}
