import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import type { DelegationBody } from '../../shared/record/body/peopleBody.ts';
import { decisionOf, requestOf, windowOf } from '../support/ledgerBodies.ts';
import { addedFile, fate, hashOf, startLine } from '../support/ledgerLine.ts';
import { member, people, signerNamed } from '../support/ledgerPeople.ts';

// One test for each rule of the ledger, as far as records alone can break it: `npm run mutants -- rules` takes each rule
// out of the source and expects its test to fail. Rules 4, 16, 18, 19 and 20 are held in test/store.

test('rule 1: the line is read no further than a commit with two parents', () => {
  const line = startLine();
  const before = line.head();
  const window = line.sign('window', windowOf(), { by: 'bruno' });
  line.push({ parents: [before, hashOf('side')], added: [addedFile(window)] });
  assert.equal(line.replay.halt()?.why, 'merge');
  assert.equal(line.replay.board().head, before);
  assert.equal(line.replay.board().windows.size, 0);
});

test('rule 2: a commit may only add, plain files alone, and what stands beside the roots is never read', () => {
  for (const how of ['edited', 'removed'] as const) {
    const line = startLine();
    line.push({ disturbed: [{ path: 'windows/black-friday/x.json', how }] });
    assert.equal(line.replay.halt()?.why, how);
  }
  const line = startLine();
  const window = line.sign('window', windowOf(), { by: 'bruno' });
  const link = { ...window, mode: '120000' };
  assert.equal(fate(line.add(link), link), 'bad-mode');
  assert.equal(line.replay.board().windows.size, 0);
});

test('rule 3: a record counts at the path of its content, and one id is given to one change', () => {
  const line = startLine();
  const window = line.sign('window', windowOf(), { by: 'bruno' });
  const moved = { ...window, path: window.path.replace('black-friday', 'white-friday') };
  assert.equal(fate(line.add(moved), moved), 'path-differs');
  line.add(line.sign('request', requestOf(), { by: 'rita' }));
  const second = line.sign('request', requestOf({ title: 'Another' }), { by: 'carl' });
  assert.equal(fate(line.add(second), second), 'collision');
});

test('rule 5: a record counts by an Ed25519 signature of its own kind over its own text', () => {
  const line = startLine();
  line.add(line.sign('request', requestOf(), { by: 'rita' }));
  const yes = line.sign('decision', decisionOf(), { by: 'petra' });
  const no = line.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'petra', id: yes.record.id });
  const swapped = { path: yes.path, text: yes.text.replace(yes.record.signed.sig, no.record.signed.sig) };
  assert.equal(fate(line.add(swapped), swapped), 'signature-wrong');
  const { sig: _sig, ...signed } = yes.record.signed;
  const other = signerNamed('petra').sign('tidegate-comment', JSON.stringify({ ...yes.record, signed }));
  const borrowed = { path: no.path, text: no.text.replace(no.record.signed.sig, other) };
  assert.equal(fate(line.add(borrowed), borrowed), 'signature-wrong');
});

test('rule 6: what a signer had seen lies before the record, and the role is held at both places', () => {
  const line = startLine();
  line.add(line.sign('request', requestOf(), { by: 'rita' }));
  const own = hashOf('own');
  const early = line.sign('decision', decisionOf(), { by: 'petra', seen: own });
  assert.equal(fate(line.push({ commit: own, added: [addedFile(early)] }), early), 'seen-not-on-line');
  const foreign = line.sign('decision', decisionOf(), { by: 'petra', ledger: '01KAH000000000000000099999' });
  assert.equal(fate(line.add(foreign), foreign), 'ledger-differs');

  const before = line.head();
  const promoted = [...people.filter(({ person }) => person !== 'petra'), member('petra', ['peer', 'security'])];
  line.add(line.sign('roster', { people: promoted, follows: [line.inForce('roster')] }));
  const waited = line.sign('decision', decisionOf({ role: 'security' }), { by: 'petra', seen: before });
  assert.equal(fate(line.add(waited), waited), 'not-entitled');
  const fresh = line.sign('decision', decisionOf({ role: 'security' }), { by: 'petra' });
  assert.equal(fate(line.add(fresh), fresh), 'counted');
});

test('rule 7: a record has one spelling', () => {
  const line = startLine();
  const window = line.sign('window', windowOf(), { by: 'bruno' });
  for (const text of [
    window.text.replace('\n', '\r\n'),
    window.text.replace(',"', ', "'),
    window.text.replace('{"body"', '{"id":"x","body"'),
  ])
    assert.equal(fate(line.add({ ...window, text }), window), 'bytes-differ');
});

test('rule 8: chains never fork, both sides of a forked window apply, of a forked delegation none', () => {
  const line = startLine({ people: [...people, member('rob', ['requester'])] });
  const { policy } = line.replay.board();
  const [one, two] = ['one', 'two'].map((name) =>
    line.sign('policy', { ...policy, name, follows: [line.inForce('policy')] }),
  );
  assert.ok(one && two);
  line.add(one);
  assert.equal(fate(line.add(two), two), 'stale-head');
  assert.equal(line.replay.board().policy.name, 'one');

  const first = line.sign('window', windowOf(), { by: 'bruno' });
  line.add(first);
  for (const title of ['A', 'B'])
    line.add(line.sign('window', windowOf({ title, follows: [first.digest] }), { by: 'bruno' }));
  assert.equal(line.replay.board().windows.get('black-friday')?.length, 2);

  const body: DelegationBody = {
    person: 'sofia',
    to: 'rob',
    roles: [{ role: 'service-owner', reach: 'everything' }],
    from: '2026-11-20T00:00:00Z',
    until: '2026-11-27T00:00:00Z',
    reason: '',
    standing: 'given',
    follows: [],
  };
  const given = line.sign('delegation', body, { by: 'sofia' });
  line.add(given);
  assert.equal(line.replay.board().delegations?.length, 1);
  for (const reason of ['A', 'B'])
    line.add(line.sign('delegation', { ...body, reason, follows: [given.digest] }, { by: 'sofia' }));
  assert.deepEqual(line.replay.board().delegations, []);
});

test('rule 9: two different admins change the roster, and it takes effect with the second signature', () => {
  const line = startLine({ people: [...people, member('alan', ['admin'])] });
  const revised = line.sign('roster', { people: [...people], follows: [line.inForce('roster')] });
  assert.equal(fate(line.add(revised), revised), 'pending');
  const agree = (by: string) =>
    line.add(line.sign('cosign', { of: { kind: 'roster', digest: revised.digest } }, { by }));
  assert.equal(fate(agree('ada'), revised), 'silent');
  assert.equal(line.replay.board().roster.people.length, people.length + 1);
  assert.equal(fate(agree('alan'), revised), 'counted');
  assert.equal(line.replay.board().roster.people.length, people.length);
});

test('rule 10: a ledger rests on the pinned root, which afterwards signs a recovery roster and nothing else', () => {
  const line = startLine();
  const [first] = line.commits;
  const stranger = createReplay({ verify: verifySshsig, root: signerNamed('other').fingerprint });
  assert.ok(first);
  stranger.apply(first);
  assert.equal(stranger.halt()?.why, 'root-mismatch');
  const window = line.sign('window', windowOf(), { by: 'carl', key: 'root' });
  assert.equal(fate(line.add(window), window), 'root-misused');
  const body = { people: [...people], follows: [line.inForce('roster')] };
  const plain = line.sign('roster', body, { key: 'root' });
  assert.equal(fate(line.add(plain), plain), 'root-misused');
  const recovery = line.sign('roster', { ...body, recovery: true }, { key: 'root' });
  assert.equal(fate(line.add(recovery), recovery), 'counted');
  assert.equal(line.replay.board().recoveries?.length, 1);
});
