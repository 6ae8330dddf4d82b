import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openCatalog } from '../../electron/catalog/openCatalog.ts';
import { requireNapi } from '../../electron/catalog/requireNapi.ts';
import type { ChangeEntry } from '../../electron/catalog/changeTable.ts';
import { TidegateError } from '../../shared/errors.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { closedEntry, ENTRIES_START, entry } from '../support/catalogEntries.ts';

async function catalogWith(t: TestContext, ...entries: ChangeEntry[]) {
  const catalog = await openCatalog(':memory:');
  t.after(() => catalog.close());
  for (const each of entries) catalog.changes.put(each);
  return catalog;
}
const byStart = { by: 'start', descending: false } as const;
const ids = (rows: readonly { change: string }[]) => rows.map(({ change }) => Number(change.slice(-7)));

test('a page counts all that match by band and shows only its part', async (t) => {
  const catalog = await catalogWith(t, entry(1), entry(2, { band: 'high' }), entry(3));
  const page = catalog.find.page({}, 'ana', byStart, 1, 1);
  assert.equal(page.total, 3);
  assert.deepEqual(page.byBand, { low: 2, moderate: 0, high: 1, critical: 0 });
  assert.deepEqual(ids(page.rows), [2]);
});

test('search finds beginnings of words in title, id, services and people, without accents or case', async (t) => {
  const catalog = await catalogWith(
    t,
    entry(1, { title: 'Café tills in Łódź' }),
    entry(2, {}, { words: { services: 'posting Ledger posting', people: 'zoë Zoë Braun' } }),
  );
  const found = (text: string) => ids(catalog.find.page({ text }, 'ana', byStart, 0, 10).rows);
  assert.deepEqual(found('caf'), [1]);
  assert.deepEqual(found('TILLS cafe'), [1]);
  assert.deepEqual(found('zoe'), [2]);
  assert.deepEqual(found('CHG-2026-0000002'), [2]);
  assert.deepEqual(found('led'), [2]);
  assert.deepEqual(found('nothing like it'), []);
});

test('text with the search language in it is only text', async (t) => {
  const catalog = await catalogWith(t, entry(1, { title: 'tills' }));
  for (const text of ['"', 'tills OR', 'NEAR(', 'title:', '*', 'a AND NOT', "';--"])
    assert.doesNotThrow(() => catalog.find.page({ text }, 'ana', byStart, 0, 10), text);
});

test('filters are OR inside a list and AND between lists', async (t) => {
  const catalog = await catalogWith(
    t,
    entry(1, { band: 'high', sites: ['lyon-dc'] }),
    entry(2, { band: 'critical', sites: ['leeds-dc'] }),
    entry(3, { band: 'low', sites: ['leeds-dc'] }),
  );
  const page = catalog.find.page({ bands: ['high', 'critical'], sites: ['leeds-dc'] }, 'ana', byStart, 0, 10);
  assert.deepEqual(ids(page.rows), [2]);
  assert.deepEqual(catalog.find.page({ bands: [] }, 'ana', byStart, 0, 10).total, 0);
});

test('mine shows what waits for the person who asks', async (t) => {
  const catalog = await catalogWith(t, entry(1, {}, { waitingOn: ['cem', 'dee'] }), entry(2, { requester: 'cem' }));
  assert.deepEqual(ids(catalog.find.page({ mine: 'waiting' }, 'cem', byStart, 0, 10).rows), [1]);
  assert.deepEqual(ids(catalog.find.page({ mine: 'requested' }, 'cem', byStart, 0, 10).rows), [2]);
});

test('changes without a time stand before the earliest', async (t) => {
  const catalog = await catalogWith(t, entry(1, { start: null, end: null }), entry(2), entry(3));
  assert.deepEqual(ids(catalog.find.page({}, 'ana', byStart, 0, 10).rows), [1, 2, 3]);
  assert.deepEqual(ids(catalog.find.page({}, 'ana', { by: 'start', descending: true }, 0, 10).rows), [3, 2, 1]);
});

test('a change that ends when the period starts is outside of it', async (t) => {
  const catalog = await catalogWith(t, entry(1), entry(2));
  const period = { start: ENTRIES_START + DAY_MS + 3_600_000, end: ENTRIES_START + 3 * DAY_MS };
  assert.deepEqual(ids(catalog.find.bars({}, 'ana', period)), [2]);
});

test('putting a change again replaces its row, its words and its links', async (t) => {
  const catalog = await catalogWith(t, entry(1, { title: 'old words' }));
  catalog.changes.put(entry(1, { title: 'new words', services: ['posting'] }));
  assert.equal(catalog.find.count({ text: 'old' }, 'ana'), 0);
  assert.equal(catalog.find.count({ text: 'new' }, 'ana'), 1);
  assert.equal(catalog.find.count({ services: ['order-capture'] }, 'ana'), 0);
  catalog.changes.remove('CHG-2026-0000001');
  assert.equal(catalog.find.count({}, 'ana'), 0);
});

test('outcomes count closed changes since an instant, by service', async (t) => {
  const catalog = await catalogWith(
    t,
    closedEntry(1, 'good', ENTRIES_START),
    closedEntry(2, 'failed', ENTRIES_START),
    closedEntry(3, 'failed', 0),
  );
  assert.deepEqual(catalog.outcomes.overall(ENTRIES_START), { closed: 2, failed: 1 });
  assert.deepEqual(catalog.outcomes.by('service', 0).get('posting'), { closed: 3, failed: 2 });
});

test('a damaged catalogue, a cut one and one of another build are made again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'catalog.sqlite');
  const first = await openCatalog(file);
  for (let n = 0; n < 300; n++) first.changes.put(entry(n));
  first.setNote('head', 'abc');
  first.close();
  const again = await openCatalog(file);
  assert.equal(again.note('head'), 'abc');
  again.close();
  truncateSync(file, 20_000);
  const cut = await openCatalog(file);
  assert.equal(cut.note('head'), null);
  assert.equal(cut.find.count({}, 'ana'), 0);
  cut.close();
  writeFileSync(file, 'not a database at all, and rather longer than a header would be'.repeat(30));
  const foreign = await openCatalog(file);
  assert.equal(foreign.find.count({}, 'ana'), 0);
  foreign.close();
});

test('a runtime without the needed Node-API is refused in words, before it can crash', () => {
  assert.throws(
    () => requireNapi({ node: '20.20.2', napi: '9' }),
    (error) => error instanceof TidegateError && error.code === 'node-too-old' && error.facts['node'] === '20.20.2',
  );
  assert.doesNotThrow(() => requireNapi({ node: '24.0.0', napi: '10' }));
});
