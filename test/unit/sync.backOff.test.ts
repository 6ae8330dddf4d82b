import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOffMs, periodMs, raceMs } from '../../shared/sync/backOff.ts';

const dice = [0, 0.25, 0.5, 0.75, 0.999_999];

test('each failure doubles the wait, from five seconds up to ten minutes, and at least half of it is waited', () => {
  const wholes = [5, 10, 20, 40, 80, 160, 320, 600, 600, 600].map((seconds) => seconds * 1_000);
  for (const [n, whole] of wholes.entries())
    for (const random of dice) {
      const waited = backOffMs(n + 1, random);
      assert.ok(waited >= whole / 2 && waited <= whole, `${n + 1}: ${waited}`);
      assert.ok(Number.isInteger(waited));
    }
  assert.equal(backOffMs(5_000, 0), 300_000, 'for days');
});

test('desks that were cut off together come back apart', () => {
  const waits = new Set(dice.map((random) => backOffMs(3, random)));
  assert.equal(waits.size, dice.length);
});

test('a lost race is run again soon, and a quiet remote is looked at about every minute', () => {
  for (const random of dice) {
    assert.ok(raceMs(1, random) <= 100);
    assert.ok(raceMs(30, random) <= 3_000);
    assert.ok(periodMs(random) <= 60_000 && periodMs(random) >= 48_000);
  }
});
