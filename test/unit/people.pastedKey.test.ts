import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { keyOf, readPastedKey } from '../../shared/people/pastedKey.ts';
import { memberKey } from '../../shared/record/body/rosterBody.ts';
import { keyNamed, member } from '../support/ledgerPeople.ts';

const revoked = { after: 'c'.repeat(40), reason: '' };
const members = [
  member('pipe', ['pipeline'], { name: 'Deploy', keys: [keyNamed('old', { revoked }), keyNamed('new')] }),
];
const { publicKey, fingerprint } = keyNamed('free');

test('a public key is read with or without its comment and the blanks around it', () => {
  for (const text of [publicKey, `  ${publicKey} runner@newark\n`, publicKey.replace(' ', '   ')])
    assert.deepEqual(readPastedKey(text, members), { is: 'free', publicKey, fingerprint });
  assert.deepEqual(readPastedKey('  ', members), { is: 'nothing' }, 'nothing yet is no mistake');
});

test('what cannot come onto the roster says why', () => {
  const [holder] = members;
  assert.deepEqual(readPastedKey(keyNamed('new').publicKey, members), { is: 'held', holder });
  assert.deepEqual(readPastedKey(keyNamed('old').publicKey, members), { is: 'revoked', holder });
  const strange = {
    '-----BEGIN OPENSSH PRIVATE KEY-----b3BlbnNz': 'private-key',
    'ssh-rsa AAAAB3NzaC1yc2E me@here': 'other-kind',
    'sk-ssh-ed25519@openssh.com AAAA': 'other-kind',
    [publicKey.slice(0, -4)]: 'cut-off',
    'ssh-ed25519': 'cut-off',
    'SHA256:something': 'no-key',
  };
  for (const [text, is] of Object.entries(strange)) assert.deepEqual(readPastedKey(text, members), { is });
});

test('whatever is pasted, what is called free could be signed', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String({ minLength: 68, maxLength: 68 }).map((text) => `ssh-ed25519 ${text}`),
    fc.constantFrom(publicKey, keyNamed('other').publicKey),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const pasted = readPastedKey(text, members);
      if (pasted.is === 'free') memberKey.parse(keyOf(pasted, 'runner'));
    }),
  );
});
