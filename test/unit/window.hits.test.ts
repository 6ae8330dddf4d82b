import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hitsOf } from '../../shared/window/hitsOf.ts';
import { aContext, aSite, aWindow, aWork, at, lasting, once } from '../support/windowBuild.ts';

const fifty = Array.from({ length: 50 }, (_, n) => aWindow({ window: `freeze-${n}`, scope: { everything: true } }));

test('every window that meets the work is listed, none is hidden behind another', () => {
  assert.equal(hitsOf(aWork(), aContext(fifty)).length, 50);
});

test('a hit tells where it holds and which part of the work lies inside', () => {
  const window = aWindow({ schedule: once('2026-11-27T11:30', '2026-11-27T18:00') });
  const [hit] = hitsOf(aWork(), aContext([window]));
  assert.deepEqual([hit?.start, hit?.end], [at('2026-11-27T10:30'), at('2026-11-27T11:00')]);
  assert.deepEqual(hit?.places, [{ service: 'erp', site: 'lyon', tenant: null }]);
  assert.deepEqual([hit?.title, hit?.owner, hit?.path], ['Peak freeze', 'ana', ['erp']]);
});

test('work that ends when the window begins is not hit', () => {
  const context = aContext([aWindow({ schedule: once('2026-11-27T12:00', '2026-11-27T18:00') })]);
  assert.equal(hitsOf(aWork(), context).length, 0);
  assert.equal(hitsOf(aWork({ start: at('2026-11-27T10:01'), end: at('2026-11-27T11:01') }), context).length, 1);
});

test('proposed and withdrawn windows hit nothing', () => {
  const windows = [aWindow({ standing: 'proposed' }), aWindow({ standing: 'withdrawn' })];
  assert.deepEqual(hitsOf(aWork(), aContext(windows)), []);
});

test('a window on site clocks hits each site of the work at its own hour', () => {
  const window = aWindow({ zone: 'site', schedule: once('2026-11-27T11:00', '2026-11-27T12:00') });
  const context = aContext([window]);
  const long = { start: at('2026-11-27T08:00'), end: at('2026-11-27T20:00') };
  const hits = hitsOf(aWork({ sites: ['lyon', 'newark'], ...long }), context);
  assert.deepEqual(
    hits.map(({ span, start, places }) => [span.site, start, places.map(({ site }) => site)]),
    [
      ['lyon', at('2026-11-27T10:00'), ['lyon']],
      ['newark', at('2026-11-27T16:00'), ['newark']],
    ],
  );
  assert.deepEqual(
    hitsOf(aWork({ sites: [], ...long }), context).map(({ span }) => span.site),
    ['lyon', 'newark'],
    'a work that names no site is everywhere',
  );
  const nowhere = hitsOf(aWork({ sites: ['atlantis'], ...long }), context);
  assert.equal(nowhere.length, 1, 'a site that nobody described is read on every clock on earth');
});

test('a work of months meets every occurrence once', () => {
  const window = aWindow({ schedule: lasting('2026-01-01T22:00', 'FREQ=DAILY', 'PT8H') });
  const work = aWork({ start: at('2026-01-10T00:00'), end: at('2026-12-10T00:00') });
  const hits = hitsOf(work, aContext([window]));
  const days = (at('2026-12-10T00:00') - at('2026-01-10T00:00')) / 86_400_000;
  assert.equal(new Set(hits.map(({ span }) => span.startWall)).size, hits.length);
  assert.equal(hits.length, days + 1, 'the night before its first day included');
});

test('a freeze whose rule cannot be read holds always, maintenance never', () => {
  const broken = lasting('2026-01-01T22:00', 'FREQ=FORTNIGHTLY', 'PT8H');
  const freeze = aWindow({ schedule: broken });
  const context = aContext([freeze, aWindow({ schedule: broken, effect: 'maintenance' })], { sites: [aSite('lyon')] });
  assert.deepEqual(
    hitsOf(aWork(), context).map(({ effect }) => effect),
    ['freeze'],
  );
  assert.equal(context.faultOf(freeze), 'rule-unreadable');
});
