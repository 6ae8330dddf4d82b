import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HolidayRule, Schedule } from '../../shared/record/body/scheduleBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { at, aWindow, holidays, lasting, until } from '../support/windowBuild.ts';

const spansIn = (schedule: Schedule, from: string, to: string, given: Partial<WindowBody> = {}) =>
  expandWindow(aWindow({ schedule, ...given }), new Map(), { start: at(`${from}T00:00`), end: at(`${to}T00:00`) });
const wallsIn = (...asked: Parameters<typeof spansIn>) =>
  spansIn(...asked).map(({ startWall, endWall }) => `${startWall} ${endWall}`);
const hours = ({ start, end }: { start: number; end: number }) => (end - start) / HOUR_MS;
type Ruled = Extract<Schedule, { form: 'rule' }>;

const business = (months: string, place: number) =>
  `FREQ=MONTHLY;${months}BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${String(place)}`;
const heeding = (schedule: Schedule, onHoliday: HolidayRule): Schedule => {
  const { start, end } = schedule as Ruled;
  return {
    ...(schedule as Ruled),
    start: { ...start, onHoliday },
    end: 'rule' in end ? { ...end, onHoliday } : end,
    holidays,
  };
};

test('month-end close counts business days, with holidays and without', () => {
  const plain = until('2024-01-01T00:00', business('', -2), '2024-01-01T23:59', business('', 5));
  assert.deepEqual(wallsIn(plain, '2024-03-20', '2024-04-15'), ['2024-03-28T00:00 2024-04-06T00:00']);
  assert.deepEqual(wallsIn(plain, '2026-12-20', '2027-01-15'), ['2026-12-30T00:00 2027-01-08T00:00']);
  const close = heeding(plain, 'not-counted');
  assert.deepEqual(wallsIn(close, '2024-03-20', '2024-04-15'), ['2024-03-27T00:00 2024-04-09T00:00']);
  assert.deepEqual(wallsIn(close, '2026-12-20', '2027-01-15'), ['2026-12-30T00:00 2027-01-09T00:00']);
});

test('quarter close runs from the third-last business day to the end of the eighth', () => {
  const plain = until(
    '2024-01-01T00:00',
    business('BYMONTH=3,6,9,12;', -3),
    '2024-01-01T23:59',
    business('BYMONTH=1,4,7,10;', 8),
  );
  assert.deepEqual(wallsIn(plain, '2026-03-01', '2026-05-01'), ['2026-03-27T00:00 2026-04-11T00:00']);
  assert.deepEqual(wallsIn(heeding(plain, 'not-counted'), '2026-03-01', '2026-05-01'), [
    '2026-03-27T00:00 2026-04-15T00:00',
  ]);
});

test('an occurrence on a day off moves to the next or the previous business day, at the same time of day', () => {
  const monthly = lasting('2024-01-01T18:00', 'FREQ=MONTHLY;BYMONTHDAY=1', 'PT6H');
  const starts = (onHoliday: HolidayRule) =>
    spansIn(heeding(monthly, onHoliday), '2023-12-25', '2024-07-20').map(({ startWall }) => startWall.slice(5));
  assert.deepEqual(starts('next-business-day'), [
    '01-02T18:00',
    '02-01T18:00',
    '03-01T18:00',
    '04-02T18:00',
    '05-01T18:00',
    '06-03T18:00',
    '07-01T18:00',
  ]);
  assert.deepEqual(starts('previous-business-day'), [
    '12-29T18:00',
    '02-01T18:00',
    '03-01T18:00',
    '03-28T18:00',
    '05-01T18:00',
    '05-31T18:00',
    '07-01T18:00',
  ]);
});

test('occurrences that days off push together are one', () => {
  const daily = heeding(lasting('2024-01-01T18:00', 'FREQ=DAILY', 'PT6H'), 'next-business-day');
  const days = spansIn(daily, '2024-03-27', '2024-04-04', { zone: 'UTC' }).map(({ startWall }) =>
    startWall.slice(5, 10),
  );
  assert.deepEqual(days, ['03-27', '03-28', '04-02', '04-03']);
});

test('Friday noon to Monday six follows the clock of the place on every clock change', () => {
  const weekend = until('2024-01-05T12:00', 'FREQ=WEEKLY;BYDAY=FR', '2024-01-08T06:00', 'FREQ=WEEKLY;BYDAY=MO');
  const length = (zone: string, day: string) =>
    expandWindow(aWindow({ schedule: weekend, zone }), new Map(), {
      start: at(`${day}T00:00`),
      end: at(`${day}T12:00`),
    }).map(hours);
  assert.deepEqual([length('Europe/Paris', '2024-03-30'), length('Europe/Paris', '2028-10-28')], [[65], [67]]);
  assert.deepEqual([length('America/New_York', '2026-03-07'), length('America/New_York', '2026-10-31')], [[65], [67]]);
  assert.deepEqual([length('Australia/Sydney', '2026-10-03'), length('Australia/Sydney', '2026-04-04')], [[65], [67]]);
  assert.deepEqual(
    [length('Australia/Lord_Howe', '2026-10-03'), length('Australia/Lord_Howe', '2026-04-04')],
    [[65.5], [66.5]],
  );
  assert.deepEqual([length('Asia/Kolkata', '2026-03-28'), length('America/Sao_Paulo', '2026-10-31')], [[66], [66]]);
});

test('Black Friday and its week are right in 2024 and 2030, where the fourth Friday is not', () => {
  const day = lasting('2024-01-01T00:00', 'FREQ=YEARLY;BYMONTH=11;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29', 'P1D');
  const week = lasting('2024-01-01T00:00', 'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25', 'P9D');
  for (const year of ['2024', '2030']) {
    assert.deepEqual(wallsIn(day, `${year}-11-01`, `${year}-12-31`), [`${year}-11-29T00:00 ${year}-11-30T00:00`]);
    assert.deepEqual(wallsIn(week, `${year}-11-01`, `${year}-12-31`), [`${year}-11-25T00:00 ${year}-12-04T00:00`]);
  }
});

test('a retail fiscal close runs from four days before the period ends to the second business day after', () => {
  const close: Schedule = {
    form: 'fiscal',
    year: { pattern: '4-5-4', endsOn: { weekday: 'SA', month: 1, which: 'nearest-to-month-end' } },
    of: 'period',
    start: { days: -4, count: 'days', time: '18:00' },
    end: { days: 2, count: 'business-days', time: '24:00' },
  };
  // The 53rd week of retail 2023 puts the end of January on 3 February.
  assert.deepEqual(wallsIn(close, '2023-12-20', '2024-03-20'), [
    '2023-12-26T18:00 2024-01-03T00:00',
    '2024-01-30T18:00 2024-02-07T00:00',
    '2024-02-27T18:00 2024-03-06T00:00',
  ]);
  assert.deepEqual(wallsIn({ ...close, holidays }, '2023-12-20', '2024-01-10'), ['2023-12-26T18:00 2024-01-04T00:00']);
  assert.deepEqual(
    wallsIn({ ...close, of: 'quarter' }, '2024-01-01', '2025-01-01').map((span) => span.slice(0, 10)),
    ['2024-01-30', '2024-04-30', '2024-07-30', '2024-10-29'],
  );
  assert.equal(
    nextOccurrences(aWindow({ schedule: { ...close, of: 'year' } }), new Map(), at('2026-11-21T00:00'), 10).length,
    10,
  );
});

const aroundYearEnd = (start: number, end: number): Schedule => ({
  form: 'fiscal',
  year: { pattern: '4-4-5', endsOn: { weekday: 'SU', month: 12, which: 'last-in-month' } },
  of: 'year',
  start: { days: start, count: 'business-days', time: '00:00' },
  end: { days: end, count: 'business-days', time: '24:00' },
  holidays,
});

test('the last business day of a period is day 0, and days before it count back from there', () => {
  // The year ends on Sunday 28 December 2025; Thursday and Friday before are holidays.
  assert.deepEqual(wallsIn(aroundYearEnd(0, 0), '2025-12-01', '2026-01-20'), ['2025-12-24T00:00 2025-12-25T00:00']);
  assert.deepEqual(wallsIn(aroundYearEnd(-1, 4), '2025-12-01', '2026-01-20'), ['2025-12-23T00:00 2026-01-03T00:00']);
});

test('dates stand as they are written, each with its name, also far ahead', () => {
  const schedule: Schedule = {
    form: 'dates',
    spans: [
      { start: '2060-04-19T00:00', end: '2060-04-20T00:00', name: 'Easter Monday' },
      { start: '2026-12-24T12:00', end: '2026-12-26T23:59' },
    ],
  };
  const next = nextOccurrences(aWindow({ schedule }), new Map(), at('2026-11-21T00:00'), 10);
  assert.deepEqual(
    next.map(({ startWall, endWall, name }) => [startWall, endWall, name]),
    [
      ['2026-12-24T12:00', '2026-12-27T00:00', undefined],
      ['2060-04-19T00:00', '2060-04-20T00:00', 'Easter Monday'],
    ],
  );
});

test('a moved occurrence happens at its new time and no more at its old', () => {
  const weekly: Schedule = {
    ...(lasting('2026-06-01T08:00', 'FREQ=WEEKLY', 'PT2H') as Ruled),
    moved: [{ from: '2026-06-08T08:00', start: '2026-06-09T10:00', end: '2026-06-09T13:00' }],
  };
  assert.deepEqual(wallsIn(weekly, '2026-06-01', '2026-06-16'), [
    '2026-06-01T08:00 2026-06-01T10:00',
    '2026-06-09T10:00 2026-06-09T13:00',
    '2026-06-15T08:00 2026-06-15T10:00',
  ]);
  const farAway: Schedule = {
    ...weekly,
    moved: [{ from: '2026-06-08T08:00', start: '2028-01-01T10:00', end: '2028-01-01T13:00' }],
  };
  assert.ok(wallsIn(farAway, '2028-01-01', '2028-01-02').includes('2028-01-01T10:00 2028-01-01T13:00'));
});

test('a moved one that stands for no occurrence denies all the same and opens nothing', () => {
  const weekly: Schedule = {
    ...(lasting('2026-06-01T08:00', 'FREQ=WEEKLY', 'PT2H') as Ruled),
    moved: [{ from: '2026-06-10T08:00', start: '2026-06-11T10:00', end: '2026-06-11T13:00' }],
  };
  assert.equal(spansIn(weekly, '2026-06-10', '2026-06-12').length, 1);
  assert.equal(spansIn(weekly, '2026-06-10', '2026-06-12', { effect: 'maintenance' }).length, 0);
});

test('of an end rule the whole occurrence moves, with the starts that it had joined', () => {
  const schedule: Schedule = {
    ...(until('2026-06-01T08:00', 'FREQ=DAILY', '2026-06-01T20:00', 'FREQ=WEEKLY;BYDAY=WE') as Ruled),
    moved: [{ from: '2026-06-04T08:00', start: '2026-06-05T08:00', end: '2026-06-06T08:00' }],
  };
  assert.deepEqual(wallsIn(schedule, '2026-06-01', '2026-06-11', { zone: 'UTC' }), [
    '2026-06-01T08:00 2026-06-03T20:00',
    '2026-06-05T08:00 2026-06-06T08:00',
  ]);
});
