import type { Schedule } from '../record/body/scheduleBody.ts';
import { fiscalParts } from '../time/fiscalYear.ts';
import { daysOff, type DaysOff } from '../time/holidayDays.ts';
import { DAY_MS, MINUTE_MS, type Ms } from '../time/instant.ts';
import { touches, withoutExceptions, writtenEnd, type Occurrence } from './occurrence.ts';
import type { WallSpan } from './pairEnds.ts';

export type Fiscal = Extract<Schedule, { form: 'fiscal' }>;
type FromEnd = Fiscal['start'];

/** The occurrences around the ends of fiscal periods, less the exceptions: all that touch the range, by start. */
export function fiscalWalls(schedule: Fiscal, range: WallSpan, wide: boolean): readonly Occurrence[] {
  const spans = fiscalSpans(schedule, range)
    .map(({ start, end }) => ({ start, end: writtenEnd(end, wide) }))
    .filter((span) => touches(span, range));
  return withoutExceptions(spans, schedule.exceptions, ({ start }) => start);
}

/** As written, also where the end comes before the start; a few beyond the range are among them. */
export function fiscalSpans({ year, of, start, end, holidays }: Fiscal, range: WallSpan): WallSpan[] {
  const off = daysOff(holidays);
  const reach = Math.max(
    ...[start, end].map(({ days, count }) => (count === 'days' ? Math.abs(days) : off.reach(days))),
  );
  const from = Math.floor(range.start / DAY_MS) - reach - 1;
  const until = Math.ceil(range.end / DAY_MS) + reach + 1;
  return fiscalParts(year, of, from, until).map(({ last }) => ({
    start: momentOf(start, last, off),
    end: momentOf(end, last, off),
  }));
}

function momentOf({ days, count, time }: FromEnd, last: number, off: DaysOff): Ms {
  const day = count === 'days' ? last + days : off.step(last, days);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day * DAY_MS + (hours * 60 + minutes) * MINUTE_MS;
}
