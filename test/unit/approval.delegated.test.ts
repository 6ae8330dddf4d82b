import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess } from '../../shared/change/assess.ts';
import type { DelegationBody } from '../../shared/record/body/peopleBody.ts';
import { filed } from '../support/filedBuild.ts';
import { aContext, aFile, aMember, aRequest, NOW } from '../support/judgeBuild.ts';

const members = [
  aMember('rita', ['requester']),
  aMember('ivo', ['implementer']),
  aMember('pia', ['peer', 'service-owner']),
  aMember('sam', ['service-owner']),
  aMember('dora', ['requester']),
];
/** A change of moderate risk: peer and service owner. */
const moderate = aRequest({ category: 'unclassified' });

function delegationOf(given: Partial<DelegationBody> = {}) {
  const body: DelegationBody = {
    person: 'sam',
    to: 'dora',
    roles: [{ role: 'service-owner', reach: 'everything' }],
    from: '2026-11-01T00:00:00Z',
    until: '2026-11-30T00:00:00Z',
    reason: '',
    standing: 'given',
    follows: [],
    ...given,
  };
  return filed('delegation', body, body.person, '2026-11-01T00:00:00Z');
}

function tallyOf(file: ReturnType<typeof aFile>, given: Partial<DelegationBody> = {}) {
  const context = aContext({ people: members });
  const delegations = [delegationOf(given)];
  const board = { ...context.board, delegations, voids: { ...context.board.voids, delegations } };
  const { tally } = assess(file, { ...context, board }, NOW);
  return { tally, owner: tally.requirements.find(({ role }) => role === 'service-owner') };
}

const approve = (onBehalfOf?: string) =>
  ['dora', 'service-owner', onBehalfOf === undefined ? {} : { onBehalfOf }] as const;

test('an approval on behalf of another fills their role, and those who could are named', () => {
  const { owner: open } = tallyOf(aFile(moderate, { evidence: 'all' }));
  assert.deepEqual(open?.could, ['pia', 'sam', 'dora']);
  const { owner } = tallyOf(aFile(moderate, { evidence: 'all', approvals: [approve('sam')] }));
  assert.deepEqual([owner?.met, owner?.could], [['dora'], ['pia']]);
  const { tally } = tallyOf(aFile(moderate, { evidence: 'all', approvals: [approve()] }));
  assert.deepEqual(
    tally.decisions.map(({ standing }) => standing),
    ['not-in-reach'],
  );
});

test('one who delegated and one who acts for them are one voice', () => {
  const approvals = [approve('sam'), ['sam', 'service-owner']] as const;
  const { owner, tally } = tallyOf(aFile(moderate, { evidence: 'all', approvals }));
  assert.deepEqual(owner?.met, ['dora']);
  assert.deepEqual(
    tally.decisions.map(({ standing }) => standing),
    ['counts', 'counts'],
  );
});

test('outside its dates and its reach a delegation carries nothing, nor for those whose change it is', () => {
  const file = aFile(moderate, { evidence: 'all', approvals: [approve('sam')] });
  for (const given of [
    { until: '2026-11-09T00:00:00Z' },
    { roles: [{ role: 'service-owner' as const, reach: { services: ['orders'] } }] },
    { to: 'pia' },
  ])
    assert.deepEqual(tallyOf(file, given).owner?.met, [], JSON.stringify(given));
  const own = aFile({ ...moderate, implementer: 'sam' }, { evidence: 'all', approvals: [approve('sam')] });
  const { tally, owner } = tallyOf(own);
  assert.deepEqual(
    tally.decisions.map(({ standing }) => standing),
    ['own-change'],
  );
  assert.deepEqual(owner?.could, ['pia']);
});
