import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS } from '../../shared/time/instant.ts';
import { collisionsOf } from '../../shared/window/collisionsOf.ts';
import { createConflictIndex } from '../../shared/window/conflictIndex.ts';
import { hitsOf } from '../../shared/window/hitsOf.ts';
import type { WindowContext } from '../../shared/window/windowContext.ts';
import type { Work } from '../../shared/window/work.ts';
import { aContext, aWindow, aWork, at, lasting } from '../support/windowBuild.ts';
import { rounds, seed } from '../support/seed.ts';

const ten = at('2026-11-27T10:00');
const nights = aWindow({ schedule: lasting('2026-01-05T20:00', 'FREQ=DAILY', 'PT8H'), reach: 'feeders' });
const context = aContext([nights, aWindow({ window: 'peak', effect: 'peak' })]);

/** What everybody meets, asked without any memory. */
function fromScratch(works: readonly Work[], within: WindowContext) {
  return new Map(
    works.map((work) => [
      work.change ?? '',
      { hits: hitsOf(work, within), collisions: collisionsOf(work, works, within.topology) },
    ]),
  );
}

const edits = fc.array(
  fc.record({
    change: fc.integer({ min: 1, max: 12 }),
    remove: fc.boolean(),
    hour: fc.integer({ min: -40, max: 60 }),
    minutes: fc.constantFrom(0, 1, 45, 180, 2_880, 100_000),
    services: fc.subarray(['posting', 'erp', 'erp-db', 'web', 'unknown'], { maxLength: 3 }),
    sites: fc.subarray(['lyon', 'newark'], { maxLength: 2 }),
    implementer: fc.constantFrom('ivo', 'eva', 'ola'),
  }),
  { minLength: 1, maxLength: 40 },
);

test('after any edits the index says what a recomputation of everything says, and names those who are affected', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const index = createConflictIndex(context);
      let works: readonly Work[] = [];
      let before = fromScratch(works, context);
      for (const { change: number, remove, hour, minutes, ...rest } of all) {
        const change = `CHG-2026-${String(number).padStart(7, '0')}`;
        const start = ten + hour * HOUR_MS;
        const work = aWork({ ...rest, change, start, end: start + minutes * 60_000 });
        const left = works.filter((each) => each.change !== change);
        works = remove ? left : [...left, work];
        const affected = remove ? index.remove(change) : index.put(work);
        const after = fromScratch(works, context);
        for (const [each, { hits, collisions }] of after) {
          assert.deepEqual(index.hitsOf(each), hits);
          assert.deepEqual(index.collisionsOf(each), collisions);
          if (each === change) continue;
          const differs = JSON.stringify(before.get(each)) !== JSON.stringify(after.get(each));
          assert.equal(affected.has(each), differs, `${each} after ${change}`);
        }
        before = after;
      }
      assert.deepEqual(new Set(index.works()), new Set(works));
    }),
    { seed, numRuns: rounds(150, 4_000) },
  );
});

test('a draft meets others and is met by nobody', () => {
  const index = createConflictIndex(context, [aWork({ implementer: 'eva' })]);
  const draft = aWork({ change: null });
  assert.deepEqual([...index.put(draft)], []);
  assert.deepEqual(index.works().length, 1);
  assert.deepEqual(collisionsOf(draft, index.meeting(draft), context.topology).length, 1);
});

test('a work of ten years among short ones is found by all it runs beside', () => {
  const long = aWork({ change: 'CHG-2026-0000099', start: ten - 3_000 * DAY_MS, end: ten + 3_000 * DAY_MS });
  const index = createConflictIndex(context, [long, aWork({ implementer: 'eva' })]);
  assert.deepEqual(
    index.collisionsOf('CHG-2026-0000001').map(({ other }) => other),
    ['CHG-2026-0000099'],
  );
  assert.deepEqual([...index.remove('CHG-2026-0000099')], ['CHG-2026-0000001']);
});
