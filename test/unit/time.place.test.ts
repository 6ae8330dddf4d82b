import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toInstant } from '../../shared/time/instant.ts';
import { addBusinessDays } from '../../shared/time/businessDays.ts';
import { dayKey, placeClock, placeDay, placeTime, zoneName } from '../../shared/time/placeTime.ts';
import { at } from '../support/windowBuild.ts';

test('a moment is told on the clock of the place, whatever the reader’s clock', () => {
  const moment = at('2026-11-27T17:00');
  assert.equal(placeTime(moment, 'Europe/Paris'), 'Fri 27 Nov 2026, 18:00');
  assert.equal(placeTime(moment, 'Australia/Lord_Howe'), 'Sat 28 Nov 2026, 04:00');
  assert.equal(placeTime(moment, 'Asia/Kolkata'), 'Fri 27 Nov 2026, 22:30');
  assert.equal(placeDay(moment, 'Australia/Sydney'), 'Sat 28 Nov');
  assert.equal(placeClock(moment, 'America/Sao_Paulo'), '14:00');
  assert.equal(dayKey(at('2027-01-01T02:00'), 'America/New_York'), '2026-12-31');
});

test('midnight that does not exist does not move the day', () => {
  assert.equal(placeTime(at('2026-03-29T01:00'), 'Europe/Paris'), 'Sun 29 Mar 2026, 03:00');
  assert.equal(placeTime(at('2018-11-04T03:00'), 'America/Sao_Paulo'), 'Sun 4 Nov 2018, 01:00');
});

test('a zone is called by its city', () => {
  assert.equal(zoneName('America/Argentina/Buenos_Aires'), 'Buenos Aires');
  assert.equal(zoneName('UTC'), 'UTC');
});

test('two business days from Friday evening is Tuesday evening, also over the clock change', () => {
  assert.equal(toInstant(addBusinessDays(at('2026-10-23T16:00'), 2, 'Europe/Paris')), '2026-10-27T17:00:00Z');
  assert.equal(toInstant(addBusinessDays(at('2026-11-21T09:00'), 1, 'Europe/Paris')), '2026-11-23T09:00:00Z');
  assert.equal(addBusinessDays(at('2026-11-21T09:00'), 0, 'Europe/Paris'), at('2026-11-21T09:00'));
});
