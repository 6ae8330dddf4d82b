import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assess, assessText } from '../../shared/change/assess.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { bandOf } from '../../shared/risk/bandOf.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import { aContext, aFile, aRequest, NOW } from '../support/judgeBuild.ts';
import { aWindow, once } from '../support/windowBuild.ts';

const riskOf = (given: Partial<RequestBody>, context = aContext()) => assessText(aRequest(given), context, NOW).risk;
const plansWith = (rollback: Partial<RequestBody['plans']['rollback']>): RequestBody['plans'] => ({
  ...aRequest().plans,
  rollback: { ...aRequest().plans.rollback, ...rollback },
});

test('a band begins at its first point', () => {
  const { bands } = defaultPolicy();
  assert.deepEqual(
    [0, 24, 25, 49, 50, 74, 75, 100].map((score) => bandOf(score, bands)),
    ['low', 'low', 'moderate', 'moderate', 'high', 'high', 'critical', 'critical'],
  );
});

test('inside a freeze the band is at least high, and the floor says why', () => {
  const windows = [aWindow({ title: 'Inventory', schedule: once('2026-11-10T08:00', '2026-11-10T20:00') })];
  const risk = riskOf({}, aContext({ windows }));
  assert.equal(risk.band, 'high');
  assert.equal(risk.sumBand, 'moderate');
  assert.deepEqual(risk.floors, [
    { floor: 'hard-freeze', band: 'high', why: 'inside a freeze: Inventory', raised: true },
  ]);
});

test('irreversible without a rehearsed restore is critical; a restore test lifts the floor', () => {
  const request = aRequest({ data: 'irreversible', plans: plansWith({ readiness: 'written' }) });
  assert.equal(assessText(request, aContext(), NOW).risk.band, 'critical');
  const shown = assess(aFile(request, { evidence: ['restore-test'] }), aContext(), NOW).risk;
  assert.deepEqual(shown.floors, []);
});

test('tier 1 without a way back is critical', () => {
  const risk = riskOf({ services: ['orders'], plans: plansWith({ steps: '', readiness: 'none' }) });
  assert.equal(risk.floors[0]?.floor, 'tier-one-without-rollback');
  assert.equal(risk.band, 'critical');
});

test('a schema change without a timed rehearsal is high', () => {
  assert.equal(riskOf({ category: 'schema' }).floors[0]?.floor, 'schema-without-rehearsal');
  const shown = assess(aFile(aRequest({ category: 'schema' }), { evidence: ['timed-rehearsal'] }), aContext(), NOW);
  assert.deepEqual(shown.risk.floors, []);
});

test('an unknown category is never low, and an emergency lowers nothing', () => {
  assert.notEqual(riskOf({ category: 'unclassified' }).band, 'low');
  assert.equal(riskOf({ type: 'emergency' }).score, riskOf({}).score);
});

test('what would lower it is scored again, most points first, and doing it takes off exactly that', () => {
  const before = riskOf({ plans: plansWith({ readiness: 'written' }), sites: ['lyon', 'newark'] });
  const points = before.lowerings.map((each) => each.points);
  assert.deepEqual(
    points,
    points.toSorted((a, b) => b - a),
  );
  const rehearse = before.lowerings.find(({ action }) => action.startsWith('Rehearse'))!;
  const after = riskOf({ plans: plansWith({ readiness: 'rehearsed' }), sites: ['lyon', 'newark'] });
  assert.equal(before.score - after.score, rehearse.points);
});

test('filing what is missing takes off the points it promised', () => {
  const request = aRequest();
  const before = assess(aFile(request), aContext(), NOW).risk;
  const after = assess(aFile(request, { evidence: 'all' }), aContext(), NOW).risk;
  const file = before.lowerings.find(({ factor }) => factor === 'evidence')!;
  assert.equal(before.score - after.score, file.points);
});

test('the grid runs from 1 to 5 both ways', () => {
  const calm = riskOf({ category: 'observability' }).grid;
  assert.ok(calm.impact >= 1 && calm.likelihood >= 1);
  const wild = riskOf({
    services: ['orders-db'],
    data: 'irreversible',
    tenants: Array.from({ length: 20 }, (_, n) => `t-${n}`),
    plans: plansWith({ steps: '', readiness: 'none' }),
  }).grid;
  assert.ok(wild.impact <= 5 && wild.likelihood <= 5);
  assert.ok(wild.impact > calm.impact);
});
