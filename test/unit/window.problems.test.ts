import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import { scheduleRemarks } from '../../shared/window/scheduleRemarks.ts';
import { at, holidays, lasting, once, until } from '../support/windowBuild.ts';

type Ruled = Extract<Schedule, { form: 'rule' }>;
const problems = (schedule: Schedule) =>
  scheduleProblems({ zone: 'Europe/Paris', schedule }).map(({ field, problem }) => `${field}: ${problem}`);
const remarks = (schedule: Schedule, now = '2026-11-21T09:00') =>
  scheduleRemarks({ zone: 'Europe/Paris', schedule, effect: 'freeze' }, at(now));

const weekly = lasting('2026-06-01T08:00', 'FREQ=WEEKLY;BYDAY=MO', 'PT2H') as Ruled;
const fiscal = (start: number, end: number, time = '18:00'): Schedule => ({
  form: 'fiscal',
  year: { pattern: '4-4-5', endsOn: { weekday: 'SA', month: 12, which: 'last-in-month' } },
  of: 'period',
  start: { days: start, count: 'days', time: '18:00' },
  end: { days: end, count: 'business-days', time },
});

test('what keeps each form from being published is said at its field', () => {
  assert.deepEqual(
    problems({ form: 'dates', spans: [{ start: '2026-12-24T12:00', end: '2026-12-24T08:00', name: 'Eve' }] }),
    ['schedule.spans.0.end: The end of Eve must come after its start.'],
  );
  assert.deepEqual(problems({ ...weekly, end: { elapsed: 'PT0H' } }), [
    'schedule.end.elapsed: The window needs a length.',
  ]);
  assert.deepEqual(problems({ ...weekly, start: { ...weekly.start, onHoliday: 'not-counted' } }), [
    'schedule.start.onHoliday: Holidays are not counted here, but none are written in.',
  ]);
  assert.deepEqual(problems({ ...weekly, additions: [{ start: '2026-06-10T08:00', end: '2026-06-10T08:00' }] }), [
    'schedule.additions: The end of an addition must come after its start.',
  ]);
  const twice = ['2026-06-09', '2026-06-10'].map((day) => ({
    from: '2026-06-08T08:00',
    start: `${day}T08:00`,
    end: `${day}T10:00`,
  }));
  assert.deepEqual(problems({ ...weekly, moved: twice }), [
    'schedule.moved: One occurrence cannot be moved to two places.',
  ]);
  assert.deepEqual(problems(fiscal(4, 3)), ['schedule.end: The end must come after the start.']);
  // The period ends on a Saturday: its last business day is the Friday before.
  assert.match(problems({ ...fiscal(0, 0), holidays } as Schedule).join(), /^schedule.end: The end must come after/);
});

test('a fiscal window that some years turn round names the first of them', () => {
  const [said] = problems({ ...fiscal(-3, -1), holidays, of: 'year' } as Schedule);
  assert.equal(said, 'schedule.end: The window that begins Wed 25 Dec 2024, 18:00 would end before it.');
});

test('a start without an end is named, and ends that stop are', () => {
  const [never] = problems(until('2026-01-10T00:00', 'FREQ=MONTHLY', '2026-01-01T00:00', 'FREQ=DAILY;COUNT=30'));
  assert.equal(never, 'schedule.end.rule: The start on Tue 10 Feb 2026, 00:00 has no end within 400 days.');
  const later = until('2026-01-10T00:00', 'FREQ=MONTHLY', '2026-01-12T00:00', 'FREQ=MONTHLY;COUNT=500');
  assert.deepEqual(problems(later), ['schedule.end.rule: The ends stop and the starts go on.']);
});

const unsound = [
  ['every monday', 'This repetition cannot be read.'],
  ['FREQ=SECONDLY;COUNT=5', 'This repetition cannot be read.'],
  ['FREQ=MINUTELY', 'This repeats too often to be a window.'],
  ['FREQ=HOURLY;BYMINUTE=0,15,30,45', 'This repeats too often to be a window.'],
] as const;
for (const [rule, problem] of unsound)
  test(`the rule ${rule} is refused at the start and at the end`, () => {
    const wrong = { ...weekly.start, rule };
    assert.deepEqual(problems({ ...weekly, start: wrong }), [`schedule.start.rule: ${problem}`]);
    assert.deepEqual(problems({ ...weekly, end: wrong }), [`schedule.end.rule: ${problem}`]);
  });

test('what is rare is no problem, and what days off take away for ever is', () => {
  assert.deepEqual(problems(lasting('2026-06-01T08:00', 'FREQ=YEARLY;INTERVAL=20;BYMONTH=1;BYMONTHDAY=1', 'P1D')), []);
  const christmas = lasting('2024-12-25T00:00', 'FREQ=YEARLY;COUNT=2', 'P1D') as Ruled;
  assert.deepEqual(problems({ ...christmas, holidays, exceptions: ['2024-12-25T00:00', '2025-12-25T00:00'] }), [
    'schedule.start.rule: This never happens.',
  ]);
});

test('a shift without holidays knows weekends and is no problem', () => {
  assert.deepEqual(problems({ ...weekly, start: { ...weekly.start, onHoliday: 'next-business-day' } }), []);
});

test('a schedule that lies in the past is said', () => {
  assert.deepEqual(remarks(once('2026-11-01T00:00', '2026-11-02T00:00')), ['This lies in the past.']);
  assert.deepEqual(remarks({ form: 'dates', spans: [{ start: '2026-11-01T00:00', end: '2026-11-02T00:00' }] }), [
    'All of these dates lie in the past.',
  ]);
  assert.deepEqual(remarks(lasting('2026-06-01T08:00', 'FREQ=DAILY;COUNT=3', 'PT2H')), [
    'This happens no more: its last occurrence lies in the past.',
  ]);
  assert.deepEqual(remarks(once('2026-11-21T00:00', '2026-11-22T00:00')), []);
  assert.deepEqual(
    remarks({
      form: 'dates',
      spans: ['2026', '2027'].map((year) => ({ start: `${year}-11-01T00:00`, end: `${year}-11-02T00:00` })),
    }),
    [],
  );
});

test('how long holidays are written in is said while the window goes on after them', () => {
  const shifted: Schedule = { ...weekly, start: { ...weekly.start, onHoliday: 'next-business-day' }, holidays };
  assert.deepEqual(remarks(shifted), ['Holidays are written in until 31 Dec 2027; later years count weekends only.']);
  assert.deepEqual(remarks(shifted, '2028-02-01T00:00'), [
    'Holidays are written in until 31 Dec 2027; the days since then count weekends only.',
  ]);
  const counted: Schedule = { ...weekly, start: { ...weekly.start, onHoliday: 'not-counted' }, holidays };
  assert.deepEqual(remarks(counted), ['Holidays are written in until 31 Dec 2027; later years know none.']);
  const short = { ...weekly.start, rule: 'FREQ=WEEKLY;COUNT=60', onHoliday: 'not-counted' } as const;
  assert.deepEqual(remarks({ ...weekly, start: short, holidays }), []);
  assert.deepEqual(remarks({ ...weekly, holidays }), [
    'Holidays are written in, but neither the start nor the end heeds them.',
  ]);
});

test('an exception and a move that meet no occurrence are said', () => {
  const schedule: Schedule = {
    ...weekly,
    exceptions: ['2026-06-08T08:00', '2026-06-09T08:00', '2026-06-10T08:00'],
    moved: [
      { from: '2026-06-15T08:00', start: '2026-06-16T08:00', end: '2026-06-16T10:00' },
      { from: '2026-06-15T09:00', start: '2026-06-17T08:00', end: '2026-06-17T10:00' },
    ],
  };
  assert.deepEqual(remarks(schedule), [
    'No occurrence starts at Tue 9 Jun 2026, 08:00, so nothing is left out there. The same is true of 1 more.',
    'No occurrence starts at Mon 15 Jun 2026, 09:00, so nothing is moved from there.',
  ]);
  assert.deepEqual(remarks({ ...weekly, start: { ...weekly.start, rule: 'every monday' } }), []);
});
