import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { openForCheck } from '../../electron/git/openForCheck.ts';
import { decisionOf, requestOf, windowOf } from '../support/ledgerBodies.ts';
import { keyNamed, people } from '../support/ledgerPeople.ts';

import { digestIn, livedIn, options, sortedBoard, verified, vouch } from '../support/ledgerCheck.ts';
test('a checkpoint that tells of another state, hides a file or is signed by a stranger is passed over', async (t) => {
  const repository = await livedIn(t);
  const honest = await vouch(repository);
  const { checkpoint } = await verified(repository);
  assert.ok(checkpoint);
  const file = execFileSync('git', [
    '-C',
    repository.folder,
    'ls-tree',
    '-r',
    '--name-only',
    repository.head(),
    'windows',
  ])
    .toString()
    .split('\n')
    .findLast((name) => name.startsWith('windows/black-friday/'));
  assert.ok(file);
  const hidden = { path: file, blob: '0'.repeat(40) };
  const lies = [
    repository.sign('checkpoint', { ...checkpoint, state: `sha256:${'0'.repeat(64)}` }, { by: 'audra' }),
    repository.sign('checkpoint', { ...checkpoint, setAside: [...checkpoint.setAside, hidden] }, { by: 'audra' }),
    repository.sign('checkpoint', checkpoint, { by: 'petra' }),
    repository.sign('checkpoint', { ...checkpoint, commit: '1'.repeat(40), position: 99 }, { by: 'audra' }),
  ];
  for (const lie of lies) {
    await repository.add(lie);
    const reading = await openForCheck(repository.folder, repository.head(), options);
    assert.equal(reading.checkpoint?.digest, honest.digest);
  }
});

test('no checkpoint makes a record count that nobody entitled has signed', async (t) => {
  const repository = await livedIn(t);
  const forged = repository.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'audra' });
  const other = repository.sign('decision', decisionOf(), { by: 'sofia' });
  const genuine = repository.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'petra' });
  const { sig } = other.record.signed;
  const unsigned = { path: genuine.path, text: genuine.text.replace(/"sig":"[^"]+"/, `"sig":"${sig}"`) };
  await repository.add(forged, unsigned);
  const { checkpoint } = await verified(repository);
  assert.ok(checkpoint);
  // What nobody signed need not be named: every reader sees that for themselves.
  assert.ok(!checkpoint.setAside.some(({ path }) => path === unsigned.path));
  const setAside = checkpoint.setAside.filter(({ path }) => path !== forged.path);
  assert.equal(setAside.length, checkpoint.setAside.length - 1);
  const lie = repository.sign('checkpoint', { ...checkpoint, setAside }, { by: 'audra' });
  await repository.add(lie);
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint?.digest, lie.digest);
  const decisions = reading.file?.decisions.map(({ record }) => `${record.signed.by} ${record.body.verdict}`);
  assert.deepEqual(decisions, ['petra approve']);
  assert.deepEqual(
    reading.problems.filter((problem) => problem.unreadable),
    [],
  );
});

test('a checkpoint falls with the key that signed it', async (t) => {
  const repository = await livedIn(t);
  const after = repository.head();
  await vouch(repository);
  const changed = people.map((given) =>
    given.person === 'audra' ? { ...given, keys: [keyNamed('audra', { revoked: { after, reason: '' } })] } : given,
  );
  await repository.add(repository.sign('roster', { people: changed, follows: [digestIn(repository, 'roster')] }));
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint, null);
  assert.equal(reading.file?.decisions.length, 1);
});

test('a key revoked after the checkpoint, from before it, takes exactly its later records along', async (t) => {
  const repository = await livedIn(t);
  const stolen = repository.head();
  await repository.add(
    repository.sign('request', requestOf({ title: 'Late', follows: [], change: 'CHG-2026-0000002' }), { by: 'rita' }),
  );
  await repository.add(repository.sign('window', windowOf({ window: 'fake' }), { by: 'bruno' }));
  await vouch(repository);
  const revoked = { after: stolen, reason: 'Stolen.' };
  const changed = people.map((given) =>
    given.person === 'bruno' ? { ...given, keys: [keyNamed('bruno', { revoked })] } : given,
  );
  await repository.add(repository.sign('roster', { people: changed, follows: [digestIn(repository, 'roster')] }));
  const whole = await verified(repository);
  const { board, checkpoint } = await openForCheck(repository.folder, repository.head(), options);
  assert.ok(checkpoint);
  assert.equal(board?.windows.has('fake'), false);
  assert.equal(board?.windows.get('black-friday')?.length, 2);
  assert.deepEqual(sortedBoard(board), sortedBoard(whole.board));
  const next = await vouch(repository);
  const again = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(again.checkpoint?.digest, next.digest);
  assert.deepEqual(again.board?.windows.get('black-friday')?.length, 2);
});

test('verify names a checkpoint that vouches for something else', async (t) => {
  const repository = await livedIn(t);
  const honest = await vouch(repository);
  const { checkpoint } = await verified(repository, repository.commits.at(-2));
  assert.ok(checkpoint);
  const lie = repository.sign('checkpoint', { ...checkpoint, pending: [] }, { by: 'audra' });
  const stranger = repository.sign('checkpoint', { ...checkpoint, position: 1 }, { by: 'petra' });
  await repository.add(lie, stranger);
  const { falseCheckpoints, halt, commits, counts } = await verified(repository);
  assert.equal(halt, null);
  assert.equal(commits, repository.commits.length);
  assert.equal(counts.checkpoint, 2);
  assert.deepEqual(falseCheckpoints, [lie.path]);
  assert.notEqual(honest.path, lie.path);
});
