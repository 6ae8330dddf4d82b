import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { newPrivateKey } from '../../electron/seal/ed25519.ts';
import { writeKey } from '../../electron/seal/keyFile.ts';
import { openKeyring } from '../../electron/seal/keyring.ts';
import type { KeyStore } from '../../electron/seal/keyStore.ts';
import { readPrivate } from '../../electron/seal/privateFile.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const hasModes = process.platform !== 'win32';

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-keys-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Turns bytes round: a marked fake, so that a test sees that the file does not hold the key itself. */
const turning = (isOpen: () => boolean = () => true): KeyStore => ({
  available: isOpen,
  protect: (text) => Buffer.concat([Buffer.from('fake store:'), Buffer.from(text).toReversed()]),
  reveal: (sealed) => Buffer.from(sealed.subarray(11).toReversed()).toString(),
});

function signs(key: { publicKey: string; sign: (namespace: string, message: string) => string }): boolean {
  const sig = key.sign('tidegate-test', 'said');
  return verifySshsig({ publicKey: key.publicKey, namespace: 'tidegate-test', message: 'said', sig });
}

test('without a key store a key is a file for its owner alone, and is there after a restart', (t) => {
  const folder = join(newFolder(t), 'board');
  const made = openKeyring(folder, null).make('Ann’s laptop / 2');
  assert.equal(made.place, 'private-file');
  assert.ok(signs(made));
  const [name = ''] = readdirSync(folder);
  assert.match(name, /^[A-Za-z0-9-]+$/);
  if (hasModes) {
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
  }
  const [again] = openKeyring(folder, null).keys();
  assert.equal(again?.fingerprint, made.fingerprint);
});

test(
  'a key file that others can read is refused with a word of its own',
  { skip: !hasModes && 'Windows has no file modes' },
  (t) => {
    const folder = newFolder(t);
    const path = join(folder, 'id');
    writeKey(path, newPrivateKey(), 'me');
    for (const mode of [0o640, 0o604, 0o660, 0o644]) {
      chmodSync(path, mode);
      assert.throws(() => readPrivate(path), refused('key-exposed'), mode.toString(8));
      assert.deepEqual(openKeyring(folder, null).keys(), []);
      assert.deepEqual(openKeyring(folder, null).troubles(), [{ file: 'id', code: 'key-exposed' }]);
    }
    assert.ok(readPrivate(path, 'win32').length > 0, 'Windows has rights of its own');
    chmodSync(path, 0o600);
    assert.equal(openKeyring(folder, null).keys().length, 1);
  },
);

test('a key store keeps the private half; a closed one is asked only when something is signed', (t) => {
  const folder = newFolder(t);
  const made = openKeyring(folder, turning()).make('desk');
  assert.equal(made.place, 'key-store');
  assert.ok(signs(made));
  for (const name of readdirSync(folder))
    assert.ok(!readFileSync(join(folder, name)).includes('OPENSSH PRIVATE'), name);
  const closed = openKeyring(
    folder,
    turning(() => false),
  );
  assert.equal(closed.keys()[0]?.fingerprint, made.fingerprint);
  assert.throws(() => closed.keys()[0]?.sign('tidegate-test', 'said'), refused('key-unusable'));
  const strange: KeyStore = { ...turning(), reveal: () => 'nothing of use' };
  assert.throws(() => openKeyring(folder, strange).keys()[0]?.sign('n', 'm'), refused('key-unusable'));
});

test('two keys of one name stand side by side, and what is no key is passed over and named', (t) => {
  const folder = newFolder(t);
  const ring = openKeyring(folder, null);
  const [one, two] = [ring.make('desk'), ring.make('desk')];
  assert.notEqual(one.fingerprint, two.fingerprint);
  writeFileSync(join(folder, 'notes'), 'not a key', { mode: 0o600 });
  const again = openKeyring(folder, null);
  assert.deepEqual(
    new Set(again.keys().map(({ fingerprint }) => fingerprint)),
    new Set([one.fingerprint, two.fingerprint]),
  );
  assert.deepEqual(again.troubles(), [{ file: 'notes', code: 'key-unusable' }]);
});

test('an SSH key stays where it is: used while it is there, refused when another lies in its place', (t) => {
  const [folder, home] = [newFolder(t), newFolder(t)];
  const path = join(home, 'id_ed25519');
  writeKey(path, newPrivateKey(), 'me@here');
  const ring = openKeyring(folder, null);
  const used = ring.useFile(path);
  assert.equal(used.place, 'ssh-file');
  assert.ok(signs(used));
  assert.equal(ring.useFile(path).fingerprint, used.fingerprint, 'twice is once');
  assert.equal(readdirSync(folder).length, 1);
  for (const name of readdirSync(folder)) assert.ok(!readFileSync(join(folder, name)).includes('PRIVATE'));
  rmSync(path);
  rmSync(`${path}.pub`);
  const again = openKeyring(folder, null);
  assert.equal(again.keys()[0]?.fingerprint, used.fingerprint);
  assert.throws(() => again.keys()[0]?.sign('n', 'm'), refused('key-unusable'));
  writeKey(path, newPrivateKey(), 'another');
  assert.throws(() => again.keys()[0]?.sign('n', 'm'), refused('key-unusable'));
  assert.throws(() => ring.useFile(join(home, 'missing')), refused('key-unusable'));
});
