import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { openCatalog } from '../../electron/catalog/openCatalog.ts';
import type { ChangeEntry } from '../../electron/catalog/changeTable.ts';
import { createTrackMemory } from '../../electron/desk/trackMemory.ts';
import { lifecycleStates } from '../../shared/record/words.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { catalogDigest } from '../support/catalogDigest.ts';
import { ENTRIES_START, entry } from '../support/catalogEntries.ts';
import { rounds, seed } from '../support/seed.ts';
import { tempFolder } from '../support/gitServer.ts';

const DAYS = 30;
const some = (...ids: string[]) => fc.subarray(ids);
const entries: fc.Arbitrary<ChangeEntry> = fc
  .record({
    n: fc.nat(4),
    title: fc.constantFrom('Tills', 'Scales'),
    state: fc.constantFrom(...lifecycleStates),
    sites: some('lyon', 'leeds'),
    services: some('posting', 'tills', 'picking'),
    waitingOn: some('ana', 'ben'),
    outcome: fc.constantFrom('good', 'failed', null),
    closed: fc.nat(2 * DAYS),
    hits: fc.nat(2),
  })
  .map(({ n, title, state, sites, hits, closed, ...rest }) =>
    entry(n, { title, state, sites, hits }, { ...rest, closedAt: rest.outcome && ENTRIES_START + closed * DAY_MS }),
  );

test('a row of which only the difference is written reads as one that is written whole', async (t) => {
  const folder = tempFolder(t, 'rows');
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(entries, { maxLength: 25 }), async (list) => {
      made += 1;
      const [byPart, whole] = [join(folder, `part-${made}.sqlite`), join(folder, `whole-${made}.sqlite`)];
      const parts = await openCatalog(byPart);
      const wholes = await openCatalog(whole);
      const last = new Map<string, ChangeEntry>();
      for (const each of list) {
        parts.changes.put(each, last.get(each.row.change) ?? null);
        last.set(each.row.change, each);
      }
      for (const each of last.values()) wholes.changes.put(each);
      for (const text of ['tills', 'scales'])
        assert.equal(parts.find.count({ text }, 'ana'), wholes.find.count({ text }, 'ana'));
      parts.close();
      wholes.close();
      assert.equal(catalogDigest(byPart), catalogDigest(whole));
    }),
    { seed, numRuns: rounds(25, 500) },
  );
});

test('outcomes that are remembered are those that would be counted', async () => {
  const steps = fc.array(fc.record({ put: entries, passed: fc.nat(3), isRemoved: fc.boolean() }), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const catalog = await openCatalog(':memory:');
      const memory = createTrackMemory(catalog);
      let now = ENTRIES_START + DAYS * DAY_MS;
      for (const { put, passed, isRemoved } of list) {
        now += passed * DAY_MS;
        if (isRemoved) catalog.changes.remove(put.row.change);
        else catalog.changes.put(put);
        const [remembered, counted] = [memory.read(DAYS, now), createTrackMemory(catalog).read(DAYS, now)];
        assert.deepEqual(remembered.overall, counted.overall);
        for (const id of ['posting', 'tills', 'picking'])
          assert.deepEqual(remembered.of('service', id), counted.of('service', id));
      }
      catalog.close();
    }),
    { seed, numRuns: rounds(50, 1_000) },
  );
});
