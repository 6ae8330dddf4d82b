import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import type { Scope, WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS, type Ms } from '../../shared/time/instant.ts';
import { toWall } from '../../shared/time/wall.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { loosened, loosens, type LooseningGiven } from '../../shared/window/loosening.ts';
import { objectionsAt } from '../../shared/window/timeObjections.ts';
import { createWindowContext } from '../../shared/window/windowContext.ts';
import type { Work } from '../../shared/window/work.ts';
import { rounds, seed } from '../support/seed.ts';
import { at, aService, aSite, aWindow, aWork, lasting, once, sixZones } from '../support/windowBuild.ts';

const sites = new Map(sixZones.map((zone, n) => [`site${n}`, aSite(`site${n}`, zone)]));
const topology = createTopology([
  aService('selling', ['till'], { kind: 'business-process', sites: ['site0', 'site2'] }),
  aService('till', ['till-db'], { sites: ['site0'] }),
  aService('till-db', [], { sites: ['site3'] }),
  aService('lonely', [], {}),
]);
/** Before the clocks change in Lord Howe and Sydney, 4 April 2026, and in Paris a week earlier. */
const FROM = at('2026-04-03T20:00');
const given = (others: readonly WindowBody[] = [], from: Ms = FROM): LooseningGiven => ({
  sites,
  topology,
  from,
  others,
});

const freeze = aWindow({ schedule: once('2026-04-04T08:00', '2026-04-04T20:00') });
const soft = aWindow({ ...freeze, window: 'soft', effect: 'soft-freeze', owner: 'sol' });
const lift = aWindow({ ...freeze, window: 'lift', effect: 'maintenance', owner: 'mia' });

test('a shorter, weaker, narrower, withdrawn or proposed freeze loosens; a longer or wider one does not', () => {
  const looser: Partial<WindowBody>[] = [
    { schedule: once('2026-04-04T08:00', '2026-04-04T19:59') },
    { schedule: once('2026-04-04T08:01', '2026-04-04T20:00') },
    { effect: 'soft-freeze' },
    { effect: 'peak' },
    { effect: 'maintenance' },
    { standing: 'withdrawn' },
    { standing: 'proposed' },
    { scope: { everything: false, sites: ['site0'] } },
    { scope: { everything: false, environments: ['production'] } },
    { edge: 'finish' },
    { owner: 'eve' },
    { zone: 'America/New_York' },
    { zone: 'site' },
    { schedule: lasting('2026-04-04T08:00', 'FREQ=NONSENSE', 'PT12H') },
  ];
  const before = { ...freeze, edge: 'stop-at-next-stage' as const };
  for (const given_ of looser) assert.ok(loosens(before, { ...before, ...given_ }, given()), JSON.stringify(given_));
  const same: Partial<WindowBody>[] = [
    { title: 'Another', reason: 'Another' },
    { schedule: once('2026-04-04T07:00', '2026-04-05T20:00') },
    { schedule: lasting('2026-01-01T08:00', 'FREQ=DAILY', 'PT12H') },
    { reach: 'feeders' },
  ];
  for (const given_ of same) assert.ok(!loosens(before, { ...before, ...given_ }, given()), JSON.stringify(given_));
  const narrow = { ...before, scope: { everything: false, sites: ['site0'] } };
  assert.ok(!loosens(narrow, before, given()));
  assert.ok(!loosens({ ...before, effect: 'soft-freeze' }, before, given()));
});

test('what lies more than 48 hours ahead may be taken away at once', () => {
  const later = { ...freeze, schedule: once('2026-04-06T08:00', '2026-04-06T20:00') };
  assert.ok(!loosens(later, { ...later, standing: 'withdrawn' }, given()));
  assert.ok(loosens(later, { ...later, standing: 'withdrawn' }, given([], FROM + 12 * HOUR_MS)));
});

test('an exception and a moved occurrence loosen where they fall within 48 hours', () => {
  const nightly = lasting('2026-01-01T20:00', 'FREQ=DAILY', 'PT4H');
  const before = { ...freeze, schedule: nightly };
  const skipping = (day: string) => ({ ...before, schedule: { ...nightly, exceptions: [`${day}T20:00`] } as Schedule });
  assert.ok(loosens(before, skipping('2026-04-04'), given()));
  assert.ok(!loosens(before, skipping('2026-04-09'), given()));
  assert.ok(!loosens(skipping('2026-04-04'), before, given()));
});

test('closing less of the outside loosens, opening more of it too', () => {
  const closing = aWindow({ ...lift, closedOutside: true });
  assert.ok(loosens(closing, { ...closing, closedOutside: false }, given()));
  assert.ok(loosens(closing, { ...closing, schedule: once('2026-04-04T08:00', '2026-04-04T21:00') }, given()));
  assert.ok(!loosens(closing, { ...closing, schedule: once('2026-04-04T08:00', '2026-04-04T19:00') }, given()));
  assert.ok(!loosens(lift, closing, given()));
});

test('maintenance loosens when it opens what another window denies', () => {
  assert.deepEqual(loosened(null, lift, given()), []);
  assert.deepEqual(loosened(null, lift, given([soft])), [soft]);
  assert.deepEqual(loosened(null, lift, given([{ ...soft, standing: 'proposed' }, freeze])), []);
  const elsewhere = { ...soft, scope: { everything: false, sites: ['site1'] } };
  assert.deepEqual(loosened(null, { ...lift, scope: { everything: false, sites: ['site0'] } }, given([elsewhere])), []);
  const longer = { ...lift, schedule: once('2026-04-04T08:00', '2026-04-04T22:00') };
  assert.deepEqual(loosened(lift, longer, given([soft])), []);
  const long = { ...soft, schedule: once('2026-04-04T08:00', '2026-04-04T21:00') };
  assert.deepEqual(loosened(lift, longer, given([long])), [long]);
  assert.deepEqual(loosened(longer, lift, given([long])), []);
  const closing = { ...lift, window: 'closing', closedOutside: true };
  assert.deepEqual(loosened(null, { ...closing, window: 'other' }, given([closing])), [closing]);
});

const zone = fc.constantFrom(...sixZones, 'site');
const hour = fc.integer({ min: -10, max: 60 });
const wallOf = (hours: number) => toWall(FROM + hours * HOUR_MS);
const schedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.tuple(hour, fc.integer({ min: 1, max: 40 })).map(([start, length]) => once(wallOf(start), wallOf(start + length))),
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 30 }), fc.boolean(), fc.boolean())
    .map(([from, length, half, except]): Schedule => {
      const first = `2026-03-01T${String(from).padStart(2, '0')}:${half ? '30' : '00'}`;
      const daily = lasting(first, 'FREQ=DAILY', `PT${length}H`);
      return except ? ({ ...daily, exceptions: [`2026-04-04${first.slice(10)}`] } as Schedule) : daily;
    }),
);
const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1, maxLength: Math.min(2, all.length) });
const lists = {
  sites: some([...sites.keys()]),
  services: some(['selling', 'till', 'till-db', 'lonely']),
  processes: some(['selling']),
  environments: some(['production', 'staging'] as const),
  categories: some(['schema', 'unclassified'] as const),
  tenants: some(['red', 'blue']),
};
const scope: fc.Arbitrary<Scope> = fc
  .tuple(
    fc.oneof(fc.constant({}), fc.record(lists, { requiredKeys: [] })),
    fc.option(fc.record(lists, { requiredKeys: [] }), { nil: undefined, freq: 1 }),
  )
  .map(([named, except]) => ({
    everything: Object.keys(named).length === 0,
    ...named,
    ...(except && Object.keys(except).length > 0 ? { except } : {}),
  }));
const text: fc.Arbitrary<WindowBody> = fc
  .record({
    effect: fc.constantFrom('freeze', 'freeze', 'soft-freeze', 'maintenance', 'peak'),
    closedOutside: fc.boolean(),
    scope,
    reach: fc.constantFrom('direct', 'feeders'),
    zone,
    schedule,
    standing: fc.constantFrom('published', 'published', 'published', 'withdrawn'),
  })
  .map((made) => aWindow({ ...made, closedOutside: made.closedOutside && made.effect === 'maintenance' }));
/** A text and what somebody made of it: some parts replaced, the others kept. */
const edit = fc
  .tuple(text, text, fc.subarray(['effect', 'scope', 'reach', 'zone', 'schedule', 'standing'] as const))
  .map(([before, other, parts]) => {
    const taken = Object.fromEntries(parts.map((part) => [part, other[part]]));
    const after = { ...before, ...taken };
    return { before, after: { ...after, closedOutside: other.closedOutside && after.effect === 'maintenance' } };
  });
const work: fc.Arbitrary<Work> = fc
  .record({
    services: fc.subarray(['selling', 'till', 'till-db', 'lonely', 'unheard-of'], { maxLength: 2 }),
    sites: fc.subarray([...sites.keys(), 'nowhere'], { maxLength: 2 }),
    tenants: fc.subarray(['red', 'blue', 'green'], { maxLength: 1 }),
    environment: fc.constantFrom('production', 'production', 'staging'),
    category: fc.constantFrom('schema', 'configuration', 'unclassified'),
  })
  .map((made) => aWork(made));
const moments = fc.array(fc.integer({ min: 0, max: 48 * 60 - 1 }), { minLength: 6, maxLength: 12 });

test('whenever a work may go that the text before kept back, the revision loosens', () => {
  const neighbours = fc.array(text, { maxLength: 2 });
  let objected = 0;
  fc.assert(
    fc.property(
      edit,
      neighbours,
      fc.array(work, { minLength: 1, maxLength: 4 }),
      moments,
      (edited, near, works, when) => {
        const others = near.map((each, n) => ({ ...each, window: `other${n}` }));
        const { before, after } = edited;
        const context = (own: WindowBody) => createWindowContext({ windows: [...others, own], sites, topology });
        const [old, next] = [context(before), context(after)];
        const freed = works.flatMap((each) =>
          when.filter((minute) => {
            const moment = FROM + minute * 60_000;
            if (objectionsAt(each, old, moment).length === 0) return false;
            objected += 1;
            // One objection that goes is enough: other windows may hide it today.
            return objectionsAt(each, next, moment).length === 0;
          }),
        );
        if (freed.length > 0) assert.ok(loosens(before, after, given(others)), 'it was not seen to loosen');
      },
    ),
    { seed, numRuns: rounds(400, 20_000) },
  );
  assert.ok(objected > 50, String(objected));
});

test('a freeze that only grows never loosens', () => {
  const hours = fc.integer({ min: 0, max: 20 });
  const grown = fc
    .tuple(text, hours, hours, fc.boolean(), fc.boolean())
    .map(([drawn, earlier, later, all, feeders]) => {
      const before = { ...drawn, effect: drawn.effect === 'soft-freeze' ? drawn.effect : ('freeze' as const) };
      const made = { ...before, closedOutside: false, schedule: once(wallOf(4), wallOf(20)) };
      const isFree = all && made.zone !== 'site';
      return {
        before: made,
        after: {
          ...made,
          effect: 'freeze' as const,
          schedule: once(wallOf(4 - earlier), wallOf(20 + later)),
          ...(isFree ? { scope: { everything: true } } : {}),
          ...(feeders && made.zone !== 'site' ? { reach: 'feeders' as const } : {}),
        },
      };
    });
  fc.assert(
    fc.property(grown, ({ before, after }) => assert.ok(!loosens(before, after, given()))),
    { seed, numRuns: rounds(300, 10_000) },
  );
});
