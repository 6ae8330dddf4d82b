import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { DAY_MS } from '../../shared/time/instant.ts';
import { occurrencesOf } from '../../shared/time/recurrence.ts';
import { at } from '../support/windowBuild.ts';
import { rounds, seed } from '../support/seed.ts';

const subset = (all: readonly (string | number)[], maxLength: number) =>
  fc.subarray([...all], { minLength: 1, maxLength }).map((part) => part.join(','));
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n).filter((n) => n !== 0);
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 1 });

const written = (parts: Record<string, string | number | null>) =>
  Object.entries(parts)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');

/** A yearly rule with counted weekdays and days of the month is left out: there the library drops a part. */
const rules = fc
  .record({
    FREQ: fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY'),
    INTERVAL: fc.integer({ min: 1, max: 4 }),
    COUNT: maybe(fc.integer({ min: 1, max: 60 })),
    BYMONTH: maybe(subset(range(1, 12), 4)),
    BYDAY: maybe(subset(weekdays, 4)),
    BYMONTHDAY: maybe(subset(range(-5, 31), 4)),
    BYHOUR: maybe(subset(range(0, 23), 3)),
    BYMINUTE: subset([0, 15, 40], 2),
    BYSETPOS: maybe(subset(range(-3, 4), 2)),
    WKST: fc.constantFrom('MO', 'SU'),
  })
  .map((parts) => (parts.FREQ === 'WEEKLY' ? { ...parts, BYMONTHDAY: null } : parts))
  .map((parts) => written(parts));

test('the expander agrees with rrule-temporal, an independent one', () => {
  let compared = 0;
  fc.assert(
    fc.property(rules, fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 700 }), (rule, day, later) => {
      const first = at('2020-01-01T06:30') + day * DAY_MS;
      const period = { start: at('2024-01-01T00:00') + later * DAY_MS, end: at('2024-06-01T00:00') + later * DAY_MS };
      const theirs = expandedByLibrary(rule, first, period);
      if (!theirs) return;
      compared += 1;
      assert.deepEqual(occurrencesOf({ first, rule }, period), theirs, rule);
    }),
    { seed, numRuns: rounds(120, 5_000) },
  );
  assert.ok(compared > rounds(90, 4_000), 'the library gave up on few');
});

/** Null where the library gives up. */
function expandedByLibrary(rule: string, first: number, period: { start: number; end: number }): number[] | null {
  const start = new Date(first).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  try {
    const read = new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${start}Z\nRRULE:${rule}` });
    return read
      .between(new Date(period.start), new Date(period.end), true)
      .map((occurrence) => occurrence.epochMilliseconds)
      .filter((moment) => moment < period.end);
  } catch {
    return null;
  }
}
