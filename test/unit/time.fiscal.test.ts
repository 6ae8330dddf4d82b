import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { weekdayNames, type FiscalYear } from '../../shared/record/body/scheduleBody.ts';
import { fiscalParts, type FiscalUnit } from '../../shared/time/fiscalYear.ts';
import { dayOf } from '../../shared/time/holidayDays.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { rounds, seed } from '../support/seed.ts';

const text = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const ends = (year: FiscalYear, unit: FiscalUnit, from: string, until: string) =>
  fiscalParts(year, unit, dayOf(from), dayOf(until)).map(({ last }) => text(last));
const weeks = ({ first, last }: { first: number; last: number }) => (last - first + 1) / 7;
const longYears = (year: FiscalYear, from: string, until: string) =>
  fiscalParts(year, 'year', dayOf(from), dayOf(until))
    .filter((part) => weeks(part) === 53)
    .map(({ last }) => text(last));

/** American retail, as the National Retail Federation publishes it. */
const retail: FiscalYear = {
  pattern: '4-5-4',
  endsOn: { weekday: 'SA', month: 1, which: 'nearest-to-month-end' },
};

test('the retail year ends on the published Saturdays, and 2012, 2017 and 2023 have 53 weeks', () => {
  assert.deepEqual(ends(retail, 'year', '2017-01-01', '2026-12-31'), [
    '2017-01-28',
    '2018-02-03',
    '2019-02-02',
    '2020-02-01',
    '2021-01-30',
    '2022-01-29',
    '2023-01-28',
    '2024-02-03',
    '2025-02-01',
    '2026-01-31',
  ]);
  // Years are named for the one in which they begin.
  assert.deepEqual(longYears(retail, '2008-01-01', '2029-12-31'), [
    '2013-02-02',
    '2018-02-03',
    '2024-02-03',
    '2029-02-03',
  ]);
});

test('the months of retail 2024 end as published, and its quarters with them', () => {
  assert.deepEqual(ends(retail, 'period', '2024-02-04', '2025-02-01'), [
    '2024-03-02',
    '2024-04-06',
    '2024-05-04',
    '2024-06-01',
    '2024-07-06',
    '2024-08-03',
    '2024-08-31',
    '2024-10-05',
    '2024-11-02',
    '2024-11-30',
    '2025-01-04',
    '2025-02-01',
  ]);
  assert.deepEqual(ends(retail, 'quarter', '2024-02-04', '2025-02-01'), [
    '2024-05-04',
    '2024-08-03',
    '2024-11-02',
    '2025-02-01',
  ]);
});

test('the 53rd week of retail 2023 goes to January', () => {
  const parts = fiscalParts(retail, 'period', dayOf('2023-01-29'), dayOf('2024-02-03'));
  assert.deepEqual(parts.map(weeks), [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5]);
  assert.deepEqual([text(parts.at(-1)?.first ?? 0), text(parts.at(-1)?.last ?? 0)], ['2023-12-31', '2024-02-03']);
});

const closing = (weekday: FiscalYear['endsOn']['weekday'], month: number, which: FiscalYear['endsOn']['which']) =>
  ({ pattern: '4-4-5', endsOn: { weekday, month, which } }) as const;

test('years that companies publish end where they say', () => {
  // Last Saturday of September: 24 Sep 2022, 30 Sep 2023 (53 weeks), 28 Sep 2024.
  assert.deepEqual(ends(closing('SA', 9, 'last-in-month'), 'year', '2022-01-01', '2024-12-31'), [
    '2022-09-24',
    '2023-09-30',
    '2024-09-28',
  ]);
  // Last Saturday of July: 31 Jul 2021 closed a year of 53 weeks.
  assert.deepEqual(longYears(closing('SA', 7, 'last-in-month'), '2019-01-01', '2024-12-31'), ['2021-07-31']);
  // Sunday nearest to 31 August: 3 Sep 2017 and 3 Sep 2023 closed years of 53 weeks.
  assert.deepEqual(longYears(closing('SU', 8, 'nearest-to-month-end'), '2016-01-01', '2024-12-31'), [
    '2017-09-03',
    '2023-09-03',
  ]);
});

test('a year that ends nearest to 31 December may end in January', () => {
  const year: FiscalYear = {
    pattern: '5-4-4',
    endsOn: { weekday: 'FR', month: 12, which: 'nearest-to-month-end' },
  };
  assert.deepEqual(ends(year, 'year', '2024-06-01', '2027-06-01'), ['2025-01-03', '2026-01-02', '2027-01-01']);
});

const years: fc.Arbitrary<FiscalYear> = fc.record({
  pattern: fc.constantFrom('4-4-5', '4-5-4', '5-4-4'),
  endsOn: fc.record({
    weekday: fc.constantFrom(...weekdayNames),
    month: fc.integer({ min: 1, max: 12 }),
    which: fc.constantFrom('last-in-month', 'nearest-to-month-end'),
  }),
});
const units = fc.constantFrom<FiscalUnit>('period', 'quarter', 'year');

test('periods, quarters and years tile the time, and years have 52 or 53 weeks', () => {
  fc.assert(
    fc.property(years, units, fc.integer({ min: 0, max: 40_000 }), (year, unit, from) => {
      const parts = fiscalParts(year, unit, from, from + 4_000);
      for (const [place, { first }] of parts.entries())
        if (place > 0) assert.equal(first, (parts[place - 1]?.last ?? 0) + 1);
      // Nothing is missing at the ends of what was asked.
      assert.ok((parts[0]?.first ?? Number.NaN) <= from);
      assert.ok((parts.at(-1)?.last ?? Number.NaN) > from + 4_000 - 54 * 7);
      const lengths = { period: [4, 5, 6], quarter: [13, 14], year: [52, 53] }[unit];
      for (const part of parts) assert.ok(lengths.includes(weeks(part)), `${weeks(part)} weeks`);
    }),
    { seed, numRuns: rounds(200, 5_000) },
  );
});

test('only the last period of a year takes the 53rd week', () => {
  fc.assert(
    fc.property(years, fc.integer({ min: 0, max: 40_000 }), (year, from) => {
      const [whole] = fiscalParts(year, 'year', from, from + 400);
      assert.ok(whole);
      const periods = fiscalParts(year, 'period', whole.first, whole.last);
      const quarter = year.pattern.split('-').map(Number);
      const expected = [...quarter, ...quarter, ...quarter, ...quarter];
      expected[11] = (expected[11] ?? 0) + weeks(whole) - 52;
      assert.deepEqual(periods.map(weeks), expected);
    }),
    { seed, numRuns: rounds(200, 5_000) },
  );
});
