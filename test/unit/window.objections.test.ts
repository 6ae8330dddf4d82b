import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { nextOpening, objectionsAt } from '../../shared/window/timeObjections.ts';
import { aContext, aSite, aWindow, aWork, at, lasting, once } from '../support/windowBuild.ts';
import { rounds, seed } from '../support/seed.ts';

const ten = at('2026-11-27T10:00');
const codes = (windows: readonly WindowBody[], work = aWork(), moment = ten) =>
  objectionsAt(work, aContext(windows), moment).map(({ code }) => code);

const freeze = aWindow();
const soft = aWindow({ window: 'soft', effect: 'soft-freeze' });
const open = aWindow({ window: 'open', effect: 'maintenance' });
const nights = (given: Partial<WindowBody> = {}) =>
  aWindow({
    window: 'nights',
    effect: 'maintenance',
    closedOutside: true,
    schedule: lasting('2026-01-06T22:00', 'FREQ=WEEKLY;BYDAY=TU,TH', 'PT4H'),
    ...given,
  });

test('maintenance lifts a soft freeze and never a freeze', () => {
  assert.deepEqual(codes([soft]), ['soft-freeze']);
  assert.deepEqual(codes([soft, open]), []);
  assert.deepEqual(codes([freeze, soft, open]), ['freeze']);
});

test('maintenance at one site lifts the soft freeze there alone', () => {
  const lyon = { ...open, scope: { everything: false, sites: ['lyon'] } };
  const both = aWork({ sites: ['lyon', 'newark'] });
  const [left] = objectionsAt(both, aContext([soft, lyon]), ten);
  assert.deepEqual(left?.places, [{ service: 'erp', site: 'newark', tenant: null }]);
  assert.deepEqual(
    codes([soft, lyon], aWork({ sites: [] })),
    ['soft-freeze'],
    'a work that names no site is everywhere',
  );
});

test('a peak objects to nothing', () => {
  assert.deepEqual(codes([aWindow({ effect: 'peak' })]), []);
});

test('maintenance closes its outside only when it says so', () => {
  assert.deepEqual(codes([nights({ closedOutside: false })]), []);
  const [closed] = objectionsAt(aWork(), aContext([nights()]), ten);
  assert.equal(closed?.code, 'closed-outside');
  assert.equal(closed?.until, at('2026-12-01T21:00'));
});

test('several such windows open for each other', () => {
  const friday = nights({ window: 'friday', schedule: once('2026-11-27T10:00', '2026-11-27T12:00') });
  assert.deepEqual(codes([nights(), friday]), []);
  assert.deepEqual(codes([nights(), { ...friday, scope: { everything: false, services: ['web'] } }]), [
    'closed-outside',
  ]);
});

const openAt = (site: string, start: string, end: string) =>
  nights({ window: `only-${site}`, scope: { everything: false, sites: [site] }, schedule: once(start, end) });

test('a work at two sites waits until both are open', () => {
  const windows = [
    openAt('lyon', '2026-11-28T08:00', '2026-11-28T12:00'),
    openAt('newark', '2026-11-28T11:00', '2026-11-28T18:00'),
  ];
  const work = aWork({ sites: ['lyon', 'newark'] });
  assert.equal(nextOpening(work, aContext(windows), ten), at('2026-11-28T10:00'));
  assert.equal(nextOpening(aWork({ sites: [] }), aContext(windows), ten), at('2026-11-28T10:00'), 'everywhere is both');
});

test('the next opening is the first moment at which nothing objects', () => {
  const later = aWindow({ window: 'later', schedule: once('2026-11-27T17:00', '2026-11-29T00:00') });
  assert.equal(nextOpening(aWork(), aContext([freeze, later]), ten), at('2026-11-28T23:00'));
  assert.equal(nextOpening(aWork(), aContext([]), ten), ten);
});

test('a soft freeze ends early where maintenance opens', () => {
  const night = { ...open, schedule: once('2026-11-27T14:00', '2026-11-27T15:00') };
  const [objection] = objectionsAt(aWork(), aContext([soft, night]), ten);
  assert.equal(objection?.until, at('2026-11-27T13:00'));
  assert.equal(nextOpening(aWork(), aContext([soft, night]), ten), at('2026-11-27T13:00'));
});

test('there is no opening within 400 days of a freeze that never ends', () => {
  const always = aWindow({ schedule: lasting('2026-01-01T00:00', 'FREQ=DAILY', 'P2D') });
  assert.equal(nextOpening(aWork(), aContext([always]), ten), null);
  assert.equal(
    nextOpening(aWork(), aContext([nights({ schedule: once('2026-01-01T00:00', '2026-01-02T00:00') })]), ten),
    null,
  );
});

test('a freeze on site clocks objects until the last site of the work is free', () => {
  const day = aWindow({ zone: 'site', schedule: once('2026-11-27T00:00', '2026-11-28T00:00') });
  const context = aContext([day]);
  assert.equal(nextOpening(aWork(), context, ten), at('2026-11-27T23:00'));
  assert.equal(nextOpening(aWork({ sites: ['lyon', 'newark'] }), context, ten), at('2026-11-28T05:00'));
});

const effects = ['freeze', 'soft-freeze', 'maintenance'] as const;
const aWeek = fc
  .record({
    effect: fc.constantFrom(...effects),
    closedOutside: fc.boolean(),
    hour: fc.integer({ min: 0, max: 23 }),
    hours: fc.integer({ min: 1, max: 60 }),
    day: fc.constantFrom('MO', 'WE', 'FR', 'MO,TU,WE,TH,FR'),
    site: fc.constantFrom('lyon', 'newark', null),
    zone: fc.constantFrom('Europe/Paris', 'site', 'Australia/Lord_Howe'),
  })
  .map(({ effect, closedOutside, hour, hours, day, site, zone }) =>
    aWindow({
      effect,
      zone,
      closedOutside: effect === 'maintenance' && closedOutside,
      scope: site ? { everything: false, sites: [site] } : { everything: true },
      schedule: lasting(`2026-01-05T${String(hour).padStart(2, '0')}:00`, `FREQ=WEEKLY;BYDAY=${day}`, `PT${hours}H`),
    }),
  );

test('the next opening is free, and no earlier hour was', () => {
  fc.assert(
    fc.property(
      fc.array(aWeek, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(['lyon'], ['lyon', 'newark'], []),
      (windows, sites) => {
        const context = aContext(windows, { sites: [aSite('lyon'), aSite('newark', 'America/New_York')] });
        const work = aWork({ sites });
        const found = nextOpening(work, context, ten);
        if (found !== null) assert.deepEqual(objectionsAt(work, context, found), []);
        const last = Math.min(found ?? Number.POSITIVE_INFINITY, ten + 15 * 24 * HOUR_MS);
        for (let moment = ten; moment < last; moment += HOUR_MS / 2)
          assert.notEqual(objectionsAt(work, context, moment).length, 0);
      },
    ),
    { seed, numRuns: rounds(60, 2_000) },
  );
});
