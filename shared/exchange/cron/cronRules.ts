import { weekdayNames } from '../../record/body/scheduleBody.ts';
import type { StartRule } from '../../record/body/scheduleBody.ts';
import { DAY_MS, MINUTE_MS } from '../../time/instant.ts';
import { occurrencesOf } from '../../time/recurrence.ts';
import { toWall, wallMs } from '../../time/wall.ts';
import type { CronFields } from './cronFields.ts';

/** Cron has no beginning; its windows are told from here on. A Wednesday, and the first day of a leap year. */
const FROM = wallMs('2020-01-01T00:00');
/** A 29 February comes within eight years. */
const LONGEST_GAP_MS = 3_000 * DAY_MS;
/** More starts a day in one rule than the calendar lists for years ahead. */
const MOST_STARTS = 24;
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

type Days = Pick<CronFields, 'monthDays' | 'months' | 'weekdays'>;

/** Which days a cron expression names, as parts of a rule; none when there is no such day. Either of two is enough. */
function dayRules({ monthDays, months, weekdays }: Days): string[] {
  const inMonths = months ? `;BYMONTH=${months.join(',')}` : '';
  const rules: string[] = [];
  const exist = monthDays?.some((day) =>
    (months ?? monthLengths.map((_, index) => index + 1)).some((month) => day <= (monthLengths[month - 1] ?? 0)),
  );
  if (monthDays && exist)
    rules.push(`FREQ=${months ? 'YEARLY' : 'MONTHLY'}${inMonths};BYMONTHDAY=${monthDays.join(',')}`);
  if (weekdays)
    rules.push(`FREQ=WEEKLY${inMonths};BYDAY=${weekdays.map((day) => weekdayNames[(day + 6) % 7]).join(',')}`);
  return monthDays || weekdays ? rules : [`FREQ=DAILY${inMonths}`];
}

/** Does it name every day there is? */
export function isEveryDay({ monthDays, months, weekdays }: Days): boolean {
  return !monthDays && !months && !weekdays;
}

/**
 * Rules that start at these minutes of these days; empty when there is no such day.
 *
 * A rule says hours times minutes, so that times which are no such product take several.
 */
export function cronRules(days: Days, times: readonly number[]): StartRule[] {
  return dayRules(days).flatMap((rule) =>
    products(times).map(({ hours, minutes }) => {
      const first = FROM + ((hours[0] ?? 0) * 60 + (minutes[0] ?? 0)) * MINUTE_MS;
      const [from = first] = occurrencesOf({ rule, first }, { start: first, end: first + LONGEST_GAP_MS });
      const byHour = hours.length > 1 ? `;BYHOUR=${hours.join(',')}` : '';
      const byMinute = minutes.length > 1 ? `;BYMINUTE=${minutes.join(',')}` : '';
      return { from: toWall(from), rule: `${rule}${byHour}${byMinute}` };
    }),
  );
}

/** The times as hours times minutes, none with more starts than a rule should have. */
function products(times: readonly number[]): { hours: number[]; minutes: number[] }[] {
  const hoursOf = new Map<number, number[]>();
  for (const time of times) hoursOf.set(time % 60, [...(hoursOf.get(time % 60) ?? []), Math.floor(time / 60)]);
  const minutesOf = new Map<string, number[]>();
  for (const [minute, hours] of [...hoursOf].toSorted(([a], [b]) => a - b)) {
    const key = hours.join(',');
    minutesOf.set(key, [...(minutesOf.get(key) ?? []), minute]);
  }
  return [...minutesOf].flatMap(([key, minutes]) => {
    const hours = key.split(',').map(Number);
    const each = Math.max(1, Math.floor(MOST_STARTS / hours.length));
    const chunks: { hours: number[]; minutes: number[] }[] = [];
    for (let from = 0; from < minutes.length; from += each)
      chunks.push({ hours, minutes: minutes.slice(from, from + each) });
    return chunks;
  });
}
