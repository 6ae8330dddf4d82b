import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, toMs } from '../../shared/time/instant.ts';
import { hiddenPerDay, joinSites, weekBands } from '../../shared/view/monthBands.ts';
import { clockChangeMinutes, monthAt, monthDays, shiftDay, shiftMonth } from '../../shared/view/monthGrid.ts';

const monday = toMs('2026-11-23T00:00:00Z');
const week = Array.from({ length: 7 }, (_, day) => ({
  start: monday + day * DAY_MS,
  end: monday + (day + 1) * DAY_MS,
}));
const span = (from: number, to: number) => ({ start: monday + from * DAY_MS, end: monday + to * DAY_MS });

test('a month page holds whole weeks from Monday around its month', () => {
  const days = monthDays('2026-11');
  assert.equal(days[0], '2026-10-26');
  assert.equal(days.at(-1), '2026-12-06');
  assert.equal(days.length, 42);
  assert.equal(monthDays('2027-02').length, 28, 'February 2027 begins on a Monday and needs no other month');
});

test('months and days are counted across a year and a leap day', () => {
  assert.equal(shiftMonth('2026-11', 2), '2027-01');
  assert.equal(shiftMonth('2026-01', -1), '2025-12');
  assert.equal(shiftDay('2028-02-28', 1), '2028-02-29');
});

test('the month of a moment is the month on the wall of the place', () => {
  const at = toMs('2026-11-30T23:30:00Z');
  assert.equal(monthAt(at, 'UTC'), '2026-11');
  assert.equal(monthAt(at, 'Europe/Paris'), '2026-12');
});

test('the day of a clock change says by how much it differs', () => {
  assert.equal(clockChangeMinutes({ start: toMs('2026-10-24T22:00:00Z'), end: toMs('2026-10-25T23:00:00Z') }), 60);
  assert.equal(clockChangeMinutes({ start: toMs('2027-03-27T23:00:00Z'), end: toMs('2027-03-28T22:00:00Z') }), -60);
});

test('a freeze from Friday evening begins three quarters into Friday and goes on past the week', () => {
  const [band] = weekBands(week, [span(4.75, 9)]);
  assert.deepEqual(band, { span: 0, row: 0, from: 4.75, to: 7, continues: false, goesOn: true });
});

test('freezes that overlap stand in rows, and those that only touch share one', () => {
  const rows = weekBands(week, [span(0, 3), span(1, 2), span(3, 5)]).map(({ span: index, row }) => [index, row]);
  assert.deepEqual(rows.toSorted(), [
    [0, 0],
    [1, 1],
    [2, 0],
  ]);
});

test('what does not fit is counted on every day it covers', () => {
  const bands = weekBands(week, [span(0, 7), span(1, 3), span(1, 2)]);
  assert.deepEqual(hiddenPerDay(bands, 1), [0, 2, 1, 0, 0, 0, 0]);
  assert.deepEqual(hiddenPerDay(bands, 3), [0, 0, 0, 0, 0, 0, 0]);
});

test('a window outside the week draws nothing in it', () => {
  assert.deepEqual(weekBands(week, [span(-3, 0), span(7, 9)]), []);
});

test('what weighs least stands uppermost, so that a freeze is not counted away by a peak', () => {
  const bands = weekBands(week, [
    { ...span(0, 7), weight: 3 },
    { ...span(2, 4), weight: 0 },
  ]);
  assert.deepEqual(
    bands.map(({ span: index, row }) => [index, row]),
    [
      [1, 0],
      [0, 1],
    ],
  );
});

test('a window on several sites’ clocks is one band, from the first clock to the last', () => {
  const sydney = { ...span(4, 6), window: 'weekend' };
  const leeds = { ...span(4.4, 6.4), window: 'weekend' };
  const other = { ...span(5, 5.5), window: 'count' };
  const earlier = { ...span(5, 6), window: 'weekend', title: 'weekend, its earlier text' };
  const joined = joinSites([leeds, sydney, other].map((one) => ({ ...one, title: one.window })).concat(earlier));
  assert.deepEqual(
    joined.map(({ window, sites }) => [window, sites]),
    [
      ['weekend', 2],
      ['weekend', 1],
      ['count', 1],
    ],
  );
  assert.equal(joined[0]?.end, leeds.end);
});
