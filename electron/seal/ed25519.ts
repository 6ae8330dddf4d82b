import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { TidegateError } from '../../shared/errors.ts';
import type { Fingerprint } from '../../shared/ids.ts';
import { readWire, wireString } from './sshWire.ts';

export const KEY_TYPE = 'ssh-ed25519';
/** DER headers of RFC 8410: what stands before the 32 raw bytes of a private and of a public key. */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');

/** The private key that 32 secret bytes stand for. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new TidegateError('key-unusable', { bytes: seed.length });
  return createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' });
}

/** A fresh key from the system's own chance. */
export function newPrivateKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

export function seedOf(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE_DER.length, PRIVATE_DER.length + 32);
}

/** The 32 raw bytes of the public half. */
export function rawPublicKey(key: KeyObject): Buffer {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return half.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length);
}

export function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([PUBLIC_DER, raw]), format: 'der', type: 'spki' });
}

/** The SSH wire form of a public key. */
export function keyBlob(raw: Uint8Array): Buffer {
  return Buffer.concat([wireString(KEY_TYPE), wireString(raw)]);
}

/** The wire bytes of an `ssh-ed25519 AAAA…` line; null for any other text. A comment is ignored. */
export function blobOfLine(publicKey: string): Buffer | null {
  const [type, encoded = ''] = publicKey.trim().split(' ');
  const blob = Buffer.from(encoded, 'base64');
  if (type !== KEY_TYPE || blob.toString('base64') !== encoded || rawOfBlob(blob) === null) return null;
  return blob;
}

/** The 32 raw bytes inside a wire-form public key; null unless it is exactly an Ed25519 key. */
export function rawOfBlob(blob: Buffer): Buffer | null {
  if (blob.length !== 51) return null;
  const wire = readWire(blob);
  if (wire.string().toString('latin1') !== KEY_TYPE) return null;
  const raw = wire.string();
  return raw.length === 32 ? raw : null;
}

/** OpenSSH's `SHA256:` fingerprint. */
export function fingerprintOf(blob: Uint8Array): Fingerprint {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
