import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import { windowOf } from '../support/ledgerBodies.ts';
import { fate, START, startLine, type Line } from '../support/ledgerLine.ts';
import { keyNamed, member, people } from '../support/ledgerPeople.ts';

const twoAdmins = [...people, member('alan', ['admin']), member('anna', ['admin'])];

function revise(line: Line, members: readonly Member[], by = 'ada') {
  return line.sign('roster', { people: [...members], follows: [line.inForce('roster')] }, { by });
}

function cosign(line: Line, kind: 'roster' | 'policy' | 'ledger', digest: string, by: string) {
  return line.sign('cosign', { of: { kind, digest } }, { by });
}

test('one admin changes the roster alone; from two on it takes two', () => {
  const line = startLine();
  const first = revise(line, twoAdmins);
  assert.equal(fate(line.add(first), first), 'counted');

  const second = revise(line, [...twoAdmins, member('nora', ['peer'])]);
  assert.equal(fate(line.add(second), second), 'pending');
  assert.equal(line.replay.board().roster.people.length, twoAdmins.length);
  const own = cosign(line, 'roster', second.digest, 'ada');
  assert.equal(fate(line.add(own), second), 'silent');
  const stranger = cosign(line, 'roster', second.digest, 'carl');
  assert.equal(fate(line.add(stranger), stranger), 'not-entitled');
  const agreed = cosign(line, 'roster', second.digest, 'alan');
  assert.equal(fate(line.add(agreed), second), 'counted');
  assert.equal(line.replay.board().roster.people.length, twoAdmins.length + 1);
});

test('a signature for one kind completes no other', () => {
  const line = startLine({ people: twoAdmins });
  const waiting = revise(line, people);
  line.add(waiting);
  assert.equal(fate(line.add(cosign(line, 'policy', waiting.digest, 'alan')), waiting), 'silent');
});

test('ledger, roster and policy never fork: the later sibling is void', () => {
  const line = startLine();
  const follows = [line.inForce('policy')];
  const { policy } = line.replay.board();
  const [one, two] = ['one', 'two'].map((name) => line.sign('policy', { ...policy, name, follows }));
  assert.ok(one && two);
  line.add(one);
  assert.equal(fate(line.add(two), two), 'stale-head');
  assert.equal(line.replay.board().policy.name, 'one');
  const loose = line.sign('policy', { ...policy, follows: [] });
  assert.equal(fate(line.add(loose), loose), 'wrong-follows');
});

test('a revision of a chain follows the one in force and nothing else', () => {
  const line = startLine();
  const { policy } = line.replay.board();
  const first = line.inForce('policy');
  line.add(line.sign('policy', { ...policy, follows: [first] }));
  const both = line.sign('policy', { ...policy, follows: [line.inForce('policy'), first] });
  assert.equal(fate(line.add(both), both), 'wrong-follows');
});

test('whoever is no admin any more when a revision completes does not count for it', () => {
  const line = startLine({ people: twoAdmins });
  const { policy } = line.replay.board();
  const waiting = line.sign('policy', { ...policy, name: 'new', follows: [line.inForce('policy')] }, { by: 'ada' });
  line.add(waiting);
  const without = revise(
    line,
    twoAdmins.map((given) => (given.person === 'ada' ? member('ada', ['requester']) : given)),
    'alan',
  );
  line.add(without);
  line.add(cosign(line, 'roster', without.digest, 'anna'));
  assert.equal(fate(line.add(cosign(line, 'policy', waiting.digest, 'alan')), waiting), 'silent');
  assert.equal(fate(line.add(cosign(line, 'policy', waiting.digest, 'anna')), waiting), 'counted');
});

test('of two revisions that wait, the first to be complete wins and the other is void', () => {
  const line = startLine({ people: twoAdmins });
  const [one, two] = [revise(line, twoAdmins, 'ada'), revise(line, [...twoAdmins, member('nora', ['peer'])], 'alan')];
  line.add(one, two);
  const standings = line.add(cosign(line, 'roster', two.digest, 'anna'));
  assert.equal(fate(standings, two), 'counted');
  assert.equal(fate(standings, one), 'stale-head');
  const late = line.add(cosign(line, 'roster', one.digest, 'anna'));
  assert.equal(fate(late, one), 'silent');
});

test('a ledger keeps its root, its format and whether it is a sample', () => {
  const line = startLine({ sample: true });
  const { identity } = line.replay.board();
  const follows = [line.inForce('ledger')];
  const { publicKey, fingerprint } = keyNamed('mallory');
  const real = line.sign('ledger', { ...identity, sample: false, follows });
  const other = line.sign('ledger', { ...identity, root: { publicKey, fingerprint }, follows });
  assert.equal(fate(line.add(real), real), 'schema');
  assert.equal(fate(line.add(other), other), 'root-misused');
});

test('a roster in which one key speaks for two people, or under a false fingerprint, is no roster', () => {
  const line = startLine();
  const shared = revise(line, [...people, member('nora', ['peer'], { keys: [keyNamed('petra')] })]);
  const twice = revise(line, [...people, member('petra', ['security'], { keys: [] })]);
  const { fingerprint } = keyNamed('x');
  const falsified = revise(line, [...people, member('nora', ['peer'], { keys: [keyNamed('nora', { fingerprint })] })]);
  for (const file of [shared, twice, falsified]) assert.equal(fate(line.add(file), file), 'schema');
});

test('the root key signs a recovery roster and nothing else', () => {
  const line = startLine({ people: twoAdmins });
  const body = { people: [...people], follows: [line.inForce('roster')] };
  const window = line.sign('window', windowOf(), { by: 'carl', key: 'root' });
  const plain = line.sign('roster', body, { key: 'root' });
  const posing = line.sign('roster', { ...body, recovery: true }, { by: 'ada' });
  const recovery = line.sign('roster', { ...body, recovery: true }, { key: 'root' });
  assert.equal(fate(line.add(window), window), 'root-misused');
  assert.equal(fate(line.add(plain), plain), 'root-misused');
  assert.equal(fate(line.add(posing), posing), 'root-misused');
  assert.equal(fate(line.add(recovery), recovery), 'counted');
  assert.equal(line.replay.board().roster.recovery, true);
});

test('a revision that claims to be of the future does not count yet for a judging clock', () => {
  const line = startLine();
  const minute = 60_000;
  const { policy } = line.replay.board();
  line.add(
    line.sign('policy', { ...policy, name: 'later', follows: [line.inForce('policy')] }, { at: START + 6 * minute }),
  );
  line.add(line.sign('window', windowOf(), { by: 'bruno', at: START + 6 * minute }));
  assert.equal(line.replay.board(START).windows.size, 0);
  assert.notEqual(line.replay.board(START).policy.name, 'later');
  assert.equal(line.replay.board(START + minute).windows.size, 1);
  assert.equal(line.replay.board(START + minute).policy.name, 'later');
});
