import assert from 'node:assert/strict';
import { test } from 'node:test';
import { privateKeyOf } from '../../electron/seal/ed25519.ts';
import { readOpensshKey, writeOpensshKey } from '../../electron/seal/opensshKey.ts';
import { createSigner, verifySshsig } from '../../electron/seal/sshsig.ts';
import { fingerprintOfLine } from '../../shared/record/sshKey.ts';
import { signerNamed } from '../support/ledgerPeople.ts';

const ada = signerNamed('ada');
const given = { publicKey: ada.publicKey, namespace: 'tidegate-window', message: 'text' };
const sig = ada.sign(given.namespace, given.message);

test('a signature speaks for one key, one kind and one text', () => {
  assert.ok(verifySshsig({ ...given, sig }));
  assert.ok(!verifySshsig({ ...given, sig, namespace: 'tidegate-policy' }));
  assert.ok(!verifySshsig({ ...given, sig, message: 'texT' }));
  assert.ok(!verifySshsig({ ...given, sig, publicKey: signerNamed('carl').publicKey }));
  assert.ok(!verifySshsig({ ...given, sig, publicKey: 'ssh-rsa AAAA' }));
});

test('no bit of a signature can be changed', () => {
  const bytes = Buffer.from(sig, 'base64');
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    assert.ok(!verifySshsig({ ...given, sig: flipped.toString('base64') }), `byte ${at}`);
  }
});

test('a signature has one spelling', () => {
  for (const other of ['', 'AAAA', `${sig}\n`, ` ${sig}`, sig.slice(0, -4), `${sig}AAAA`, sig.replaceAll('A', 'B')])
    assert.ok(!verifySshsig({ ...given, sig: other }));
});

test('a private key survives its OpenSSH file, and a damaged file is refused', () => {
  const key = privateKeyOf(Buffer.alloc(32, 7));
  const text = writeOpensshKey(key, 'me');
  assert.equal(createSigner(readOpensshKey(text)).fingerprint, createSigner(key).fingerprint);
  for (const bad of ['', text.replace('OPENSSH', 'RSA'), text.slice(0, 200), text.replace('b3Blbn', 'b3Blbm')])
    assert.throws(() => readOpensshKey(bad), /key-unusable/);
});

test('both rooms compute the same fingerprint', () => {
  assert.equal(fingerprintOfLine(ada.publicKey), ada.fingerprint);
  assert.equal(fingerprintOfLine(`${ada.publicKey} comment`), null);
  assert.equal(fingerprintOfLine(ada.publicKey.replace('AAAAC3', 'AAAAC4')), null);
});
