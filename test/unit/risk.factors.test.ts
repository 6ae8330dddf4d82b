import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assessText } from '../../shared/change/assess.ts';
import { assess } from '../../shared/change/assess.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { factorNames, policyBody, type FactorName } from '../../shared/record/body/policyBody.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import type { TrackRecord } from '../../shared/risk/trackRecord.ts';
import { aWindow, aService, at, once } from '../support/windowBuild.ts';
import { aContext, aFile, aRequest, NOW } from '../support/judgeBuild.ts';

const riskOf = (given: Partial<RequestBody>, context = aContext()) => assessText(aRequest(given), context, NOW).risk;
const pointsOf = (factor: FactorName, given: Partial<RequestBody>, context = aContext()) =>
  riskOf(given, context).factors.find((each) => each.factor === factor)!.points;

test('the default policy decodes, and its highest points add up to 100', () => {
  policyBody.parse({ ...defaultPolicy(), follows: [] });
  const { factors } = riskOf({});
  assert.deepEqual(
    factors.map(({ factor }) => factor),
    [...factorNames],
  );
  assert.deepEqual(
    factors.map(({ max }) => max),
    [16, 12, 12, 10, 12, 10, 10, 6, 6, 6],
  );
});

test('two boards never share one policy object', () => {
  assert.notEqual(defaultPolicy().factors, defaultPolicy().factors);
});

test('a database is as critical as the process that stands on it', () => {
  assert.equal(pointsOf('criticality', { services: ['orders-db'] }), 16);
  assert.equal(pointsOf('criticality', { services: ['till'] }), 0);
});

test('reach counts sites, tenants and strong dependents within two edges, not the touched service itself', () => {
  assert.equal(pointsOf('reach', { services: ['till'], sites: ['lyon'] }), 0);
  assert.equal(pointsOf('reach', { services: ['till'], sites: ['lyon', 'newark'] }), 4);
  assert.equal(pointsOf('reach', { services: ['orders-db'], sites: ['lyon'] }), 4);
  assert.equal(pointsOf('reach', { services: ['till'], tenants: ['a', 'b', 'c'] }), 8);
});

test('a change that names no site reaches every site its service runs at', () => {
  assert.equal(pointsOf('reach', { services: ['till'], sites: [] }), 4);
});

test('a shared platform reaches everybody', () => {
  const context = aContext({ services: [aService('erp', [], { kind: 'platform', tenancy: 'shared' })] });
  assert.equal(pointsOf('reach', { services: ['erp'] }, context), 12);
});

test('a way back that is claimed but not written is none', () => {
  const rollback = { steps: '  ', criteria: '', readiness: 'rehearsed' as const };
  assert.equal(pointsOf('rollback', { plans: { ...aRequest().plans, rollback } }), 12);
});

const withWindow = (given: Parameters<typeof aWindow>[0]) =>
  pointsOf('timing', {}, aContext({ windows: [aWindow(given)] }));

test('a freeze, a soft freeze and a peak on the way raise the timing', () => {
  const during = once('2026-11-10T08:00', '2026-11-10T20:00');
  assert.equal(withWindow({ schedule: during }), 10);
  assert.equal(withWindow({ schedule: during, effect: 'soft-freeze' }), 5);
  assert.equal(withWindow({ schedule: during, effect: 'peak' }), 6);
  assert.equal(withWindow({ schedule: once('2026-11-12T08:00', '2026-11-12T20:00'), effect: 'peak' }), 6);
  assert.equal(withWindow({ schedule: once('2026-11-12T13:00', '2026-11-12T20:00'), effect: 'peak' }), 0);
});

test('what begins soon after the work raises the timing only when it is a peak', () => {
  const later = once('2026-11-12T08:00', '2026-11-12T20:00');
  const farPeak = aWindow({ window: 'far', effect: 'peak', schedule: once('2027-11-12T08:00', '2027-11-12T20:00') });
  for (const effect of ['maintenance', 'freeze', 'soft-freeze'] as const)
    assert.equal(pointsOf('timing', {}, aContext({ windows: [aWindow({ effect, schedule: later }), farPeak] })), 0);
});

test('maintenance over the whole soft freeze lifts it', () => {
  const schedule = once('2026-11-10T08:00', '2026-11-10T20:00');
  const windows = [
    aWindow({ effect: 'soft-freeze', schedule }),
    aWindow({ window: 'night', effect: 'maintenance', schedule }),
  ];
  assert.equal(pointsOf('timing', {}, aContext({ windows })), 0);
});

test('a double-booked person is no collision of nodes', () => {
  const other = {
    change: 'CHG-2026-0000002',
    title: 'Other',
    services: ['orders'],
    sites: ['lyon'],
    tenants: [],
    environment: 'production',
    category: 'configuration',
    implementer: 'ivo',
    start: at('2026-11-10T10:00'),
    end: at('2026-11-10T11:00'),
  } as const;
  assert.equal(pointsOf('collisions', {}, aContext({ others: [other] })), 0);
  assert.equal(pointsOf('collisions', {}, aContext({ others: [{ ...other, services: ['till'] }] })), 3);
});

const track = (closed: number, failed: number): TrackRecord => ({
  of: () => ({ closed, failed }),
  overall: { closed: 200, failed: 10 },
});

test('without outcomes the track record is neutral; one failure in three does not brand a service', () => {
  assert.equal(pointsOf('track-record', {}), 3);
  const few = pointsOf('track-record', {}, aContext({ track: track(3, 1) }));
  const many = pointsOf('track-record', {}, aContext({ track: track(300, 100) }));
  assert.ok(few < many);
  assert.equal(many, 6);
  assert.equal(pointsOf('track-record', {}, aContext({ track: track(300, 0) })), 0);
});

test('recovery looks at the worst touched service', () => {
  const recovery = { rtoMinutes: 60, rpoMinutes: 15, reachedRtoMinutes: 50, reachedRpoMinutes: 10 };
  const context = (given: object) =>
    aContext({ services: [aService('till', [], { recovery: { ...recovery, ...given } })] });
  assert.equal(pointsOf('recovery', {}, context({ restoreTestedAt: '2026-10-01T00:00:00Z' })), 0);
  assert.equal(pointsOf('recovery', {}, context({ restoreTestedAt: '2026-01-01T00:00:00Z' })), 3);
  assert.equal(
    pointsOf('recovery', {}, context({ restoreTestedAt: '2026-10-01T00:00:00Z', reachedRtoMinutes: 90 })),
    6,
  );
  assert.equal(pointsOf('recovery', {}, context({})), 6);
});

test('evidence is asked for in the band that the other factors give, so filing it never asks for more', () => {
  const request = aRequest({ category: 'schema', services: ['orders-db'] });
  const bare = assess(aFile(request), aContext(), NOW);
  const full = assess(aFile(request, { evidence: 'all' }), aContext(), NOW);
  assert.equal(bare.risk.factors[5]!.points, 10);
  assert.equal(full.risk.factors[5]!.points, 0);
  assert.ok(full.risk.score < bare.risk.score);
});

test('every point carries its input, its rule and its source', () => {
  for (const { input, rule, source } of riskOf({}).factors) {
    assert.notEqual(input, '');
    assert.notEqual(rule, '');
    assert.match(source, /^(policy|request|service|window|change|category|team|decision)/);
  }
});

test('an imported record is not charged for plans and evidence that its log never held', () => {
  const imported = { source: 'Old tool', sourceId: 'C1', state: 'closed' as const };
  const bare = { rollback: { steps: '', criteria: '', readiness: 'none' as const } };
  const plans = { ...aRequest().plans, ...bare };
  const { factors, lowerings } = riskOf({ imported, plans });
  const points = (factor: FactorName) => factors.find((each) => each.factor === factor)?.points;
  assert.equal(points('rollback'), 0);
  assert.equal(points('evidence'), 0);
  assert.deepEqual(lowerings, []);
  assert.ok(pointsOf('rollback', { plans }) > 0);
});
