import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Holidays } from '../../shared/record/body/scheduleBody.ts';
import { holidayDates, joinedDates, MOST_DATES, readDateLines } from '../../shared/view/dateLines.ts';
import { changed, newHistory, redone, undone } from '../../shared/view/formHistory.ts';
import { longYearWords, nextEnds } from '../../shared/view/fiscalWords.ts';
import { prolonged, withDay, withHolidays, withoutDay, yearsToWrite } from '../../shared/view/holidayForms.ts';
import {
  movedTo,
  putBack,
  restored,
  skipped,
  standingOf,
  withAddition,
  withoutAddition,
} from '../../shared/view/occurrenceChanges.ts';
import { readClock, readDay, readWall } from '../../shared/view/readTyped.ts';
import type { Ruled } from '../../shared/view/scheduleForms.ts';
import { stepClock, stepDay, stepWall } from '../../shared/view/stepTyped.ts';

const france: Holidays = {
  name: 'France',
  source: 'FR',
  days: [{ day: '2026-12-25', name: 'Christmas' }],
  weekend: ['SA', 'SU'],
  through: '2026-12-31',
};
const gulf: Holidays = { name: 'Gulf', source: 'AE', days: [], weekend: ['FR', 'SA'], through: '2026-12-31' };
const close: Ruled = {
  form: 'rule',
  start: { from: '2026-01-01T00:00', rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2' },
  end: { duration: 'P3D' },
};

test('an occurrence is skipped, moved and added, and each can be taken back to the very record', () => {
  const out = skipped(close, '2026-12-30T00:00');
  assert.deepEqual(out.exceptions, ['2026-12-30T00:00']);
  assert.deepEqual(skipped(out, '2026-12-30T00:00'), out);
  assert.deepEqual(restored(out, '2026-12-30T00:00'), close);
  const to = { start: '2026-12-29T08:00', end: '2026-12-31T00:00' };
  const moved = movedTo(close, '2026-12-30T00:00', to);
  assert.deepEqual(standingOf(moved, to.start), { kind: 'moved', from: '2026-12-30T00:00' });
  assert.equal(movedTo(moved, '2026-12-30T00:00', { ...to, end: '2027-01-01T00:00' }).moved?.length, 1);
  assert.deepEqual(putBack(moved, '2026-12-30T00:00'), close);
  const more = withAddition(close, to);
  assert.deepEqual(standingOf(more, to.start), { kind: 'added' });
  assert.deepEqual(withoutAddition(more, to.start), close);
});

test('business days follow the set of holidays: its weekend, and its days not counted', () => {
  const french = withHolidays(close, france);
  assert.equal(french.start.onHoliday, 'not-counted');
  const there = withHolidays(french, gulf);
  assert.match(there.start.rule, /BYDAY=MO,TU,WE,TH,SU;/);
  assert.equal(there.start.onHoliday, 'not-counted');
  assert.deepEqual(withHolidays(there, null), close);
});

test('what holidays do at first is what people mean by them, and stays as chosen after that', () => {
  const weekly: Ruled = {
    form: 'rule',
    start: { from: '2026-01-02T12:00', rule: 'FREQ=WEEKLY;BYDAY=FR' },
    end: { from: '2026-01-02T06:00', rule: 'FREQ=WEEKLY;BYDAY=MO' },
  };
  const first = withHolidays(weekly, france);
  assert.equal(first.start.onHoliday, 'not-counted');
  assert.equal('rule' in first.end && first.end.onHoliday, undefined);
  const monthly: Ruled = { ...weekly, start: { from: '2026-01-02T12:00', rule: 'FREQ=MONTHLY;BYMONTHDAY=15' } };
  assert.equal(withHolidays(monthly, france).start.onHoliday, 'next-business-day');
  const { onHoliday, ...heedless } = first.start;
  assert.equal(onHoliday, 'not-counted');
  const chosen: Ruled = { ...first, start: heedless };
  assert.equal(withHolidays(chosen, gulf).start.onHoliday, undefined);
  assert.deepEqual(withHolidays(first, null), weekly);
});

test('a set is prolonged without undoing what was changed in it', () => {
  const changedSet = withoutDay(withDay(france, '2026-05-04', 'Bridge day'), '2026-12-25');
  const later = { ...france, days: [...france.days, { day: '2027-12-25' }], through: '2029-12-31' };
  assert.deepEqual(
    prolonged(changedSet, later).days.map(({ day }) => day),
    ['2026-05-04', '2027-12-25'],
  );
  assert.deepEqual(yearsToWrite('2026-11-27T00:00', '2026-11-21T00:00'), { from: 2026, to: 2030 });
  assert.deepEqual(yearsToWrite('1999-01-01T00:00', '2026-11-21T00:00'), { from: 2016, to: 2030 });
});

test('a second date behind a pasted one ends it, or the line is not read: none is lost in a name', () => {
  const span = { start: '2027-11-26T00:00', end: '2027-11-30T00:00' };
  for (const between of ['..', ' -> ', ' → ', ' through ', ' till ', '…'])
    assert.deepEqual(
      readDateLines(`2027-11-26${between}2027-11-29 Black Friday`).spans[0],
      { ...span, name: 'Black Friday' },
      between,
    );
  assert.equal(readDateLines('2027-11-26 + 2027-11-29 Black Friday').spans.length, 0);
  assert.equal(readDateLines('2027-11-26 24 hours of sale').spans[0]?.name, '24 hours of sale');
});

test('pasted dates are read in the ways people write them', () => {
  const { spans, unread } = readDateLines(
    [
      '2026-12-24 18:00 - 2026-12-27 06:00',
      '2026-12-24T18:00/2026-12-27T06:00 Christmas',
      '25 Dec 2026',
      '1.5.2027 Labour Day',
      '24/12/2026 - 02/01/2027, Between the years',
      'Fri 27 Nov 2026 22:00 to 02:00',
      '- 2026-11-28 08:00 – 12:00',
      '',
      'next Tuesday',
      '31 Nov 2026',
      '2026-12-24 18:00',
      '2026-12-27 06:00 - 2026-12-24 18:00',
    ].join('\n'),
  );
  assert.deepEqual(spans, [
    { start: '2026-12-24T18:00', end: '2026-12-27T06:00' },
    { start: '2026-12-24T18:00', end: '2026-12-27T06:00', name: 'Christmas' },
    { start: '2026-12-25T00:00', end: '2026-12-26T00:00' },
    { start: '2027-05-01T00:00', end: '2027-05-02T00:00', name: 'Labour Day' },
    { start: '2026-12-24T00:00', end: '2027-01-03T00:00', name: 'Between the years' },
    { start: '2026-11-27T22:00', end: '2026-11-28T02:00' },
    { start: '2026-11-28T08:00', end: '2026-11-28T12:00' },
  ]);
  assert.deepEqual(
    unread.map(({ line }) => line),
    [9, 10, 11, 12],
  );
  const joined = joinedDates([], spans);
  assert.equal(joined.length, 6);
  assert.deepEqual(
    joined.map(({ start }) => start),
    joined.map(({ start }) => start).toSorted(),
  );
});

test('a list of dates has its bound, and public holidays become dates with what lies around them', () => {
  const many = Array.from({ length: MOST_DATES + 5 }, (_, index) => ({
    start: `${String(2000 + index)}-01-01T00:00`,
    end: `${String(2000 + index)}-01-02T00:00`,
  }));
  assert.equal(joinedDates([], many).length, MOST_DATES);
  assert.deepEqual(holidayDates(france, { daysBefore: 1, from: '18:00', daysAfter: 1, to: '06:00' }), [
    { start: '2026-12-24T18:00', end: '2026-12-26T06:00', name: 'Christmas' },
  ]);
  assert.deepEqual(holidayDates(france, { daysBefore: 0, from: '00:00', daysAfter: 0, to: '24:00' }), [
    { start: '2026-12-25T00:00', end: '2026-12-26T00:00', name: 'Christmas' },
  ]);
});

test('times are typed as people write them, and stepped part by part', () => {
  assert.equal(readWall('Fri 27 Nov 2026, 18:00'), '2026-11-27T18:00');
  assert.equal(readWall('27.11.2026 18.00'), '2026-11-27T18:00');
  assert.equal(readWall('31 Nov 2026 18:00'), null);
  assert.equal(readDay('27/11/2026'), '2026-11-27');
  assert.equal(readClock('6'), '06:00');
  assert.equal(readClock('24:00'), '24:00');
  assert.equal(readClock('24:30'), null);
  assert.equal(stepWall('2026-01-31T18:10', 'month', 1), '2026-02-28T18:10');
  assert.equal(stepWall('2026-01-31T18:10', 'minute', 1), '2026-01-31T18:15');
  assert.equal(stepWall('2026-01-31T18:00', 'minute', -1), '2026-01-31T17:45');
  assert.equal(stepDay('2026-12-31', 'day', 1), '2027-01-01');
  assert.equal(stepClock('23:45', 'minute', 1), '00:00');
});

test('a fiscal year says its next ends, and when it has a 53rd week', () => {
  const year = { pattern: '4-5-4', endsOn: { weekday: 'SA', month: 1, which: 'nearest-to-month-end' } } as const;
  const ends = nextEnds(year, 'period', '2026-11-21', 12);
  assert.equal(ends.length, 12);
  assert.deepEqual(
    ends.slice(0, 3).map(({ day, weeks }) => `${day} ${String(weeks)}`),
    ['2026-11-28 4', '2027-01-02 5', '2027-01-30 4'],
  );
  assert.equal(
    longYearWords(year, '2026-11-21'),
    'The year that ends on Sat 3 Feb 2029 has a 53rd week; it belongs to the last period.',
  );
});

test('the letters of a word are one step back, and a step taken back can be taken again', () => {
  let history = newHistory('');
  history = changed(history, 'a', 'title', 0);
  history = changed(history, 'ab', 'title', 200);
  history = changed(history, 'ab!', 'effect', 300);
  assert.equal(undone(history).now, 'ab');
  assert.equal(undone(undone(history)).now, '');
  assert.equal(redone(undone(history)).now, 'ab!');
  assert.deepEqual(undone(newHistory('')), newHistory(''));
});
