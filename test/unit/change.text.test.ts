import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assess, assessText } from '../../shared/change/assess.ts';
import { differences } from '../../shared/change/differences.ts';
import { materialDigest } from '../../shared/change/material.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { at } from '../support/windowBuild.ts';
import { filed } from '../support/filedBuild.ts';
import { aContext, aFile, aRequest, anArtifact, NOW } from '../support/judgeBuild.ts';

const timing = aRequest().timing;

/** Every field of a request with another value, and whether signatures cover it. */
const edits: readonly (readonly [Partial<RequestBody>, boolean])[] = [
  [{ title: 'New title' }, false],
  [{ summary: 'Another reason' }, false],
  [{ release: 'R-7' }, false],
  [{ requester: 'max' }, false],
  [{ timing: { ...timing, start: '2026-11-10T12:00:00Z' } }, false],
  [{ timing: { ...timing, latestEnd: '2026-11-10T19:00:00Z' } }, true],
  [{ timing: { ...timing, earliestStart: '2026-11-10T07:00:00Z' } }, true],
  [{ timing: { ...timing, minutes: 90 } }, true],
  [{ type: 'emergency' }, true],
  [{ category: 'schema' }, true],
  [{ environment: 'staging' }, true],
  [{ services: ['till', 'orders'] }, true],
  [{ sites: ['newark'] }, true],
  [{ tenants: ['brand-a'] }, true],
  [{ implementer: 'max' }, true],
  [{ artifacts: [{ service: 'till', digest: anArtifact }] }, true],
  [{ data: 'restore' }, true],
  [{ phases: [{ name: 'pilot', sites: ['lyon'] }] }, true],
  [{ incident: 'INC-1' }, true],
  [{ plans: { ...aRequest().plans, implementation: 'Other steps' } }, true],
  [{ plans: { ...aRequest().plans, validation: 'Other steps' } }, true],
  [{ plans: { ...aRequest().plans, communication: 'Nobody' } }, true],
  [{ plans: { ...aRequest().plans, fallback: 'None' } }, true],
  [{ plans: { ...aRequest().plans, rollback: { ...aRequest().plans.rollback, authority: 'sam' } } }, true],
  [{ plans: { ...aRequest().plans, rollback: { ...aRequest().plans.rollback, minutes: 5 } } }, true],
  [{ plans: { ...aRequest().plans, rollback: { ...aRequest().plans.rollback, criteria: 'x' } } }, true],
  [{ plans: { ...aRequest().plans, rollback: { ...aRequest().plans.rollback, readiness: 'none' } } }, true],
];

test('an edit makes approvals stale exactly when the difference says it is material', () => {
  const before = aRequest();
  for (const [edit, isMaterial] of edits) {
    const after = aRequest(edit);
    const found = differences(before, after);
    assert.equal(found.length, 1, JSON.stringify(edit));
    assert.equal(found[0]?.material, isMaterial, found[0]?.field);
    assert.equal(materialDigest(before) !== materialDigest(after), isMaterial, found[0]?.field);
  }
});

test('the order of lists is no difference', () => {
  const one = aRequest({ services: ['till', 'orders'], sites: ['newark', 'lyon'] });
  const other = aRequest({ services: ['orders', 'till'], sites: ['lyon', 'newark'] });
  assert.equal(materialDigest(one), materialDigest(other));
  assert.deepEqual(differences(one, other), []);
});

test('a difference shows both sides in words, moments as instants', () => {
  const after = aRequest({ timing: { ...timing, latestEnd: '2026-11-11T02:00:00Z' } });
  assert.deepEqual(differences(aRequest(), after), [
    {
      field: 'Latest end',
      before: '2026-11-10T18:00:00Z',
      after: '2026-11-11T02:00:00Z',
      material: true,
    },
  ]);
});

test('a draft without a time is scored, meets no window and is assessed', () => {
  const draft = assessText({ ...aRequest(), timing: null }, aContext(), NOW);
  assert.equal(draft.work, null);
  assert.deepEqual(draft.hits, []);
  assert.equal(draft.lifecycle.state, 'assessment');
});

const itemOf = (acts: Parameters<typeof aFile>[1], now = NOW, given: Partial<RequestBody> = {}) =>
  assess(aFile(aRequest(given), acts), aContext(), now).evidence.find(({ kind }) => kind === 'staging-validation');

test('evidence is fresh, stale by the start, or stale', () => {
  const early = at('2026-11-01T00:00');
  assert.equal(itemOf({ evidence: ['staging-validation'] })?.standing, 'fresh');
  const october = { evidence: ['staging-validation'], measuredAt: '2026-10-05T00:00:00Z' } as const;
  assert.equal(itemOf(october, early)?.standing, 'stale-by-start');
  assert.equal(itemOf(october)?.standing, 'stale');
  assert.equal(itemOf(october)?.staleAt, '2026-11-04T00:00:00Z');
  assert.equal(itemOf({ evidence: ['staging-validation'], measuredAt: '2026-12-24T00:00:00Z' })?.standing, 'missing');
});

test('evidence about another artifact is not evidence', () => {
  const request = aRequest({ artifacts: [{ service: 'till', digest: anArtifact }] });
  const shown = (artifact: string) => {
    const body = {
      change: request.change,
      evidence: 'build-test',
      title: 'Report',
      measuredAt: '2026-11-09T08:00:00Z',
      detail: '',
      artifact,
      follows: [],
    } as const;
    const file = { ...aFile(request), evidence: [filed('evidence', { ...body, follows: [] }, 'ivo', body.measuredAt)] };
    return assess(file, aContext(), NOW).evidence.find(({ kind }) => kind === 'build-test')?.standing;
  };
  assert.equal(shown(anArtifact), 'fresh');
  assert.equal(shown(`sha256:${'b'.repeat(64)}`), undefined);
});

test('what an emergency lacks is due two business days later', () => {
  const friday = aRequest({ type: 'emergency', incident: 'INC-1' });
  const file = aFile(friday);
  const items = assess(file, aContext(), NOW).evidence;
  assert.equal(items.find(({ kind }) => kind === 'drift-report')?.dueAt, '2026-11-11T09:00:00Z');
});

test('differences say names where they are known', () => {
  const names = {
    service: (id: string) => id.toUpperCase(),
    site: (id: string) => id,
    person: (id: string) => `Dr ${id}`,
  };
  const after = { ...aRequest(), services: ['till'], implementer: 'zoe' };
  const found = differences({ ...aRequest(), services: [] }, after, names);
  assert.equal(found.find(({ field }) => field === 'Services')?.after, 'TILL');
  assert.equal(found.find(({ field }) => field === 'Implementer')?.after, 'Dr zoe');
});
