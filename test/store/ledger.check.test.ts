import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { openForCheck } from '../../electron/git/openForCheck.ts';
import { decisionOf, requestOf, windowOf } from '../support/ledgerBodies.ts';
import { member, people, signerNamed } from '../support/ledgerPeople.ts';
import { createRepository } from '../support/ledgerRepository.ts';

import { digestIn, livedIn, options, sortedBoard, verified, vouch } from '../support/ledgerCheck.ts';
test('from a checkpoint a gate reads what reading everything gives', async (t) => {
  const repository = await livedIn(t);
  const record = await vouch(repository);
  await repository.add(repository.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'petra' }));
  const whole = await verified(repository);
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint?.digest, record.digest);
  assert.equal(reading.halt, null);
  assert.deepEqual(sortedBoard(reading.board), sortedBoard(whole.board));
  assert.equal(reading.board?.windows.get('black-friday')?.length, 2);
  assert.equal(reading.board?.windows.get('peak')?.length, 1);
  assert.equal(reading.board?.windows.has('wish'), false);
  assert.deepEqual(
    reading.file?.decisions.map(({ record: { body } }) => body.verdict),
    ['reject'],
  );
  assert.equal(reading.file?.requests.length, 1);
});

test('what waited before the checkpoint takes effect by a signature after it', async (t) => {
  const repository = await livedIn(t);
  await vouch(repository);
  const { checkpoint } = await verified(repository);
  const [waiting] = checkpoint?.pending ?? [];
  assert.ok(waiting);
  const text = execFileSync('git', ['-C', repository.folder, 'cat-file', 'blob', waiting.blob]);
  const digest = `sha256:${execFileSync('sha256sum', { input: text }).toString().slice(0, 64)}`;
  await repository.add(repository.sign('cosign', { of: { kind: 'window', subject: 'wish', digest } }, { by: 'carl' }));
  const { board, checkpoint: used } = await openForCheck(repository.folder, repository.head(), options);
  assert.ok(used);
  assert.equal(board?.windows.get('wish')?.length, 1);
});

test('without a checkpoint the whole line is read, and the reading says so', async (t) => {
  const repository = await livedIn(t);
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint, null);
  assert.equal(reading.file?.decisions.length, 1);
  const foreign = await openForCheck(repository.folder, repository.head(), {
    ...options,
    root: signerNamed('x').fingerprint,
  });
  assert.equal(foreign.board, null);
  assert.equal(foreign.halt?.why, 'root-mismatch');
});

test('a roster of several links and signatures is verified link by link from a checkpoint', async (t) => {
  const repository = await createRepository(t);
  const { sign, add } = repository;
  const two = [...people, member('alan', ['admin'])];
  const first = sign('roster', { people: two, follows: [digestIn(repository, 'roster')] });
  await add(first);
  const three = sign('roster', { people: [...two, member('nora', ['change-manager'])], follows: [first.digest] });
  await add(three);
  await add(sign('cosign', { of: { kind: 'roster', digest: three.digest } }, { by: 'alan' }));
  await add(sign('window', windowOf({ scope: { everything: true } }), { by: 'nora' }));
  const record = await vouch(repository);
  const reading = await openForCheck(repository.folder, repository.head(), options);
  assert.equal(reading.checkpoint?.digest, record.digest);
  assert.equal(reading.board?.roster.people.length, two.length + 1);
});

test('a shallow clone that holds the checkpoint is enough; one that is cut too short has none', async (t) => {
  const repository = await livedIn(t);
  await vouch(repository);
  const late = repository.sign('decision', decisionOf({ verdict: 'reject' }), {
    by: 'petra',
    seen: repository.commits[2] ?? '',
  });
  await repository.add(repository.sign('request', requestOf({ change: 'CHG-2026-0000003' }), { by: 'rita' }));
  const clone = (depth: number) => {
    const folder = `${repository.folder}/clone-${depth}-${repository.commits.length}`;
    execFileSync('git', ['clone', '-q', '--bare', `--depth=${depth}`, `file://${repository.folder}`, folder], {
      stdio: 'ignore',
    });
    return folder;
  };
  const reading = await openForCheck(clone(4), repository.head(), options);
  assert.ok(reading.checkpoint);
  assert.equal(reading.file?.decisions.length, 1);
  const short = await openForCheck(clone(2), repository.head(), options);
  assert.equal(short.checkpoint, null);
  assert.equal(short.board, null);

  await repository.add(late);
  const unsure = await openForCheck(clone(5), repository.head(), options);
  assert.deepEqual(
    unsure.problems.filter(({ unreadable }) => unreadable).map(({ path, reason }) => [path, reason]),
    [[late.path, 'seen-not-on-line']],
  );
  const deep = await openForCheck(repository.folder, repository.head(), options);
  assert.deepEqual(
    deep.problems.filter(({ unreadable }) => unreadable),
    [],
  );
  assert.equal(deep.file?.decisions[0]?.record.body.verdict, 'reject');
});

test('a clone without contents is filled with what the question needs, in one exchange each', async (t) => {
  const repository = await livedIn(t);
  await vouch(repository);
  for (const setting of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
    execFileSync('git', ['-C', repository.folder, 'config', setting, 'true']);
  const folder = `${repository.folder}/partial`;
  const from = `file://${repository.folder}`;
  execFileSync('git', ['clone', '-q', '--bare', '--filter=blob:none', '--depth=4', from, folder], { stdio: 'ignore' });
  const { checkpoint, file, problems } = await openForCheck(folder, repository.head(), options);
  assert.ok(checkpoint);
  assert.equal(file?.decisions.length, 1);
  assert.deepEqual(
    problems.filter(({ unreadable }) => unreadable),
    [],
  );
  execFileSync('git', ['-C', folder, 'config', 'remote.origin.url', `${from}-gone`]);
  const again = await openForCheck(folder, repository.head(), options);
  assert.ok(again.checkpoint);
});
