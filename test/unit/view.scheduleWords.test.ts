import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Holidays, Schedule } from '../../shared/record/body/scheduleBody.ts';
import { allSuggestions } from '../../shared/suggest/allSuggestions.ts';
import { readRepetition } from '../../shared/view/readRepeat.ts';
import { usualWeekend } from '../../shared/view/repeat.ts';
import { scheduleOf } from '../support/suggestionBuild.ts';
import { scheduleWords } from '../../shared/view/scheduleWords.ts';

const holidays: Holidays = {
  name: 'France',
  source: 'FR',
  days: [{ day: '2026-12-25' }],
  weekend: ['SA', 'SU'],
  through: '2030-12-31',
};
const close = {
  form: 'rule' as const,
  start: { from: '2026-01-01T00:00', rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2' },
  end: { from: '2026-01-01T23:59', rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5' },
};
const friday = { from: '2026-01-02T12:00', rule: 'FREQ=WEEKLY;BYDAY=FR' };
const year = { pattern: '4-5-4', endsOn: { weekday: 'SA', month: 1, which: 'nearest-to-month-end' } } as const;

const said: readonly (readonly [Schedule, string])[] = [
  [
    { form: 'once', start: '2026-11-27T18:00', end: '2026-11-30T06:00' },
    'Once, Fri 27 Nov 2026, 18:00 to Mon 30 Nov 2026, 06:00',
  ],
  [
    { form: 'once', start: '2026-12-15T00:00', end: '2027-01-03T00:00' },
    'Once, Tue 15 Dec 2026 through Sat 2 Jan 2027',
  ],
  [{ form: 'once', start: '', end: '' }, 'Once, at a time not given yet'],
  [
    { form: 'dates', spans: [{ start: '2026-12-25T00:00', end: '2026-12-26T00:00', name: 'Christmas' }] },
    'On Fri 25 Dec 2026 (Christmas)',
  ],
  [
    {
      form: 'dates',
      spans: [1, 2, 3, 4].map((day) => ({
        start: `2026-12-0${String(day)}T00:00`,
        end: `2026-12-0${String(day)}T12:00`,
      })),
    },
    'On 4 dates, from Tue 1 Dec 2026 to Fri 4 Dec 2026',
  ],
  [close, 'Every month on the second-last business day at 00:00, until the end of the fifth business day'],
  [
    {
      ...close,
      start: { ...close.start, onHoliday: 'not-counted' },
      end: { ...close.end, onHoliday: 'not-counted' },
      holidays,
    },
    'Every month on the second-last business day at 00:00, until the end of the fifth business day, ' +
      'holidays (France) are not counted',
  ],
  [
    { form: 'rule', start: friday, end: { from: '2026-01-02T06:00', rule: 'FREQ=WEEKLY;BYDAY=MO' } },
    'Every week on Friday at 12:00, until Monday at 06:00',
  ],
  [{ form: 'rule', start: friday, end: { elapsed: 'PT66H' } }, 'Every week on Friday at 12:00, for exactly 66 hours'],
  [
    {
      form: 'rule',
      start: { from: '2026-01-01T05:45', rule: 'FREQ=DAILY;BYHOUR=5,13,21;UNTIL=20271231T235900' },
      end: { duration: 'PT45M' },
    },
    'Every day at 05:45, 13:45 and 21:45, until Fri 31 Dec 2027, for 45 minutes',
  ],
  [
    {
      form: 'rule',
      start: { ...friday, onHoliday: 'next-business-day' },
      end: { duration: 'PT4H' },
      holidays,
      exceptions: ['2026-12-25T12:00'],
      moved: [{ from: '2026-12-18T12:00', start: '2026-12-17T12:00', end: '2026-12-17T16:00' }],
      additions: [{ start: '2026-12-24T12:00', end: '2026-12-24T16:00' }],
    },
    'Every week on Friday at 12:00, for 4 hours, holidays (France) move it to the next business day; ' +
      'not on Fri 25 Dec 2026; that of Fri 18 Dec 2026 moved to Thu 17 Dec 2026, 12:00 to 16:00; ' +
      'also Thu 24 Dec 2026, 12:00 to 16:00',
  ],
  [
    {
      form: 'fiscal',
      year,
      of: 'quarter',
      start: { days: -2, count: 'business-days', time: '18:00' },
      end: { days: 1, count: 'days', time: '24:00' },
      holidays,
    },
    'Around the end of every fiscal quarter, from 18:00 on the day 2 business days before its last business day ' +
      'to the end of the day after its last day; quarters have 4, 5 and 4 weeks and the year ends on the Saturday ' +
      'nearest to the end of January; holidays (France) are not counted',
  ],
];

test('every form of schedule is said in words, never as a rule', () => {
  for (const [schedule, words] of said) assert.equal(scheduleWords(schedule), words);
});

test('every ready-made window is within the words of the fields: nobody meets a rule', () => {
  for (const { id } of allSuggestions) {
    const schedule = scheduleOf(id);
    if (schedule === null) continue;
    const weekend = ('holidays' in schedule && schedule.holidays?.weekend) || usualWeekend;
    const rules = schedule.form === 'rule' ? [schedule.start, ...('rule' in schedule.end ? [schedule.end] : [])] : [];
    for (const rule of rules)
      assert.notEqual(readRepetition(rule, weekend).repeat.every, 'kept', `${id}: ${rule.rule}`);
    assert.doesNotMatch(scheduleWords(schedule), /FREQ|=|undefined|NaN/, id);
  }
});
