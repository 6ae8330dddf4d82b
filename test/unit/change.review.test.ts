import { test } from 'node:test';
import assert from 'node:assert/strict';
import { agendaFor } from '../../shared/agenda/agendaFor.ts';
import { assess } from '../../shared/change/assess.ts';
import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { nextPhase } from '../../shared/change/phases.ts';
import type { ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import { filed } from '../support/filedBuild.ts';
import { aContext, aFile, aRequest } from '../support/judgeBuild.ts';
import type { WaiverGiven } from '../support/waiverBuild.ts';
import { at, aWindow } from '../support/windowBuild.ts';

const freeze = aWindow({
  window: 'w-0',
  owner: 'bea',
  schedule: { form: 'once', start: '2026-01-01T00:00', end: '2026-01-02T00:00' },
});
const LATER = at('2026-11-20T12:00');
const lifecycleOf = (file: ChangeFile, now = LATER) => assess(file, aContext({ windows: [freeze] }), now).lifecycle;
const approved = { evidence: 'all', approvals: [['pia', 'peer']] } as const;
const id = '01J0000000000000000000000W';

const reviewed = (file: ChangeFile, when: string): ChangeFile => ({
  ...file,
  reviews: [
    filed(
      'review',
      {
        change: file.change,
        outcome: 'successful',
        summary: 'Held',
        causes: '',
        actions: [],
        waivers: [],
        follows: [],
      },
      'ivo',
      when,
    ),
  ],
});
const waived = (waiver: WaiverGiven) =>
  aFile(aRequest({ incident: 'INC-1' }), {
    ...approved,
    waivers: [{ id, ...waiver }],
    receipts: [{ event: 'started', waivers: [id] }, { event: 'succeeded' }],
  });

test('waived work stays in review until it is reviewed, whatever its band', () => {
  const file = waived({ cosigns: ['bea', ['cora', 'change-manager']] });
  assert.deepEqual(lifecycleOf(file).because, 'the work is done under a waiver and its review is open');
  assert.equal(lifecycleOf(reviewed(file, '2026-11-11T09:00:00Z')).state, 'closed');
});

test('a review speaks of what happened before it: a run that fails later asks for another', () => {
  const receipts = [
    { event: 'started', happenedAt: '2026-11-10T10:00:00Z' },
    { event: 'failed', happenedAt: '2026-11-10T11:00:00Z' },
  ] as const;
  const file = aFile(aRequest(), { ...approved, receipts });
  assert.equal(lifecycleOf(reviewed(file, '2026-11-10T10:30:00Z')).state, 'review');
  assert.equal(lifecycleOf(reviewed(file, '2026-11-10T11:00:00Z')).state, 'closed');
});

test('broken glass keeps the change in review until its signatures are there', () => {
  const glass = { breakGlass: { incident: 'INC-1' }, by: 'dirk' };
  const owing = reviewed(waived(glass), '2026-11-11T09:00:00Z');
  assert.equal(lifecycleOf(owing).because, 'still owed: the signature of Bea, the signature of a change manager');
  const paid = waived({ ...glass, cosigns: ['bea', ['cora', 'change-manager']] });
  assert.equal(lifecycleOf(reviewed(paid, '2026-11-11T09:00:00Z')).state, 'closed');
});

test('an emergency owes the evidence that it went without, and pays it afterwards', () => {
  const request = aRequest({ type: 'emergency', incident: 'INC-1' });
  const receipts = [{ event: 'started' }, { event: 'succeeded' }] as const;
  const bare = aFile(request, { approvals: [['pia', 'peer']], evidence: ['business-smoke'], receipts });
  const owing = reviewed(bare, '2026-11-11T09:00:00Z');
  assert.match(lifecycleOf(owing).because, /^still owed: /);
  const context = aContext({ windows: [freeze] });
  const due = (file: ChangeFile) => agendaFor({ person: 'ivo' }, [file], context, { now: LATER, days: 7 }).due;
  const kinds = (file: ChangeFile) => [...new Set(due(file).map(({ kind }) => kind))];
  assert.deepEqual(kinds(bare), ['debt', 'review']);
  assert.deepEqual(kinds(owing), ['debt'], 'a review that is written is not asked for again');
  const all = aFile(request, { ...approved, receipts, measuredAt: '2026-11-11T08:00:00Z' });
  assert.equal(lifecycleOf(reviewed(all, '2026-11-11T09:00:00Z')).state, 'closed');
});

test('a way back that succeeds leaves the change failed, not done', () => {
  const receipts = [
    { event: 'started' },
    { event: 'succeeded' },
    { event: 'started', rollbackOf: aRequest().change },
    { event: 'succeeded', rollbackOf: aRequest().change },
  ] as const;
  assert.equal(lifecycleOf(aFile(aRequest(), { ...approved, receipts })).because, 'a run failed or was rolled back');
});

const phases = [
  { name: 'pilot', sites: ['lyon'] },
  { name: 'rest', sites: ['newark'] },
];
const text = aRequest({ sites: ['lyon', 'newark'], services: ['till', 'orders'], phases });
const receipt = (given: Partial<ReceiptBody> & Pick<ReceiptBody, 'event'>): ReceiptBody => ({
  change: text.change,
  environment: 'production',
  services: text.services,
  artifacts: [],
  happenedAt: '2026-11-10T10:00:00Z',
  ...given,
});
const next = (...receipts: ReceiptBody[]) => nextPhase(text, receipts, 'production')?.name;

test('a phase is over when every service at every site of it has succeeded and nothing of it failed', () => {
  assert.equal(next(), 'pilot');
  assert.equal(next(receipt({ event: 'started', phase: 'pilot' })), 'pilot');
  assert.equal(next(receipt({ event: 'succeeded', phase: 'pilot' })), 'rest');
  assert.equal(next(receipt({ event: 'succeeded', phase: 'pilot', services: ['till'] })), 'pilot');
  assert.equal(
    next(receipt({ event: 'succeeded', phase: 'pilot' }), receipt({ event: 'failed', phase: 'pilot', site: 'lyon' })),
    'pilot',
  );
  assert.equal(next(receipt({ event: 'succeeded', phase: 'pilot', environment: 'staging' })), 'pilot');
  assert.equal(next(receipt({ event: 'succeeded' })), undefined);
});
