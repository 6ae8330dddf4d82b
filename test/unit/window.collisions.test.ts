import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { collisionsOf } from '../../shared/window/collisionsOf.ts';
import { sweepCollisions } from '../../shared/window/sweepCollisions.ts';
import type { Work } from '../../shared/window/work.ts';
import { aService, aWork } from '../support/windowBuild.ts';
import { rounds, seed } from '../support/seed.ts';

const topology = createTopology([
  aService('till', ['erp']),
  aService('erp', ['db']),
  aService('db', ['disk']),
  aService('disk'),
  aService('wms', ['db', { to: 'mail', strength: 'weak' }]),
  aService('mail'),
]);
const other = (given: Partial<Work>) =>
  aWork({ change: 'CHG-2026-0000002', title: 'Other', implementer: 'eva', ...given });
const kinds = (given: Partial<Work>) => collisionsOf(aWork(), [other(given)], topology).map(({ kind }) => kind);

test('two works on one service at one time and site collide', () => {
  assert.deepEqual(collisionsOf(aWork(), [other({})], topology), [
    {
      kind: 'same-node',
      change: 'CHG-2026-0000001',
      other: 'CHG-2026-0000002',
      otherTitle: 'Other',
      path: ['erp'],
      start: aWork().start,
      end: aWork().end,
    },
  ]);
});

const path = (service: string) => {
  const [first] = collisionsOf(aWork(), [other({ services: [service] })], topology);
  return first && 'path' in first ? first.path.join(' ') : null;
};

test('works touch through strong edges within two steps, up or down', () => {
  assert.equal(path('till'), 'erp till');
  assert.equal(path('disk'), 'erp db disk');
  assert.equal(path('wms'), null, 'two that stand on one database do not stand on each other');
  assert.equal(path('mail'), null);
});

test('works at other times, sites or environments do not collide', () => {
  const { end } = aWork();
  assert.deepEqual(kinds({ start: end, end: end + HOUR_MS }), [], 'one after the other');
  assert.deepEqual(kinds({ sites: ['newark'] }), []);
  assert.deepEqual(kinds({ environment: 'test' }), []);
  assert.deepEqual(kinds({ sites: [] }), ['same-node'], 'a work that names no site is everywhere');
});

test('one person cannot be at two works at once, whatever they touch', () => {
  assert.deepEqual(kinds({ implementer: 'ivo', services: ['mail'], sites: ['newark'] }), ['double-booked']);
  assert.deepEqual(kinds({ implementer: 'ivo' }), ['same-node', 'double-booked']);
});

test('a work does not collide with itself, nor with its own earlier text', () => {
  assert.deepEqual(collisionsOf(aWork(), [aWork()], topology), []);
  assert.deepEqual(collisionsOf(aWork({ change: null }), [other({})], topology).length, 1);
});

const services = fc.subarray(['till', 'erp', 'db', 'disk', 'wms', 'mail', 'unknown'], { maxLength: 3 });
const works = fc
  .array(
    fc.record({
      services,
      sites: fc.subarray(['lyon', 'newark'], { maxLength: 2 }),
      hour: fc.integer({ min: 0, max: 60 }),
      hours: fc.integer({ min: 0, max: 20 }),
      implementer: fc.constantFrom('ivo', 'eva', 'ola', 'uma'),
      environment: fc.constantFrom('production', 'test'),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ hour, hours, ...rest }, n) =>
      aWork({
        ...rest,
        change: `CHG-2026-${String(n).padStart(7, '0')}`,
        start: hour * HOUR_MS,
        end: (hour + hours) * HOUR_MS,
      }),
    ),
  );

test('one sweep finds what asking every work about those after it finds', () => {
  fc.assert(
    fc.property(works, (all) => {
      const asked = all.flatMap((work, n) =>
        all.slice(n + 1).flatMap((later) => collisionsOf(work, [later], topology)),
      );
      assert.deepEqual(sweepCollisions(all, topology), asked);
    }),
    { seed, numRuns: rounds(300, 10_000) },
  );
});

test('works with a thousand services each are swept at once', () => {
  const many = Array.from({ length: 1_007 }, (_, n) => `s-${n}`);
  const chain = createTopology(many.map((id, n) => aService(id, n > 0 ? [many[Math.floor(n / 2)] ?? id] : [])));
  const all = Array.from({ length: 40 }, (_, n) =>
    aWork({ change: `CHG-2026-${n}`, services: [...many], implementer: `p-${n}` }),
  );
  const began = performance.now();
  assert.equal(sweepCollisions(all, chain).length, (40 * 39) / 2);
  assert.ok(performance.now() - began < 2_000);
});
