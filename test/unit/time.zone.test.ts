import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, HOUR_MS, MINUTE_MS, toInstant } from '../../shared/time/instant.ts';
import { instantAt, isZone, offsetMs, wallAt } from '../../shared/time/zone.ts';
import { at, sixZones } from '../support/windowBuild.ts';

const bracket = (wall: string, zone: string) =>
  (['earlier', 'later'] as const).map((bound) => toInstant(instantAt(wall, zone, bound)));

test('a time that happens twice has two moments', () => {
  assert.deepEqual(bracket('2026-10-25T02:30', 'Europe/Paris'), ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']);
  assert.deepEqual(bracket('2026-11-01T01:30', 'America/New_York'), ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z']);
  assert.deepEqual(bracket('2026-04-05T02:30', 'Australia/Sydney'), ['2026-04-04T15:30:00Z', '2026-04-04T16:30:00Z']);
});

test('a time that never happens lies between two moments', () => {
  assert.deepEqual(bracket('2026-03-29T02:30', 'Europe/Paris'), ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z']);
  assert.deepEqual(bracket('2026-03-08T02:30', 'America/New_York'), ['2026-03-08T06:30:00Z', '2026-03-08T07:30:00Z']);
});

test('Lord Howe moves its clocks by half an hour', () => {
  assert.deepEqual(bracket('2026-04-05T01:45', 'Australia/Lord_Howe'), [
    '2026-04-04T14:45:00Z',
    '2026-04-04T15:15:00Z',
  ]);
  assert.deepEqual(bracket('2026-10-04T02:15', 'Australia/Lord_Howe'), [
    '2026-10-03T15:15:00Z',
    '2026-10-03T15:45:00Z',
  ]);
  assert.deepEqual(bracket('2026-10-04T02:30', 'Australia/Lord_Howe'), [
    '2026-10-03T15:30:00Z',
    '2026-10-03T15:30:00Z',
  ]);
});

test('Sao Paulo and Kolkata have one moment for every time of this decade', () => {
  for (const zone of ['America/Sao_Paulo', 'Asia/Kolkata'])
    for (let day = at('2024-01-01T00:30'); day < at('2030-01-01T00:00'); day += DAY_MS) {
      const [earlier, later] = bracket(toInstant(day).slice(0, 16), zone);
      assert.equal(earlier, later);
    }
  assert.equal(offsetMs(at('2018-12-01T00:00'), 'America/Sao_Paulo'), -2 * HOUR_MS, 'it had summer time until 2019');
});

test('the day that Samoa skipped lies between two moments', () => {
  assert.deepEqual(bracket('2011-12-30T12:00', 'Pacific/Apia'), ['2011-12-29T22:00:00Z', '2011-12-30T22:00:00Z']);
});

test('every moment is found again from what the clock on the wall shows', () => {
  for (const zone of sixZones)
    for (let moment = at('2025-12-31T23:45'); moment < at('2027-01-02T00:00'); moment += 45 * MINUTE_MS) {
      const wall = wallAt(moment, zone);
      const found = [instantAt(wall, zone, 'earlier'), instantAt(wall, zone, 'later')];
      assert.ok(found.includes(moment), `${zone} ${wall}`);
    }
});

test('the offsets agree with what the platform prints, a decade in six zones', () => {
  for (const zone of sixZones) {
    const print = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    for (let moment = at('2019-01-01T00:20'); moment < at('2030-01-01T00:00'); moment += 67 * HOUR_MS)
      assert.equal(wallAt(moment, zone), print.format(moment).replace(' ', 'T'), zone);
  }
});

test('a zone that nobody knows is refused and never becomes UTC', () => {
  for (const zone of ['Europe/Pariss', 'site', '+02:00', '', 'Local', '../etc/passwd', 'UTC;'])
    assert.equal(isZone(zone), false, zone);
  for (const zone of ['UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires', 'EST5EDT'])
    assert.equal(isZone(zone), true, zone);
  assert.throws(() => instantAt('2026-01-01T00:00', 'Mars/Base', 'earlier'), { code: 'unknown-zone' });
});
