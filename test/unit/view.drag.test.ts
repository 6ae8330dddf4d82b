import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, HOUR_MS, MINUTE_MS, toMs } from '../../shared/time/instant.ts';
import {
  drawnPeriod,
  moveByDrag,
  moveBySteps,
  snapNear,
  stretchByDrag,
  stretchBySteps,
} from '../../shared/view/dragSnap.ts';
import { addWallMonths, floorWallMinutes, wallWeekday } from '../../shared/view/wallMath.ts';

const eve = toMs('2026-10-24T20:00:00Z');

test('work at 22:00 in Paris moved by a day over the autumn night is still at 22:00', () => {
  assert.equal(moveBySteps(eve, 1, 'month', 'Europe/Paris'), eve + 25 * HOUR_MS);
  assert.equal(moveBySteps(eve, 1, 'month', 'UTC'), eve + DAY_MS);
});

test('the first press lands on the grid and the next ones move along it', () => {
  const odd = toMs('2026-11-27T18:07:00Z');
  assert.equal(moveBySteps(odd, 1, 'day', 'UTC'), toMs('2026-11-27T18:15:00Z'));
  assert.equal(moveBySteps(odd, -1, 'day', 'UTC'), toMs('2026-11-27T18:00:00Z'));
  assert.equal(moveBySteps(odd, -2, 'day', 'UTC'), toMs('2026-11-27T17:45:00Z'));
  assert.equal(moveBySteps(odd, 0, 'day', 'UTC'), odd);
});

test('a drag at month zoom keeps the time of day', () => {
  assert.equal(moveByDrag(eve, 2.4 * DAY_MS, 'month', 'UTC'), eve + 2 * DAY_MS);
});

test('a drag at week zoom lands on whole hours of the place, also where its offset has a half hour', () => {
  const moved = moveByDrag(toMs('2026-11-27T18:00:00Z'), 50 * MINUTE_MS, 'week', 'Asia/Kolkata');
  assert.equal(moved, toMs('2026-11-27T18:30:00Z'));
});

test('snapping takes the nearer boundary', () => {
  assert.equal(snapNear(toMs('2026-11-27T18:07:00Z'), 15, 'UTC'), toMs('2026-11-27T18:00:00Z'));
  assert.equal(snapNear(toMs('2026-11-27T18:08:00Z'), 15, 'UTC'), toMs('2026-11-27T18:15:00Z'));
});

test('a window drawn backwards is the same window, and a mere click is one step long', () => {
  const from = toMs('2026-11-27T18:03:00Z');
  const to = toMs('2026-11-27T21:58:00Z');
  assert.deepEqual(drawnPeriod(to, from, 'week', 'UTC'), drawnPeriod(from, to, 'week', 'UTC'));
  assert.deepEqual(drawnPeriod(from, from, 'week', 'UTC'), {
    start: toMs('2026-11-27T18:00:00Z'),
    end: toMs('2026-11-27T19:00:00Z'),
  });
});

test('a month after the last of January is the last of February', () => {
  assert.equal(addWallMonths('2027-01-31T22:00', 1), '2027-02-28T22:00');
  assert.equal(wallWeekday('2026-11-23T10:00'), 0);
  assert.equal(floorWallMinutes('2026-11-23T10:59', 180), '2026-11-23T09:00');
});

test('an edge that is stretched lands on the grid, and the other stays', () => {
  const period = { start: toMs('2026-11-27T18:00:00Z'), end: toMs('2026-11-27T20:00:00Z') };
  assert.deepEqual(stretchBySteps(period, 'end', 1, 'day', 'UTC'), { ...period, end: period.end + 15 * MINUTE_MS });
  assert.deepEqual(stretchBySteps(period, 'start', -1, 'week', 'UTC'), { ...period, start: period.start - HOUR_MS });
  assert.deepEqual(stretchByDrag(period, 'end', 40 * MINUTE_MS, 'week', 'UTC'), {
    ...period,
    end: period.end + HOUR_MS,
  });
});

test('far out, an edge still moves by the hour', () => {
  const period = { start: toMs('2026-11-27T18:00:00Z'), end: toMs('2026-11-27T20:00:00Z') };
  assert.deepEqual(stretchBySteps(period, 'end', 1, 'year', 'UTC'), { ...period, end: period.end + HOUR_MS });
});

test('nothing is stretched into less than five minutes', () => {
  const period = { start: toMs('2026-11-27T18:00:00Z'), end: toMs('2026-11-27T20:00:00Z') };
  assert.equal(stretchByDrag(period, 'end', -DAY_MS, 'day', 'UTC').end, period.start + 5 * MINUTE_MS);
  assert.equal(stretchByDrag(period, 'start', DAY_MS, 'day', 'UTC').start, period.end - 5 * MINUTE_MS);
});

test('an edge that is stretched over the autumn night lands on the clock of the place', () => {
  const period = { start: eve, end: eve + 2 * HOUR_MS };
  const { end } = stretchBySteps(period, 'end', 4, 'week', 'Europe/Paris');
  assert.equal(end, toMs('2026-10-25T03:00:00Z'));
});
