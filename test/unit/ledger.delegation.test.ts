import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Standing } from '../../shared/ledger/line.ts';
import type { DelegationBody } from '../../shared/record/body/peopleBody.ts';
import type { Reach } from '../../shared/record/body/reach.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import type { Role } from '../../shared/record/words.ts';
import { CHANGE, decisionOf, requestOf } from '../support/ledgerBodies.ts';
import { fate, START, startLine, type Line } from '../support/ledgerLine.ts';
import { keyNamed, member, people, role } from '../support/ledgerPeople.ts';

const HOUR = 3_600_000;

const give = (name: Role) => [{ role: name, reach: 'everything' as const }];

/** Sofia, who owns the tills, lets rob act for her this week. Rob holds no role that decides. */
const board = [...people, member('rob', ['requester']), member('nora', ['requester'])];

function delegationOf(given: Partial<DelegationBody> = {}): DelegationBody {
  return {
    person: 'sofia',
    to: 'rob',
    roles: [{ role: 'service-owner', reach: 'everything' }],
    from: '2026-11-20T00:00:00Z',
    until: '2026-11-27T00:00:00Z',
    reason: 'Holidays.',
    standing: 'given',
    follows: [],
    ...given,
  };
}

function lineWith(given: Partial<DelegationBody> = {}, members = board) {
  const line = startLine({ people: members });
  const filed = filedOf(line.add(line.sign('request', requestOf(), { by: 'rita' })));
  const delegation = line.sign('delegation', delegationOf(given), { by: given.person ?? 'sofia' });
  const became = fate(line.add(delegation), delegation);
  return { line, delegation, became, filed };
}

function filedOf(standings: readonly Standing[]): Filed[] {
  return standings.flatMap((standing) => ('filed' in standing ? [standing.filed] : []));
}

function decide(line: Line, given: Parameters<typeof decisionOf>[0] = {}, signing: Parameters<Line['sign']>[2] = {}) {
  const body = decisionOf({ role: 'service-owner', onBehalfOf: 'sofia', ...given });
  const decision = line.sign('decision', body, { by: 'rob', ...signing });
  return { decision, became: fate(line.add(decision), decision) };
}

test('a member decides in a role that was delegated to them, and only in that one', () => {
  const { line, became } = lineWith();
  assert.equal(became, 'counted');
  assert.equal(decide(line).became, 'counted');
  assert.equal(decide(line, { role: 'peer' }).became, 'not-entitled');
  assert.equal(decide(line, { onBehalfOf: 'petra', role: 'peer' }).became, 'not-entitled');
  assert.equal(decide(line, {}, { by: 'nora' }).became, 'not-entitled');
  const plain = line.sign('decision', decisionOf({ role: 'service-owner' }), { by: 'rob' });
  assert.equal(fate(line.add(plain), plain), 'not-entitled');
});

test('a delegation reaches no further than what was delegated, nor than what its giver holds', () => {
  const cases: readonly (readonly [Reach, string])[] = [
    [{ services: ['pos'] }, 'counted'],
    [{ services: ['erp'] }, 'not-in-reach'],
    // Sofia owns the tills, not the site: nothing of the change is inside both.
    [{ sites: ['lyon'] }, 'not-in-reach'],
  ];
  for (const [reach, expected] of cases) {
    const { line } = lineWith({ roles: [{ role: 'service-owner', reach }] });
    assert.equal(decide(line).became, expected, JSON.stringify(reach));
  }
  const { line } = lineWith();
  const elsewhere = requestOf({ change: 'CHG-2026-0000001', services: ['erp'], sites: ['paris'] });
  line.add(line.sign('request', elsewhere, { by: 'rita' }));
  assert.equal(decide(line, { change: elsewhere.change }).became, 'not-in-reach');
});

test('a delegation runs from its first to its last instant, and had to be known when the decision was signed', () => {
  const { line } = lineWith({ from: '2026-11-20T10:00:00Z', until: '2026-11-20T12:00:00Z' });
  for (const [hours, expected] of [
    [1, 'not-entitled'],
    [2, 'counted'],
    [3.9, 'counted'],
    [4, 'not-entitled'],
  ] as const)
    assert.equal(decide(line, {}, { at: START + hours * HOUR }).became, expected, `${hours}`);
  const late = startLine({ people: board });
  late.add(late.sign('request', requestOf(), { by: 'rita' }));
  const before = late.head();
  late.add(late.sign('delegation', delegationOf(), { by: 'sofia' }));
  assert.equal(decide(late, {}, { seen: before }).became, 'not-entitled');
  assert.equal(decide(late).became, 'counted');
});

test('what is delegated is one’s own role that decides, given to another who has a key', () => {
  const cases: readonly (readonly [Partial<DelegationBody>, string])[] = [
    [{ roles: give('peer') }, 'not-entitled'],
    [{ person: 'ada', roles: give('admin') }, 'not-entitled'],
    [{ person: 'ada', roles: give('requester') }, 'not-entitled'],
    [{ to: 'sofia' }, 'not-entitled'],
    [{ to: 'mallory' }, 'not-entitled'],
  ];
  for (const [given, expected] of cases) assert.equal(lineWith(given).became, expected, JSON.stringify(given));
  const { line } = lineWith();
  const forged = line.sign('delegation', delegationOf(), { by: 'rob' });
  assert.equal(fate(line.add(forged), forged), 'not-entitled');
});

test('what was delegated is not passed on, and ends with the role of its giver', () => {
  const { line } = lineWith();
  const passed = line.sign('delegation', delegationOf({ person: 'rob', to: 'nora' }), { by: 'rob' });
  assert.equal(fate(line.add(passed), passed), 'not-entitled');
  const without = board.map((given) => (given.person === 'sofia' ? member('sofia', ['peer']) : given));
  line.add(line.sign('roster', { people: without, follows: [line.inForce('roster')] }));
  assert.equal(decide(line).became, 'not-entitled');
});

test('nobody decides for the author or the implementer of the change', () => {
  const both = board.map((given) =>
    given.person === 'ivan' ? member('ivan', ['implementer', role('service-owner')]) : given,
  );
  const { line } = lineWith({ person: 'ivan' }, both);
  assert.equal(decide(line, { onBehalfOf: 'ivan' }).became, 'self-approval');
  const own = lineWith();
  const written = requestOf({ change: 'CHG-2026-0000001' });
  own.line.add(own.line.sign('request', written, { by: 'rob' }));
  assert.equal(decide(own.line, { change: written.change }).became, 'self-approval');
});

test('of a forked delegation neither side counts until it is settled; separate ones stand side by side', () => {
  const { line, delegation } = lineWith();
  const sides = ['A', 'B'].map((reason) =>
    line.sign('delegation', delegationOf({ reason, follows: [delegation.digest] }), { by: 'sofia' }),
  );
  line.add(sides[0]!);
  assert.equal(decide(line).became, 'counted');
  line.add(sides[1]!);
  assert.equal(decide(line).became, 'not-entitled');
  assert.deepEqual(line.replay.board().delegations, []);
  const other = line.sign('delegation', delegationOf({ to: 'nora' }), { by: 'sofia' });
  line.add(other);
  assert.equal(decide(line, {}, { by: 'nora' }).became, 'counted');
  assert.equal(decide(line).became, 'not-entitled');
  const follows = sides.map(({ digest }) => digest);
  line.add(line.sign('delegation', delegationOf({ follows }), { by: 'sofia' }));
  assert.equal(decide(line).became, 'counted');
  assert.equal(line.replay.board().delegations?.length, 2);
});

test('a withdrawal ends it, and what was decided before stays; a stolen key takes it along', () => {
  const { line, delegation, filed } = lineWith();
  const stolen = line.commits.at(-2)?.commit ?? '';
  const body = decisionOf({ role: 'service-owner', onBehalfOf: 'sofia' });
  filed.push(...filedOf(line.add(line.sign('decision', body, { by: 'rob' }))));
  const withdrawn = delegationOf({ standing: 'withdrawn', follows: [delegation.digest] });
  line.add(line.sign('delegation', withdrawn, { by: 'sofia' }));
  assert.equal(decide(line).became, 'not-entitled');
  assert.deepEqual(line.replay.board().delegations, []);
  const decisions = () => assembleChange(CHANGE, filed, line.replay.board())?.decisions.length;
  assert.equal(decisions(), 1);
  const keys = [keyNamed('sofia', { revoked: { after: stolen, reason: 'Stolen.' } }), keyNamed('sofia-new')];
  const changed = board.map((given) => (given.person === 'sofia' ? { ...given, keys } : given));
  line.add(line.sign('roster', { people: changed, follows: [line.inForce('roster')] }));
  assert.equal(decisions(), 0);
});
