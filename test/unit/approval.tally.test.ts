import { test } from 'node:test';
import assert from 'node:assert/strict';
import { assess } from '../../shared/change/assess.ts';
import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { waitingFor } from '../../shared/approval/tallyOf.ts';
import type { PolicyBody } from '../../shared/record/body/policyBody.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import { at, aService, aWindow, once } from '../support/windowBuild.ts';
import { filed } from '../support/filedBuild.ts';
import { aContext, aFile, aMember, aRequest, NOW, type BoardGiven } from '../support/judgeBuild.ts';

const tallyOf = (file: ChangeFile, given: BoardGiven = {}, now = NOW) => assess(file, aContext(given), now).tally;
const standings = (file: ChangeFile, given: BoardGiven = {}, now = NOW) =>
  tallyOf(file, given, now).decisions.map(({ standing }) => standing);
/** A change of moderate risk: peer and service owner. */
const moderate = aRequest({ category: 'unclassified' });

test('a low change needs one peer', () => {
  const open = tallyOf(aFile(aRequest(), { evidence: 'all' }));
  assert.deepEqual(waitingFor(open), ['peer']);
  assert.deepEqual(open.requirements[0]?.could, ['pia']);
  const done = tallyOf(aFile(aRequest(), { evidence: 'all', approvals: [['pia', 'peer']] }));
  assert.equal(done.complete, true);
});

test('neither requester, implementer nor author counts, whatever role they hold', () => {
  const file = aFile(moderate, {
    approvals: [
      ['rita', 'peer'],
      ['ivo', 'peer'],
    ],
  });
  assert.deepEqual(standings(file), ['own-change', 'own-change']);
});

test('who once wrote a revision stays out when another takes over', () => {
  const first = filed('request', { ...moderate, requester: 'pia' }, 'pia', '2026-11-08T09:00:00Z');
  const file = aFile(moderate, { approvals: [['pia', 'peer']] });
  assert.deepEqual(standings({ ...file, requests: [first, ...file.requests] }), ['own-change']);
});

test('a decision on another text is stale', () => {
  const material = { version: 1 as const, digest: `sha256:${'0'.repeat(64)}` };
  assert.deepEqual(standings(aFile(moderate, { approvals: [['pia', 'peer', { material }]] })), ['stale']);
});

test('an approval lapses after 14 days, a rejection does not', () => {
  const request = aRequest({ timing: { ...aRequest().timing, latestEnd: '2027-01-01T00:00:00Z' } });
  const file = aFile(request, { approvals: [['pia', 'peer']], evidence: 'all' });
  assert.deepEqual(standings(file, {}, at('2026-11-23T11:59')), ['counts']);
  assert.deepEqual(standings(file, {}, at('2026-11-23T12:00')), ['lapsed']);
  const no = aFile(request, { approvals: [['pia', 'peer', { verdict: 'reject' }]], evidence: 'all' });
  assert.equal(tallyOf(no, {}, at('2026-12-20T12:00')).rejected, true);
});

test('an approval ends with the envelope', () => {
  const tally = tallyOf(aFile(aRequest(), { approvals: [['pia', 'peer']], evidence: 'all' }));
  assert.equal(tally.decisions[0]?.lapsesAt, '2026-11-10T18:00:00Z');
});

test('a person fills one role, the last one they signed in', () => {
  const both = aMember('pia', ['peer', 'service-owner']);
  const file = aFile(moderate, {
    approvals: [
      ['pia', 'peer'],
      ['pia', 'service-owner'],
    ],
  });
  const tally = tallyOf(file, { people: [both] });
  assert.deepEqual(
    tally.decisions.map(({ standing }) => standing),
    ['replaced', 'counts'],
  );
  assert.equal(tally.complete, false);
});

const held = (given: object) => ({
  people: [aMember('pia', [], { roles: [{ role: 'peer', reach: 'everything', ...given }] })],
});

test('a role outside its dates or its reach does not count', () => {
  const file = aFile(moderate, { approvals: [['pia', 'peer']] });
  assert.deepEqual(standings(file, held({ until: '2026-11-09T12:00:00Z' })), ['not-in-reach']);
  assert.deepEqual(standings(file, held({ from: '2026-11-09T12:00:00Z' })), ['counts']);
  assert.deepEqual(standings(file, held({ reach: { sites: ['newark'] } })), ['not-in-reach']);
  assert.deepEqual(standings(file, held({ reach: { sites: ['lyon'], services: ['orders'] } })), ['counts']);
});

test('a process owner reaches what stands under the process', () => {
  const people = [aMember('paul', [], { roles: [{ role: 'peer', reach: { processes: ['selling'] } }] })];
  const request = { ...moderate, services: ['orders-db'] };
  assert.deepEqual(standings(aFile(request, { approvals: [['paul', 'peer']] }), { people }), ['counts']);
  assert.deepEqual(standings(aFile(moderate, { approvals: [['paul', 'peer']] }), { people }), ['not-in-reach']);
});

test('a role that nobody holds stays open and names nobody', () => {
  const tally = tallyOf(aFile(moderate), { people: [aMember('pia', ['peer'])] });
  const owner = tally.requirements.find(({ role }) => role === 'service-owner');
  assert.deepEqual(owner?.could, []);
  assert.equal(tally.complete, false);
});

test('who has only revoked keys, has recused or decided is not asked again', () => {
  const revoked = aMember('max', ['peer']);
  const keys = revoked.keys.map((key) => ({ ...key, revoked: { after: 'c'.repeat(40), reason: 'lost' } }));
  const people = [{ ...revoked, keys }, aMember('pia', ['peer']), aMember('sam', ['service-owner'])];
  const tally = tallyOf(aFile(moderate, { approvals: [['pia', 'peer', { verdict: 'recuse' }]] }), { people });
  assert.deepEqual(tally.requirements.find(({ role }) => role === 'peer')?.could, []);
  assert.equal(tally.decisions[0]?.standing, 'counts');
});

const high = aRequest({ category: 'schema', services: ['orders-db'] });
const highSet = [
  ['pia', 'peer'],
  ['sam', 'service-owner'],
  ['cora', 'change-manager'],
] as const;

test('a high change needs its four roles and a quorum of three with the business among them', () => {
  const without = tallyOf(aFile(high, { approvals: highSet }));
  assert.deepEqual(waitingFor(without), ['process-owner']);
  assert.equal(without.quorum?.businessMet, false);
  const full = tallyOf(aFile(high, { approvals: [...highSet, ['paul', 'process-owner']] }));
  assert.equal(full.complete, true);
  assert.deepEqual(full.quorum?.met, ['sam', 'cora', 'paul']);
});

test('one rejection by somebody who is asked settles it', () => {
  const approvals = [...highSet, ['paul', 'process-owner', { verdict: 'reject' }]] as const;
  const tally = tallyOf(aFile(high, { approvals }));
  assert.equal(tally.rejected, true);
  assert.equal(tally.complete, false);
});

test('a rejection in a role that is not asked is kept and settles nothing', () => {
  const tally = tallyOf(
    aFile(aRequest(), { evidence: 'all', approvals: [['dirk', 'director', { verdict: 'reject' }]] }),
  );
  assert.equal(tally.decisions[0]?.standing, 'role-not-asked');
  assert.equal(tally.rejected, false);
});

test('standard is forbidden above low, and a band without a row is forbidden too', () => {
  assert.equal(tallyOf(aFile({ ...moderate, type: 'standard' })).allowed, false);
  const policy: Partial<PolicyBody> = { approvals: [] };
  assert.equal(tallyOf(aFile(aRequest(), { approvals: [['pia', 'peer']] }), { policy }).complete, false);
});

test('an add-on asks when what it names depends on what is touched', () => {
  const addOns = [{ name: 'Finance for selling', role: 'finance-owner' as const, when: { services: ['selling'] } }];
  const policy = { ...defaultPolicy(), addOns };
  const asked = (services: string[]) =>
    tallyOf(aFile({ ...moderate, services }), { policy }).requirements.some(({ role }) => role === 'finance-owner');
  assert.equal(asked(['orders-db']), true);
  assert.equal(asked(['till']), false);
});

test('shared tenancy asks for a business owner only where there are tenants', () => {
  const services = [aService('erp', [], { tenancy: 'shared', sites: ['lyon'] })];
  const asked = (tenants: string[]) =>
    tallyOf(aFile({ ...moderate, services: ['erp'], tenants }), { services }).requirements.map(({ role }) => role);
  assert.ok(!asked([]).includes('business-owner'));
  assert.ok(asked(['brand-a']).includes('business-owner'));
});

test('the owner of a soft freeze must agree, and only the owner can', () => {
  const schedule = once('2026-11-10T08:00', '2026-11-10T20:00');
  const windows = [aWindow({ title: 'Returns', effect: 'soft-freeze', schedule, owner: 'bea' })];
  const open = tallyOf(aFile(aRequest(), { evidence: 'all', approvals: [['pia', 'peer']] }), { windows });
  const owner = open.requirements.find(({ person }) => person === 'bea');
  assert.deepEqual(owner?.could, ['bea']);
  assert.equal(open.complete, false);
  const approvals = [
    ['pia', 'peer'],
    ['sam', 'service-owner'],
    ['bea', 'business-owner'],
  ] as const;
  assert.equal(tallyOf(aFile(aRequest(), { evidence: 'all', approvals }), { windows }).complete, true);
});

test('for a change of the soft freeze owner, the change manager agrees in the owner’s place', () => {
  const schedule = once('2026-11-10T08:00', '2026-11-10T20:00');
  const requester = aRequest().requester;
  const windows = [aWindow({ title: 'Returns', effect: 'soft-freeze', schedule, owner: requester })];
  const { requirements } = tallyOf(aFile(aRequest(), { evidence: 'all' }), { windows });
  assert.equal(
    requirements.some(({ person }) => person === requester),
    false,
  );
  assert.ok(requirements.some(({ role, rule }) => role === 'change-manager' && rule.includes('Returns')));
});
