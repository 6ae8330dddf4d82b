import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readLine } from '../../electron/git/readLine.ts';
import { headOf } from '../../electron/git/repository.ts';
import { recoverRoster } from '../../electron/recover/recoverRoster.ts';
import { privateKeyOf } from '../../electron/seal/ed25519.ts';
import { writeKey } from '../../electron/seal/keyFile.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import { member, people, signerNamed } from '../support/ledgerPeople.ts';
import { createRepository } from '../support/ledgerRepository.ts';
import { projectRoot } from '../support/sources.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const NOW = Date.parse('2026-11-21T08:00:00Z');
const fresh = signerNamed('ada-new');
const root = signerNamed('root');
const lost = [signerNamed('ada').fingerprint, signerNamed('olga').fingerprint];
const recovery = { person: 'ada', name: 'Ada', publicKey: fresh.publicKey, label: 'new', revoke: lost };
const twoAdmins = [...people, member('olga', ['admin'])];

async function boardIn(folder: string) {
  const replay = createReplay({ verify: verifySshsig, root: root.fingerprint });
  for await (const commit of readLine(folder, { to: (await headOf(folder)) ?? '' })) replay.apply(commit);
  assert.deepEqual(replay.problems(), []);
  return replay.board();
}

test('with every admin key lost the root key puts one admin back, on record for ever', async (t) => {
  const { folder } = await createRepository(t, { people: twoAdmins });
  const { commit, admins } = await recoverRoster(folder, recovery, { root, now: NOW });
  assert.deepEqual(admins, ['ada']);
  const board = await boardIn(folder);
  assert.equal(board.head, commit);
  assert.equal(board.recoveries?.length, 1);
  const ada = board.roster.people.find(({ person }) => person === 'ada');
  assert.deepEqual(
    ada?.keys.map(({ fingerprint, revoked }) => [fingerprint, revoked !== undefined]),
    [
      [lost[0], true],
      [fresh.fingerprint, false],
    ],
  );
  assert.deepEqual([...board.voids.keys.keys()].toSorted(), lost.toSorted());
});

test('another key is no root key, a revoked one comes not back, and a key of somebody else is theirs', async (t) => {
  const { folder } = await createRepository(t, { people: twoAdmins });
  const before = await headOf(folder);
  const as = (given: Partial<typeof recovery>, key = root) =>
    recoverRoster(folder, { ...recovery, ...given }, { root: key, now: NOW });
  await assert.rejects(as({}, signerNamed('carl')), refused('root-mismatch'));
  await assert.rejects(as({ publicKey: signerNamed('carl').publicKey }), refused('key-known'));
  await assert.rejects(as({ publicKey: 'ssh-rsa AAAA' }), refused('key-unusable'));
  await assert.rejects(as({ revoke: [signerNamed('nobody').fingerprint] }), refused('key-unusable'));
  const everything = [...lost, fresh.fingerprint];
  await assert.rejects(as({ revoke: everything }), refused('key-unusable'), 'the new key is on no roster yet');
  assert.equal(await headOf(folder), before, 'nothing was written');
});

const run = (...words: readonly string[]) =>
  spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'electron/recover/recoverCommand.ts', ...words],
    {
      cwd: projectRoot,
      encoding: 'utf8',
    },
  );

test('the command recovers a bare ledger with the root key’s file, and says what it wants', async (t) => {
  const { folder } = await createRepository(t, { people: twoAdmins });
  const keys = mkdtempSync(join(tmpdir(), 'tidegate-root-'));
  t.after(() => rmSync(keys, { recursive: true, force: true }));
  writeKey(join(keys, 'root'), privateKeyOf(createHash('sha256').update('tidegate test key root').digest()), 'root');
  writeFileSync(join(keys, 'new.pub'), `${fresh.publicKey} ada@new\n`);
  assert.equal(run('--board', folder).status, 64);
  const words = ['--board', folder, '--root', join(keys, 'root'), '--admin', 'newcomer', '--name', 'New Admin'];
  const done = run(
    ...words,
    '--key',
    join(keys, 'new.pub'),
    ...[...lost, ...lost].flatMap((each) => ['--revoke', each]),
  );
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stdout, /1 can sign as admin now/);
  const board = await boardIn(folder);
  assert.equal(board.roster.people.find(({ person }) => person === 'newcomer')?.name, 'New Admin');
  const again = run(...words, '--key', signerNamed('carl').publicKey);
  assert.equal(again.status, 1);
  assert.match(again.stderr, /key-known/);
});
