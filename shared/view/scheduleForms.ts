import type { Schedule, StartRule } from '../record/body/scheduleBody.ts';
import type { Wall } from '../time/instant.ts';
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
  const [first] = schedule.form === 'dates' ? schedule.spans : [];
  if (first) return { start: first.start, end: first.end };
  const from = schedule.form === 'rule' && schedule.start.from !== '' ? schedule.start.from : today;
  return { start: from, end: addWallDays(from, 1) };
}

/**
 * The schedule in another form, keeping what can be kept: the first day, the set of holidays.
 *
 * @param today a reading of the clock to begin with when the schedule has none
 */
export function inForm(schedule: Schedule, form: ScheduleForm, today: Wall): Schedule {
  if (schedule.form === form) return schedule;
  const { start, end } = firstSpan(schedule, today);
  const known = 'holidays' in schedule && schedule.holidays ? { holidays: schedule.holidays } : {};
  switch (form) {
    case 'once':
      return { form, start, end };
    case 'dates':
      return { form, spans: [{ start, end }] };
    case 'rule':
      return { form, start: { from: start, rule: 'FREQ=WEEKLY;BYDAY=MO' }, end: { duration: 'PT4H' }, ...known };
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

export type RuleEnd = Ruled['end'];
/** How each occurrence of a rule ends. */
export type EndKind = 'duration' | 'elapsed' | 'rule';

export function endKindOf(end: RuleEnd): EndKind {
  if ('rule' in end) return 'rule';
  return 'elapsed' in end ? 'elapsed' : 'duration';
}

/** The end in another kind: a length stays as long, and an end rule begins as the start rule's, a day later at 06:00. */
export function endAs(end: RuleEnd, kind: EndKind, start: StartRule): RuleEnd {
  if (endKindOf(end) === kind) return end;
  if (kind === 'rule') {
    const day = start.from === '' ? '' : start.from.slice(0, 10);
    return { from: day === '' ? '' : `${day}T06:00`, rule: 'FREQ=WEEKLY;BYDAY=MO' };
  }
  const length = 'duration' in end ? end.duration : 'elapsed' in end ? end.elapsed : 'PT4H';
  return kind === 'elapsed' ? { elapsed: length } : { duration: length };
}
