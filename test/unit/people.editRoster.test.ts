import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { editRoster, holderOf } from '../../shared/people/editRoster.ts';
import { rosterEdit, type RosterEdit } from '../../shared/people/rosterEdit.ts';
import { rosterProblem } from '../../shared/people/rosterProblem.ts';
import { rosterSteps } from '../../shared/people/rosterSteps.ts';
import { namedCommits, voidsAfter } from '../../shared/people/voidsAfter.ts';
import { canonical } from '../../shared/record/canonical.ts';
import type { DelegationBody } from '../../shared/record/body/peopleBody.ts';
import type { HeldRole, Member } from '../../shared/record/body/rosterBody.ts';
import { filed } from '../support/filedBuild.ts';
import { START } from '../support/ledgerLine.ts';
import { keyNamed, member, people, role } from '../support/ledgerPeople.ts';
import { rounds, seed } from '../support/seed.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const COMMIT = 'c'.repeat(40);
const rita = member('rita', ['requester']);
const ended = { after: COMMIT, voids: true };

const inOrder = <T>(list: readonly T[]): T[] => list.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
/** The same roster, whatever the order of its lists. */
function sorted(all: readonly Member[]): string {
  return canonical(inOrder(all.map((each) => ({ ...each, keys: inOrder(each.keys), roles: inOrder(each.roles) }))));
}

test('a person, their key and their roles come in one revision, and the others stand as they stood', () => {
  const edits: RosterEdit[] = [
    { edit: 'add-person', person: 'nora', name: 'Nora Lind', team: 'Stores' },
    { edit: 'add-key', person: 'nora', key: keyNamed('nora') },
    { edit: 'add-role', person: 'nora', role: role('peer', { reach: { sites: ['lyon'] } }) },
  ];
  const after = editRoster(people, edits);
  assert.deepEqual(after.slice(0, -1), people);
  assert.deepEqual(after.at(-1), {
    person: 'nora',
    name: 'Nora Lind',
    team: 'Stores',
    keys: [keyNamed('nora')],
    roles: [role('peer', { reach: { sites: ['lyon'] } })],
  });
  assert.deepEqual(rosterSteps(people, after), edits);
});

test('a name or a key that is taken, and somebody unknown, are refused', () => {
  const add: RosterEdit = { edit: 'add-person', person: 'rita', name: 'Another' };
  assert.throws(() => editRoster(people, [add]), refused('person-known'));
  const key: RosterEdit = { edit: 'add-key', person: 'ivan', key: keyNamed('rita') };
  assert.throws(() => editRoster(people, [key]), refused('key-known'));
  const gone: RosterEdit = { edit: 'drop-person', person: 'nobody' };
  assert.throws(() => editRoster(people, [gone]), refused('person-not-found'));
  assert.equal(holderOf(people, keyNamed('rita'))?.person, 'rita');
});

const add = (name: string, person = 'pipe'): RosterEdit => ({ edit: 'add-key', person, key: keyNamed(name) });
const isRevoked = (error: unknown) =>
  error instanceof TidegateError && error.code === 'key-known' && error.facts['why'] === 'revoked';

test('a second key comes beside the first; one that was revoked, left the roster or founded the board never does', () => {
  const revoked = keyNamed('pipe', { revoked: { after: COMMIT, reason: '' } });
  const pipe = member('pipe', ['pipeline'], { keys: [revoked, keyNamed('pipe in Newark')] });
  const before = [...people.filter(({ person }) => person !== 'pipe'), member('pipe', ['pipeline'])];
  const after = editRoster(before, [
    add('pipe in Newark'),
    { edit: 'change-key', person: 'pipe', was: keyNamed('pipe'), key: revoked },
  ]);
  assert.deepEqual(after.at(-1), pipe);
  const { fingerprint } = keyNamed('pipe');
  assert.throws(() => editRoster(after, [add('pipe')]), isRevoked);
  assert.throws(() => editRoster(after, [add('pipe', 'rita')]), isRevoked, 'nor for anybody else');
  const spent = { root: keyNamed('root').fingerprint, revoked: new Set([fingerprint]) };
  const dropped = editRoster(after, [{ edit: 'drop-key', person: 'pipe', key: revoked }]);
  const problemOf = (name: string) =>
    rosterProblem(editRoster(dropped, [add(name)]), [add(name)], START, spent)?.facts['why'] ?? null;
  assert.deepEqual([problemOf('pipe'), problemOf('root'), problemOf('pipe in Leeds')], ['revoked', 'root', null]);
});

test('a step made on another revision fits only where nobody touched the same thing', () => {
  const peer = role('peer', { until: '2027-01-01T00:00:00Z' });
  const mine: RosterEdit = { edit: 'change-role', person: 'petra', was: role('peer'), role: peer };
  const elsewhere = editRoster(people, [{ edit: 'describe', person: 'rita', name: 'Rita R.' }]);
  assert.deepEqual(editRoster(elsewhere, [mine]).find(({ person }) => person === 'petra')?.roles, [peer]);
  const touched = editRoster(people, [
    { edit: 'change-role', person: 'petra', was: role('peer'), role: role('peer', { ended }) },
  ]);
  assert.throws(() => editRoster(touched, [mine]), refused('stale-record'));
});

test('a lost key: the new one in, the old one out, in one revision', () => {
  const revoked = { after: COMMIT, reason: 'Lost on a train' };
  const edits: RosterEdit[] = [
    { edit: 'add-key', person: 'rita', key: keyNamed('rita-new', { label: 'new laptop' }) },
    { edit: 'change-key', person: 'rita', was: keyNamed('rita'), key: keyNamed('rita', { revoked }) },
  ];
  const after = editRoster(people, edits);
  assert.deepEqual(
    after.find(({ person }) => person === 'rita')?.keys.map((key) => key.revoked?.after ?? null),
    [COMMIT, null],
  );
  assert.equal(rosterProblem(after, edits, START), null);
  assert.deepEqual(namedCommits(after), [COMMIT]);
  const before = { keys: new Map([[keyNamed('rita').fingerprint, 5]]), roles: [], paths: new Set<string>() };
  assert.equal(voidsAfter(before, after, () => 9).keys.get(keyNamed('rita').fingerprint), 5, 'never reaches less far');
  assert.equal(voidsAfter(before, after, () => 3).keys.get(keyNamed('rita').fingerprint), 3);
});

test('what a lost key had delegated is delegated no more', () => {
  const given: DelegationBody = {
    person: 'rita',
    to: 'petra',
    roles: [{ role: 'peer', reach: 'everything' }],
    from: '2026-12-01T00:00:00Z',
    until: '2026-12-02T00:00:00Z',
    reason: 'Away',
    standing: 'given',
    follows: [],
  };
  const delegation = filed('delegation', given, 'rita', '2026-12-01T00:00:00Z');
  const { key } = delegation.record.signed;
  const lost = { ...keyNamed('rita'), fingerprint: key, revoked: { after: COMMIT, reason: '' } };
  const before = { keys: new Map<string, number>(), roles: [], paths: new Set<string>(), delegations: [delegation] };
  const after = (position: number) => voidsAfter(before, [{ ...rita, keys: [lost] }], () => position).delegations;
  assert.deepEqual(after(delegation.position), [delegation]);
  assert.deepEqual(after(delegation.position - 1), []);
});

const problem = (edits: RosterEdit[], from: readonly Member[] = people) =>
  rosterProblem(editRoster(from, edits), edits, START)?.code ?? null;

test('what would only look as if it did something is not signed', () => {
  assert.equal(
    problem([{ edit: 'change-role', person: 'ada', was: role('admin'), role: role('admin', { ended }) }]),
    'last-admin',
  );
  const lost = keyNamed('ada', { revoked: { after: COMMIT, reason: '' } });
  assert.equal(problem([{ edit: 'change-key', person: 'ada', was: keyNamed('ada'), key: lost }]), 'last-admin');
  const over = role('admin', { until: '2026-01-01T00:00:00Z' });
  assert.equal(problem([{ edit: 'change-role', person: 'ada', was: role('admin'), role: over }]), 'last-admin');
  const back = editRoster(people, [
    { edit: 'change-key', person: 'rita', was: keyNamed('rita'), key: { ...keyNamed('rita'), revoked: lost.revoked } },
  ]);
  const wasLost = keyNamed('rita', { revoked: { after: COMMIT, reason: '' } });
  assert.equal(
    problem([{ edit: 'change-key', person: 'rita', was: wasLost, key: keyNamed('rita') }], back),
    'key-known',
  );
  const foreign = { ...keyNamed('nora'), publicKey: keyNamed('stranger').publicKey };
  assert.equal(problem([{ edit: 'add-key', person: 'rita', key: foreign }]), 'input-rejected');
  const inside: HeldRole = role('peer', { from: '2026-12-02T00:00:00Z', until: '2026-12-01T00:00:00Z' });
  assert.equal(problem([{ edit: 'add-role', person: 'rita', role: inside }]), 'input-rejected');
  const voided = editRoster(people, [
    { edit: 'change-role', person: 'petra', was: role('peer'), role: role('peer', { ended }) },
  ]);
  assert.equal(problem([{ edit: 'add-role', person: 'petra', role: role('peer') }], voided), 'input-rejected');
  assert.equal(problem([{ edit: 'add-role', person: 'petra', role: role('auditor') }], voided), null);
});

const anyRole = fc.record(
  {
    role: fc.constantFrom('admin' as const, 'peer' as const, 'auditor' as const),
    reach: fc.constantFrom('everything' as const, { sites: ['lyon'] }, { sites: ['leeds'] }),
  },
  { requiredKeys: ['role', 'reach'] },
);
const anyMember = (person: string) =>
  fc.record({
    person: fc.constant(person),
    name: fc.constantFrom('One', 'Two'),
    keys: fc
      .uniqueArray(fc.constantFrom(1, 2, 3), { maxLength: 3 })
      .chain((numbers) => fc.constant(numbers.map((n) => keyNamed(`${person} ${n}`)))),
    roles: fc.array(anyRole, { maxLength: 4 }),
  });
const anyRoster = fc
  .subarray(['ann', 'ben', 'cyd', 'dot'], { minLength: 1 })
  .chain((names) => fc.tuple(...names.map(anyMember)));

test('the steps between any two rosters are all of their differences, and say nothing of what is the same', () => {
  fc.assert(
    fc.property(anyRoster, anyRoster, (before, after) => {
      const steps = rosterSteps(before, after);
      for (const each of steps) rosterEdit.parse(each);
      assert.equal(sorted(editRoster(before, steps)), sorted(after));
      assert.deepEqual(rosterSteps(after, after), []);
      const touched = new Set(steps.map(({ person }) => person));
      for (const each of after) {
        const was = before.find(({ person }) => person === each.person);
        const isSame = was !== undefined && sorted([was]) === sorted([each]);
        assert.equal(touched.has(each.person), !isSame);
      }
    }),
    { numRuns: rounds(200, 5_000), seed },
  );
});

test('a key that moves from one person to another leaves before it comes', () => {
  const before = [rita, member('ivan', [], { keys: [] })];
  const after = [member('rita', ['requester'], { keys: [] }), member('ivan', [], { keys: [keyNamed('rita')] })];
  assert.equal(sorted(editRoster(before, rosterSteps(before, after))), sorted(after));
});
