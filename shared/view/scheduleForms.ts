import type { Holidays, Schedule, StartRule } from '../record/body/scheduleBody.ts';
import type { Wall } from '../time/instant.ts';
import { readRepetition } from './readRepeat.ts';
import { startOf, usualWeekend, type Limit, type Repeat } from './repeat.ts';
import { addWallDays } from './wallMath.ts';

export type ScheduleForm = Schedule['form'];
export type Once = Extract<Schedule, { form: 'once' }>;
export type Dates = Extract<Schedule, { form: 'dates' }>;
export type Ruled = Extract<Schedule, { form: 'rule' }>;
export type Fiscal = Extract<Schedule, { form: 'fiscal' }>;
export type DatedSpan = Dates['spans'][number];

/** The first span a schedule is known to have, to begin another form with. */
function firstSpan(schedule: Schedule, today: Wall): { start: Wall; end: Wall } {
  if (schedule.form === 'once' && schedule.start !== '')
    return {
      start: schedule.start,
      end: schedule.end > schedule.start ? schedule.end : addWallDays(schedule.start, 1),
    };
  const first = schedule.form === 'dates' ? schedule.spans.find(({ end }) => end > today) : undefined;
  if (first) return { start: first.start, end: first.end };
  // A rule may have begun years ago: what is new begins today.
  const from = schedule.form === 'rule' && schedule.start.from > today ? schedule.start.from : today;
  return { start: from, end: addWallDays(from, 1) };
}

/** The whole day of tomorrow that a new window begins with: nobody asked for that date, so no list begins with it. */
function isUntouched(schedule: Schedule, today: Wall): boolean {
  return schedule.form === 'once' && schedule.start === addWallDays(today, 1) && schedule.end === addWallDays(today, 2);
}

/**
 * The schedule in another form, keeping what can be kept: the first day, the set of holidays.
 *
 * @param today a reading of the clock to begin with when the schedule has none
 */
export function inForm(schedule: Schedule, form: ScheduleForm, today: Wall): Schedule {
  if (schedule.form === form) return schedule;
  const { start, end } = firstSpan(schedule, today);
  const known: { readonly holidays?: Holidays } =
    'holidays' in schedule && schedule.holidays ? { holidays: schedule.holidays } : {};
  switch (form) {
    case 'once':
      return { form, start, end };
    case 'dates':
      return { form, spans: isUntouched(schedule, today) ? [] : [{ start, end }] };
    case 'rule':
      return {
        form,
        start: {
          from: start,
          rule: 'FREQ=WEEKLY;BYDAY=MO',
          ...(known.holidays && { onHoliday: 'not-counted' as const }),
        },
        end: { duration: 'PT4H' },
        ...known,
      };
    case 'fiscal':
      return {
        form,
        year: { pattern: '4-4-5', endsOn: { weekday: 'SA', month: 1, which: 'nearest-to-month-end' } },
        of: 'period',
        start: { days: -2, count: 'business-days', time: '00:00' },
        end: { days: 3, count: 'business-days', time: '24:00' },
        ...known,
      };
  }
}

const never: Limit = { kind: 'never' };

export type RuleEnd = Ruled['end'];
/** How each occurrence of a rule ends. */
export type EndKind = 'duration' | 'elapsed' | 'rule';

export function endKindOf(end: RuleEnd): EndKind {
  if ('rule' in end) return 'rule';
  return 'elapsed' in end ? 'elapsed' : 'duration';
}

/** What most ends on a day of their own are: the fifth business day after a close, else the Monday morning. */
function endRule(start: StartRule, holidays: Holidays | undefined): StartRule {
  const weekend = holidays?.weekend ?? usualWeekend;
  const { from, repeat } = readRepetition(start, weekend);
  const isClose = 'on' in repeat && 'kind' in repeat.on && repeat.on.kind === 'business';
  const { onHoliday } = start;
  if (!isClose)
    return startOf({ from, times: ['06:00'], repeat: { every: 'week', interval: 1, on: ['MO'] }, limit: never });
  const fifth: Repeat = { every: 'month', interval: 1, on: { kind: 'business', nth: 5 } };
  const end = startOf({ from, times: ['23:59'], repeat: fifth, limit: never }, weekend);
  return onHoliday ? { ...end, onHoliday } : end;
}

/** The end in another kind: a length stays as long. */
export function endAs({ start, end, holidays }: Pick<Ruled, 'start' | 'end' | 'holidays'>, kind: EndKind): RuleEnd {
  if (endKindOf(end) === kind) return end;
  if (kind === 'rule') return endRule(start, holidays);
  const length = 'duration' in end ? end.duration : 'elapsed' in end ? end.elapsed : 'PT4H';
  return kind === 'elapsed' ? { elapsed: length } : { duration: length };
}

/** The rule begun otherwise: an end rule that would only count from later on counts from the new first day. */
export function startedAt(when: Ruled, start: StartRule): Ruled {
  const { end } = when;
  if (!('rule' in end) || start.from === '' || end.from.slice(0, 10) <= start.from.slice(0, 10))
    return { ...when, start };
  const weekend = when.holidays?.weekend ?? usualWeekend;
  const said = readRepetition(end, weekend);
  if (said.repeat.every === 'kept') return { ...when, start };
  return { ...when, start, end: { ...end, ...startOf({ ...said, from: start.from.slice(0, 10) }, weekend) } };
}
