import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { denialsIn } from '../../shared/window/denials.ts';
import type { WaitingText } from '../../shared/window/earlierTexts.ts';
import { hitsOf } from '../../shared/window/hitsOf.ts';
import { nextOpening, objectionsAt } from '../../shared/window/timeObjections.ts';
import { createWindowContext } from '../../shared/window/windowContext.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { at, aSite, aWindow, aWork, once } from '../support/windowBuild.ts';

const sites = new Map([['lyon', aSite('lyon')]]);
const contextOf = (windows: readonly WindowBody[], waiting: readonly WaitingText[] = []) =>
  createWindowContext({ windows, sites, topology: createTopology([]), waiting });
const freeze = aWindow({ zone: 'UTC', schedule: once('2026-11-27T08:00', '2026-11-29T08:00') });
const until = at('2026-11-28T12:00');
const work = aWork({ start: at('2026-11-28T09:00') });

test('a freeze that was taken away holds until its wait is over, and no longer', () => {
  const gone = { ...freeze, standing: 'withdrawn' as const };
  const context = contextOf([gone], [{ window: gone, earlier: [{ window: freeze, until }] }]);
  const [objection, ...others] = objectionsAt(work, context, until - 1);
  assert.deepEqual(others, []);
  assert.equal(objection?.code, 'freeze');
  assert.equal(objection.until, until);
  assert.equal(objection.waits, until);
  assert.deepEqual(objectionsAt(work, context, until), []);
  assert.equal(nextOpening(work, context, work.start), until);
  assert.deepEqual(
    denialsIn(work, context, { start: work.start, end: until + HOUR_MS }).map(({ start, end }) => [start, end]),
    [[work.start, until]],
  );
  assert.deepEqual(
    hitsOf(work, context).map(({ effect }) => effect),
    ['freeze'],
  );
  assert.deepEqual(hitsOf({ ...work, start: until, end: until + HOUR_MS }, context), []);
});

test('a shortened freeze is said once while both texts hold', () => {
  const shorter = { ...freeze, schedule: once('2026-11-27T08:00', '2026-11-28T10:00') };
  const context = contextOf([shorter], [{ window: shorter, earlier: [{ window: freeze, until }] }]);
  const both = objectionsAt(work, context, at('2026-11-28T09:00'));
  assert.deepEqual(
    both.map(({ waits }) => waits),
    [undefined, until],
  );
  assert.equal(nextOpening(work, context, work.start), until);
});

test('new maintenance lifts a soft freeze once its wait is over', () => {
  const soft = { ...freeze, effect: 'soft-freeze' as const };
  const lift = aWindow({ window: 'lift', effect: 'maintenance', zone: 'UTC', schedule: freeze.schedule });
  const context = contextOf([soft, lift], [{ window: lift, earlier: [{ window: null, until }] }]);
  assert.deepEqual(
    objectionsAt(work, context, until - 1).map(({ code, until: end, waits }) => [code, end, waits]),
    [['soft-freeze', until, until]],
  );
  assert.deepEqual(objectionsAt(work, context, until), []);
});

test('while a closed outside is opened further, both the earlier and the new text must allow', () => {
  const closing = aWindow({
    effect: 'maintenance',
    closedOutside: true,
    zone: 'UTC',
    schedule: once('2026-11-28T09:00', '2026-11-28T11:00'),
  });
  const moved = { ...closing, schedule: once('2026-11-28T10:00', '2026-11-28T14:00') };
  const context = contextOf([moved], [{ window: moved, earlier: [{ window: closing, until }] }]);
  const open = ['09:30', '10:30', '11:30', '12:30', '14:30'].map(
    (clock) => objectionsAt(work, context, at(`2026-11-28T${clock}`)).length === 0,
  );
  assert.deepEqual(open, [false, true, false, true, false]);
});

test('two loosenings in a row: each earlier text runs out at its own time', () => {
  const second = { ...freeze, schedule: once('2026-11-27T08:00', '2026-11-28T20:00') };
  const third = { ...freeze, schedule: once('2026-11-27T08:00', '2026-11-27T09:00') };
  const later = until + 4 * HOUR_MS;
  const earlier = [
    { window: freeze, until },
    { window: second, until: later },
  ];
  const context = contextOf([third], [{ window: third, earlier }]);
  assert.deepEqual(
    [until - 1, until, later - 1, later].map((moment) => objectionsAt(work, context, moment).length),
    [2, 1, 1, 0],
  );
});
