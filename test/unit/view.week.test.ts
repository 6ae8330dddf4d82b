import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time/instant.ts';
import { wallAt } from '../../shared/time/zone.ts';
import { isoWeek, mondayOf, readWeek, weekAt, weekSpan, writeWeek } from '../../shared/view/weekAddress.ts';
import { packDay } from '../../shared/view/weekBlocks.ts';
import { dayIndexAt, momentAt, offScale, scaleOf, scaleReach, weekDays } from '../../shared/view/weekDays.ts';
import { readerHours } from '../../shared/view/weekReader.ts';
import { rounds, seed } from '../support/seed.ts';

const zones = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Sydney',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
];
const hours = (day: { readonly start: number; readonly end: number }) => (day.end - day.start) / HOUR_MS;
const dayOf = (first: string, zone: string, day: string) => weekDays(first, zone).find((shown) => shown.day === day)!;

test('a week is written as its ISO week when it begins on a Monday, and read back as the same day', () => {
  assert.equal(writeWeek('2026-11-23'), '2026-W48');
  assert.equal(readWeek('2026-W48'), '2026-11-23');
  assert.equal(writeWeek('2026-11-25'), '2026-11-25');
  assert.equal(readWeek('2026-11-25'), '2026-11-25');
  assert.deepEqual(isoWeek('2027-01-01'), { year: 2026, week: 53 });
  assert.equal(readWeek('2026-W53'), '2026-12-28');
  for (const wrong of ['2025-W53', '2026-W00', '2026-W54', '2026-11-31', '2026', '']) {
    assert.equal(readWeek(wrong), null, wrong);
  }
  assert.equal(mondayOf('2026-11-29'), '2026-11-23');
  assert.equal(weekAt(Date.parse('2026-11-22T23:30Z'), 'Europe/Paris'), '2026-11-23');
});

test('every day of ten years stands in the week that its address names', () => {
  for (let at = Date.parse('2020-01-01T00:00Z'); at < Date.parse('2030-01-01T00:00Z'); at += DAY_MS) {
    const monday = mondayOf(new Date(at).toISOString().slice(0, 10));
    assert.equal(readWeek(writeWeek(monday)), monday);
  }
});

test('the nights the clocks change have 23, 25, 23.5 or 24.5 hours, in each zone that changes them', () => {
  const nights: readonly (readonly [zone: string, day: string, hours: number, jump: number])[] = [
    ['Europe/Paris', '2026-03-29', 23, 60],
    ['Europe/Paris', '2026-10-25', 25, -60],
    ['America/New_York', '2026-03-08', 23, 60],
    ['America/New_York', '2026-11-01', 25, -60],
    ['Australia/Sydney', '2026-10-04', 23, 60],
    ['Australia/Sydney', '2026-04-05', 25, -60],
    ['Australia/Lord_Howe', '2026-10-04', 23.5, 30],
    ['Australia/Lord_Howe', '2026-04-05', 24.5, -30],
    ['America/Sao_Paulo', '2018-11-04', 23, 60],
    ['America/Sao_Paulo', '2018-02-17', 25, -60],
    ['America/Santiago', '2026-09-06', 23, 60],
  ];
  for (const [zone, day, length, jump] of nights) {
    const shown = dayOf(mondayOf(day), zone, day);
    assert.equal(hours(shown), length, `${zone} ${day}`);
    assert.equal(shown.change?.minutes, jump, `${zone} ${day}`);
  }
  for (const zone of zones) assert.ok(weekDays('2026-06-15', zone).every(({ change }) => change === null));
});

test('the days of a week meet: each ends where the next begins, at midnight or where midnight was skipped', () => {
  for (const zone of [...zones, 'America/Santiago', 'America/Havana', 'Africa/Cairo']) {
    for (let at = Date.parse('2018-01-01T00:00Z'); at < Date.parse('2020-01-01T00:00Z'); at += 7 * DAY_MS) {
      const week = weekDays(new Date(at).toISOString().slice(0, 10), zone);
      for (const [index, day] of week.entries()) {
        assert.equal(wallAt(day.start, zone).slice(0, 10), day.day, `${zone} ${day.day} begins on its day`);
        assert.ok(wallAt(day.start - 1, zone).slice(0, 10) < day.day, `${zone} ${day.day} begins at its first moment`);
        if (index > 0) assert.equal(day.start, week[index - 1]!.end);
        assert.equal(day.change === null, hours(day) === 24, `${zone} ${day.day}`);
      }
    }
  }
});

test('the longer part of a clock-change day stands on the common scale, and the other part names its own hours', () => {
  const autumn = dayOf('2026-10-19', 'Europe/Paris', '2026-10-25');
  assert.equal(autumn.top, -HOUR_MS);
  assert.deepEqual(
    offScale(autumn, 'Europe/Paris').map(({ clock }) => clock),
    ['00:00', '01:00', '02:00'],
  );
  assert.equal(scaleOf(autumn, Date.parse('2026-10-25T08:00Z')), 9 * HOUR_MS, '09:00 after the change is at 09:00');
  const spring = dayOf('2026-03-23', 'Europe/Paris', '2026-03-29');
  assert.equal(spring.top, HOUR_MS);
  assert.deepEqual(offScale(spring, 'Europe/Paris'), [
    { scale: HOUR_MS, clock: '00:00' },
    { scale: 2 * HOUR_MS, clock: '01:00' },
  ]);
  const late = dayOf('2018-02-12', 'America/Sao_Paulo', '2018-02-17');
  assert.equal(late.top, 0, 'a change at midnight leaves the day before it on the scale');
  assert.deepEqual(offScale(late, 'America/Sao_Paulo'), [{ scale: 24 * HOUR_MS, clock: '23:00' }]);
  assert.deepEqual(scaleReach(weekDays('2018-02-12', 'America/Sao_Paulo')), { from: 0, to: 25 * HOUR_MS });
  assert.deepEqual(scaleReach(weekDays('2026-10-19', 'Europe/Paris')), { from: -HOUR_MS, to: DAY_MS });
});

test('on every other day each hour stands where its clock reads, in six zones over two years', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-12-31T00:00Z') }),
      (zone, anywhere) => {
        const at = Math.floor(anywhere / MINUTE_MS) * MINUTE_MS;
        const days = weekDays(weekAt(at, zone), zone);
        const index = dayIndexAt(days, at);
        assert.ok(index !== null);
        const day = days[index]!;
        assert.equal(day.day, wallAt(at, zone).slice(0, 10));
        assert.equal(momentAt(day, scaleOf(day, at)), at, 'a place names the moment that stands there');
        if (day.change !== null) return;
        const clock = wallAt(at, zone).slice(11).split(':').map(Number);
        assert.equal(scaleOf(day, at), clock[0]! * HOUR_MS + clock[1]! * MINUTE_MS);
      },
    ),
    { seed, numRuns: rounds(400, 5_000) },
  );
});

const day = { start: 0, end: DAY_MS };
const room = { columns: 3, columnsCounted: 3, leastMs: 20 * MINUTE_MS };
const work = (id: string, from: number, to: number, weight = 0) => ({
  id,
  start: from * HOUR_MS,
  end: to * HOUR_MS,
  weight,
});
const pack = (items: readonly ReturnType<typeof work>[], given = room) =>
  packDay(items, day, given, ({ weight }) => weight);

test('work that overlaps stands side by side, and work that only meets shares a column at full width', () => {
  const blocks = pack([work('a', 1, 3), work('b', 2, 4), work('c', 4, 5)]);
  assert.deepEqual(
    blocks.map((block) => block.kind === 'block' && [block.item.id, block.column, block.columns]),
    [
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 1],
    ],
  );
});

test('what weighs least keeps its column, the rest is counted beside it, and a single one is drawn', () => {
  const many = [work('low', 1, 5, 3), work('mid', 1, 5, 2), work('high', 1, 5, 1), work('top', 1, 5, 0)];
  const blocks = pack(many);
  assert.deepEqual(
    blocks.map((block) => (block.kind === 'block' ? block.item.id : block.items.map(({ id }) => id))),
    ['top', 'high', 'mid', ['low']],
  );
  const three = pack([...many.slice(0, 3), work('later', 4.5, 6)], { ...room, columns: 2, columnsCounted: 2 });
  assert.ok(three.some((block) => block.kind === 'rest'));
});

test('work runs on over midnight in the part that belongs to the day, and short work is as long as can be read', () => {
  const [night] = pack([{ ...work('night', 22, 26) }]);
  assert.deepEqual([night!.start, night!.end], [22 * HOUR_MS, DAY_MS]);
  const [short] = pack([work('short', 23.95, 24)]);
  assert.deepEqual([short!.start, short!.end], [DAY_MS - 20 * MINUTE_MS, DAY_MS]);
});

test('thousands of items: each is drawn once or counted once, and nothing that is drawn overlaps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ from: fc.integer({ min: -5, max: 90 }), length: fc.integer({ min: 1, max: 40 }) }), {
        maxLength: 120,
      }),
      fc.integer({ min: 1, max: 5 }),
      (given, columns) => {
        const items = given.map(({ from, length }, id) => work(String(id), from / 4, (from + length) / 4, id % 4));
        const inside = items.filter(({ start, end }) => start < day.end && end > day.start);
        const blocks = pack(items, { ...room, columns });
        const told = blocks.flatMap((block) => (block.kind === 'block' ? [block.item] : block.items));
        assert.deepEqual(told.map(({ id }) => id).toSorted(), inside.map(({ id }) => id).toSorted());
        for (const [index, a] of blocks.entries()) {
          for (const b of blocks.slice(index + 1)) {
            if (a.start >= b.end || b.start >= a.end) continue;
            if (a.kind === 'rest' || b.kind === 'rest') {
              assert.ok(a.kind !== b.kind, 'counts stand apart');
              continue;
            }
            const [left, right] = a.column < b.column ? [a, b] : [b, a];
            assert.ok(left.column + left.span <= right.column, 'side by side');
          }
        }
      },
    ),
    { seed, numRuns: rounds(200, 3_000) },
  );
});

test('the days of a week are named once where they share a month or a year', () => {
  assert.equal(weekSpan('2026-11-16'), '16 to 22 Nov 2026');
  assert.equal(weekSpan('2026-11-30'), '30 Nov to 6 Dec 2026');
  assert.equal(weekSpan('2026-12-28'), '28 Dec 2026 to 3 Jan 2027');
});

test('the second figures of the scale are the reader’s hours, and days on which they differ are told', () => {
  assert.equal(readerHours(weekDays('2026-11-16', 'Europe/Paris'), 'Europe/Paris', 'Europe/Berlin'), null);
  const india = readerHours(weekDays('2026-11-16', 'Europe/Paris'), 'Europe/Paris', 'Asia/Kolkata');
  assert.equal(india?.clocks[9], '13:30');
  assert.ok(india?.differs.every((differs) => !differs));
  const autumn = readerHours(weekDays('2026-10-19', 'Europe/Paris'), 'Europe/Paris', 'Asia/Kolkata');
  assert.equal(autumn?.clocks[9], '12:30');
  assert.deepEqual(autumn?.differs, [false, false, false, false, false, false, true]);
  const between = readerHours(weekDays('2026-10-26', 'Europe/Paris'), 'Europe/Paris', 'America/New_York');
  assert.equal(between?.clocks[9], '04:00', 'one week a year the ocean is an hour narrower');
});
