import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { DAY_MS, HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import { differingTables, statedTz, stateTz } from '../../shared/time/statedTz.ts';
import { offsetMs } from '../../shared/time/zone.ts';
import { underTables } from '../../shared/time/zoneTable.ts';
import { denialsIn } from '../../shared/window/denials.ts';
import { withOtherClocks } from '../../shared/window/otherClocks.ts';
import { nextOpening, objectionsAt } from '../../shared/window/timeObjections.ts';
import { rounds, seed } from '../support/seed.ts';
import { shifted } from '../support/shiftedTz.ts';
import { aContext, aSite, aWindow, aWork, at, lasting, once, sixZones } from '../support/windowBuild.ts';

const noon = at('2026-11-20T12:00');
const every = new Set<string>(sixZones);

const parisStaysOnSummerTime = shifted(stateTz(sixZones, 'own', noon), 'Europe/Paris', HOUR_MS, at('2026-10-25T01:00'));
const paris = differingTables(parisStaysOnSummerTime, every);
const wide = (windows: readonly WindowBody[], given = {}, tables = paris) =>
  withOtherClocks(aContext(windows, given), () => aContext(windows, given), { version: '2099z', tables });

test('a machine finds nothing to object to in its own statement, whenever it was made', () => {
  for (const moment of [noon, at('2026-03-29T01:00'), at('2026-10-25T01:00'), at('2026-04-04T16:00')]) {
    const said = stateTz([...sixZones, 'Europe/Madrid', 'Nowhere/Land'], 'own', moment);
    assert.deepEqual(statedTz.parse(JSON.parse(JSON.stringify(said))), said);
    assert.equal(differingTables(said, new Set([...sixZones, 'Europe/Madrid'])).size, 0);
  }
  const { clocks } = stateTz(['Europe/Paris', 'Europe/Madrid', 'Nowhere/Land'], 'own', noon);
  assert.deepEqual(
    clocks.map(({ zones }) => zones),
    [['Europe/Madrid', 'Europe/Paris']],
    'alike clocks are written once, unknown ones not at all',
  );
});

test('only zones that count are compared, and what is stated rules only while it is read by', () => {
  assert.deepEqual([...paris.keys()], ['Europe/Paris']);
  assert.equal(differingTables(parisStaysOnSummerTime, new Set(['Asia/Kolkata'])).size, 0);
  const ages = { ...parisStaysOnSummerTime, until: '9999-12-31T00:00:00Z' };
  assert.equal(differingTables(ages, every).size, 0, 'no statement makes a gate read centuries');
  assert.equal(
    underTables(paris, () => offsetMs(noon, 'Europe/Paris')),
    2 * HOUR_MS,
  );
  assert.equal(offsetMs(noon, 'Europe/Paris'), HOUR_MS);
  assert.throws(() => underTables(paris, () => offsetMs(noon, 'Nowhere/Land')), { code: 'unknown-zone' });
  assert.equal(offsetMs(noon, 'Europe/Paris'), HOUR_MS, 'a reading that throws leaves nothing behind');
  const beyond = noon + 600 * DAY_MS;
  assert.equal(
    underTables(paris, () => offsetMs(beyond, 'Europe/Paris')),
    offsetMs(beyond, 'Europe/Paris'),
    'beyond what is stated the own data counts',
  );
});

test('a freeze holds from the earlier beginning to the later end, and says by whose clocks', () => {
  const freeze = aWindow({ schedule: once('2026-11-27T08:00', '2026-11-27T18:00') });
  const context = wide([freeze]);
  const by = (moment: string) => objectionsAt(aWork(), context, at(moment)).map(({ code, tz }) => [code, tz]);
  assert.deepEqual(by('2026-11-27T05:59:59Z'), []);
  assert.deepEqual(by('2026-11-27T06:00:00Z'), [['freeze', '2099z']]);
  assert.deepEqual(by('2026-11-27T16:30:00Z'), [['freeze', undefined]]);
  assert.deepEqual(by('2026-11-27T17:00:00Z'), []);
  assert.equal(nextOpening(aWork(), context, at('2026-11-27T06:00')), at('2026-11-27T17:00'));
});

test('what opens only inside maintenance opens where both clocks say so', () => {
  const night = aWindow({
    effect: 'maintenance',
    closedOutside: true,
    schedule: once('2026-11-28T02:00', '2026-11-28T06:00'),
  });
  const context = wide([night]);
  const isOpen = (moment: string) => objectionsAt(aWork(), context, at(moment)).length === 0;
  assert.deepEqual(['2026-11-28T00:30', '2026-11-28T01:00', '2026-11-28T03:59', '2026-11-28T04:00'].map(isOpen), [
    false,
    true,
    true,
    false,
  ]);
});

test('a freeze in a zone that this machine does not know holds on every clock on earth, whatever the other says of it', () => {
  const [{ offsets = [] } = {}] = parisStaysOnSummerTime.clocks;
  const said = { ...parisStaysOnSummerTime, clocks: [{ zones: ['Nowhere/Land'], offsets }] };
  const tables = differingTables(said, new Set(['Nowhere/Land']));
  const freeze = aWindow({ zone: 'Nowhere/Land', schedule: once('2026-11-27T08:00', '2026-11-27T18:00') });
  const context = wide([freeze], {}, tables);
  assert.equal(objectionsAt(aWork(), context, at('2026-11-26T20:00')).length, 1);
  assert.equal(objectionsAt(aWork(), context, at('2026-11-28T03:00')).length, 1);
});

const aWeek = fc
  .record({
    effect: fc.constantFrom('freeze' as const, 'soft-freeze' as const, 'maintenance' as const),
    closedOutside: fc.boolean(),
    hour: fc.integer({ min: 0, max: 23 }),
    hours: fc.integer({ min: 1, max: 60 }),
    day: fc.constantFrom('MO', 'SU', 'MO,TU,WE,TH,FR'),
    zone: fc.constantFrom('site', ...sixZones),
  })
  .map(({ hour, hours, day, closedOutside, effect, zone }) =>
    aWindow({
      effect,
      zone,
      closedOutside: effect === 'maintenance' && closedOutside,
      schedule: lasting(`2026-01-05T${String(hour).padStart(2, '0')}:00`, `FREQ=WEEKLY;BYDAY=${day}`, `PT${hours}H`),
    }),
  );

test('both clocks together object where either does alone, on clock-change nights as well', () => {
  fc.assert(
    fc.property(
      fc.array(aWeek, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...sixZones),
      fc.constantFrom(-2, -1, 1, 3),
      fc.constantFrom(noon, at('2026-10-24T12:00'), at('2026-03-28T12:00'), at('2026-04-04T06:00')),
      (windows, zone, hours, from) => {
        const tables = differingTables(shifted(stateTz(sixZones, 'own', from), zone, hours * HOUR_MS, from), every);
        assert.deepEqual([...tables.keys()], [zone]);
        const given = { sites: [aSite('lyon', zone), aSite('newark', 'America/New_York')] };
        const work = aWork({ sites: ['lyon'] });
        const both = wide(windows, given, tables);
        const [own, other] = [aContext(windows, given), aContext(windows, given)];
        const denies = denialsIn(work, both, { start: from, end: from + 3 * DAY_MS });
        for (let moment = from; moment < from + 3 * DAY_MS; moment += HOUR_MS / 2) {
          const here = objectionsAt(work, own, moment).length > 0;
          const there = underTables(tables, () => objectionsAt(work, other, moment)).length > 0;
          assert.equal(objectionsAt(work, both, moment).length > 0, here || there, toInstant(moment));
          assert.equal(
            denies.some(({ start, end }) => start <= moment && moment < end),
            here || there,
            `denials at ${toInstant(moment)}`,
          );
        }
      },
    ),
    { numRuns: rounds(25, 400), seed },
  );
});
