import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assess } from '../../shared/change/assess.ts';
import type { ChangeFile } from '../../shared/change/changeFile.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { at } from '../support/windowBuild.ts';
import { aContext, aFile, aRequest, NOW } from '../support/judgeBuild.ts';

const lifecycleOf = (file: ChangeFile, now = NOW) => assess(file, aContext(), now).lifecycle;
const stateOf = (file: ChangeFile, now = NOW) => lifecycleOf(file, now).state;
const approved = { evidence: 'all', approvals: [['pia', 'peer']] } as const;

test('without its plans or its evidence a change is assessed', () => {
  assert.equal(stateOf(aFile(aRequest())), 'assessment');
  const plans = { ...aRequest().plans, implementation: ' ' };
  assert.equal(stateOf(aFile(aRequest({ plans }), { evidence: 'all' })), 'assessment');
});

test('a decision ends the assessment although evidence is missing', () => {
  const request = aRequest({ category: 'unclassified' });
  assert.equal(stateOf(aFile(request, { approvals: [['pia', 'peer']] })), 'authorization');
});

test('evidence that will be too old by a far start does not hold up the approvals', () => {
  const timing = {
    earliestStart: '2027-03-01T20:00:00Z',
    start: '2027-03-01T20:00:00Z',
    minutes: 60,
    latestEnd: '2027-03-01T23:00:00Z',
  };
  const file = aFile(aRequest({ timing }), { evidence: 'all' });
  assert.ok(assess(file, aContext(), NOW).evidence.some(({ standing }) => standing === 'stale-by-start'));
  assert.equal(stateOf(file), 'authorization');
});

test('an emergency does not wait for evidence but for its incident', () => {
  const emergency = aRequest({ type: 'emergency' });
  assert.match(lifecycleOf(aFile(emergency)).because, /incident/);
  assert.equal(stateOf(aFile({ ...emergency, incident: 'INC-1' })), 'authorization');
});

test('complete evidence leaves approvals to wait for, then it is scheduled', () => {
  assert.equal(stateOf(aFile(aRequest(), { evidence: 'all' })), 'authorization');
  assert.equal(stateOf(aFile(aRequest(), approved)), 'scheduled');
});

test('a rejection, a cancellation and a passed envelope each have their state', () => {
  const no = aFile(aRequest(), { evidence: 'all', approvals: [['pia', 'peer', { verdict: 'reject' }]] });
  assert.equal(stateOf(no), 'rejected');
  assert.equal(stateOf(aFile(aRequest({ cancelled: { reason: 'not needed' } }), approved)), 'cancelled');
  assert.equal(stateOf(aFile(aRequest(), approved), at('2026-11-10T17:59')), 'scheduled');
  assert.equal(stateOf(aFile(aRequest(), approved), at('2026-11-10T18:00')), 'expired');
});

test('while the request is forked it is assessed', () => {
  assert.equal(stateOf({ ...aFile(aRequest(), approved), current: null }), 'assessment');
});

const ran = (
  events: readonly ('started' | 'succeeded' | 'failed' | 'rolled-back')[],
  given: Partial<RequestBody> = {},
) => aFile(aRequest(given), { ...approved, receipts: events.map((event) => ({ event })) });

test('a started run is being implemented, even past the envelope', () => {
  assert.equal(stateOf(ran(['started'])), 'implementing');
  assert.equal(stateOf(ran(['started']), at('2026-11-12T10:00')), 'implementing');
});

test('after success a low change is watched for its hours and then closed', () => {
  const done = ran(['started', 'succeeded']);
  assert.deepEqual(lifecycleOf(done, at('2026-11-10T13:59')), {
    state: 'validating',
    hypercare: true,
    because: 'the work is done and is being watched',
  });
  assert.equal(stateOf(done, at('2026-11-10T14:00')), 'closed');
});

test('until the business has confirmed the work it is validated', () => {
  const evidence = ['staging-validation', 'drift-report'] as const;
  const receipts = [{ event: 'started' }, { event: 'succeeded' }] as const;
  const file = aFile(aRequest(), { ...approved, evidence, receipts });
  assert.deepEqual(lifecycleOf(file, NOW).hypercare, false);
  assert.equal(stateOf(file, NOW), 'validating');
});

test('a failed run, a high change and an emergency go to review', () => {
  assert.equal(stateOf(ran(['started', 'failed'])), 'review');
  assert.equal(stateOf(ran(['started', 'rolled-back'])), 'review');
  const later = at('2026-11-20T12:00');
  assert.equal(stateOf(ran(['started', 'succeeded'], { type: 'emergency', incident: 'INC-1' }), later), 'review');
  const rollback = { ...aRequest().plans.rollback, readiness: 'written' as const };
  const high = {
    category: 'schema' as const,
    services: ['orders-db'],
    tenants: ['a', 'b', 'c'],
    data: 'restore' as const,
    plans: { ...aRequest().plans, rollback },
  };
  assert.equal(stateOf(ran(['started', 'succeeded'], high), later), 'review');
});

test('with a site still to do it is being implemented until the envelope ends', () => {
  const request = aRequest({ sites: ['lyon', 'newark'] });
  const receipts = [
    { event: 'started', site: 'lyon' },
    { event: 'succeeded', site: 'lyon' },
  ] as const;
  const file = aFile(request, { ...approved, receipts });
  assert.equal(lifecycleOf(file, NOW).because, 'still to do: newark');
  assert.equal(stateOf(file, at('2026-11-10T18:00')), 'closed');
});

test('approvals of work that was begun in time do not lapse afterwards', () => {
  const file = ran(['started', 'succeeded']);
  const { tally } = assess(file, aContext(), at('2027-03-01T00:00'));
  assert.equal(tally.decisions[0]?.standing, 'counts');
});

const importedAs = (imported: Partial<NonNullable<RequestBody['imported']>>, now = NOW) =>
  stateOf(aFile(aRequest({ imported: { source: 'Old desk', sourceId: '1', state: 'closed', ...imported } })), now);

test('an imported change stands where its source or its dates put it', () => {
  assert.equal(importedAs({ state: 'closed' }), 'closed');
  assert.equal(importedAs({ state: 'cancelled' }), 'cancelled');
  assert.equal(importedAs({ state: 'rejected' }), 'rejected');
  assert.equal(importedAs({ state: 'scheduled' }), 'scheduled');
  assert.equal(importedAs({ state: 'scheduled', actualStart: '2026-11-10T10:00:00Z' }), 'implementing');
  assert.equal(importedAs({ state: 'scheduled', actualEnd: '2026-11-10T11:00:00Z' }), 'closed');
  assert.equal(importedAs({ state: 'assessment' }, at('2026-12-01T00:00')), 'expired');
});

test('nothing that came with an import counts as approval', () => {
  const imported = { source: 'Old desk', sourceId: '1', state: 'scheduled' as const };
  const { tally } = assess(aFile(aRequest({ imported }), approved), aContext(), NOW);
  assert.deepEqual(tally.decisions, []);
  assert.equal(tally.complete, false);
});
