import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { fallsOn } from '../../shared/time/ruleDay.ts';
import { dayFinder } from '../../shared/time/ruleDays.ts';
import { shapeRule } from '../../shared/time/ruleShape.ts';
import { readRule } from '../../shared/time/ruleText.ts';
import { at } from '../support/windowBuild.ts';
import { rounds, seed } from '../support/seed.ts';

const some = (all: readonly string[], most: number) =>
  fc.option(
    fc.subarray([...all], { minLength: 1, maxLength: most }).map((part) => part.join(',')),
    { nil: null },
  );
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => String(from + n)).filter((text) => text !== '0');
const rules = fc
  .record({
    FREQ: fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY'),
    BYMONTH: some(numbers(1, 12), 4),
    BYMONTHDAY: some(numbers(-31, 31), 5),
    BYYEARDAY: some(['1', '60', '100', '-1', '-366'], 2),
    BYWEEKNO: some(['1', '9', '52', '53', '-1'], 2),
    BYDAY: some(['MO', 'TU', 'SU', '1MO', '5FR', '-1SA', '-2WE', '53TH'], 4),
  })
  .map((parts) =>
    Object.entries(parts)
      .flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))
      .join(';'),
  );

test('the days found by counting are the days found by asking for each', () => {
  fc.assert(
    fc.property(
      rules,
      fc.integer({ min: -40_000, max: 60_000 }),
      fc.integer({ min: 0, max: 800 }),
      (rule, start, length) => {
        const shape = shapeRule(readRule(rule), at('2024-02-29T06:30'));
        const found: number[] = [];
        dayFinder(shape)(found, start, start + length);
        const asked = Array.from({ length }, (_, n) => start + n).filter((day) => fallsOn(shape, day));
        assert.deepEqual(found, asked, rule);
      },
    ),
    { seed, numRuns: rounds(400, 10_000) },
  );
});
