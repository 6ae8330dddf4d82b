import { randomBytes, type KeyObject } from 'node:crypto';
import { TidegateError } from '../../shared/errors.ts';
import { KEY_TYPE, keyBlob, privateKeyOf, rawPublicKey, seedOf } from './ed25519.ts';
import { readWire, wireNumber, wireString, type WireReader } from './sshWire.ts';

const BEGIN = '-----BEGIN OPENSSH PRIVATE KEY-----';
const END = '-----END OPENSSH PRIVATE KEY-----';
const MAGIC = 'openssh-key-v1\0';
/** The private part is padded to this many bytes even without a cipher. */
const BLOCK = 8;

/** Writes a private key as `ssh-keygen` does without a passphrase. */
export function writeOpensshKey(key: KeyObject, comment: string): string {
  const raw = rawPublicKey(key);
  const check = randomBytes(4);
  const halves = Buffer.concat([seedOf(key), raw]);
  const named = [wireString(KEY_TYPE), wireString(raw), wireString(halves), wireString(comment)];
  const inner = Buffer.concat([check, check, ...named]);
  const padding = Buffer.from(Array.from({ length: (BLOCK - (inner.length % BLOCK)) % BLOCK }, (_, n) => n + 1));
  const unlocked = [wireString('none'), wireString('none'), wireString('')];
  const parts = [wireNumber(1), wireString(keyBlob(raw)), wireString(Buffer.concat([inner, padding]))];
  const whole = Buffer.concat([Buffer.from(MAGIC), ...unlocked, ...parts]);
  const lines = whole.toString('base64').match(/.{1,70}/g) ?? [];
  return [BEGIN, ...lines, END, ''].join('\n');
}

/** @throws TidegateError `key-unusable` unless it is one Ed25519 key without a passphrase */
export function readOpensshKey(text: string): KeyObject {
  const [, body] = text.split(BEGIN);
  const encoded = body?.split(END)[0]?.replaceAll(/\s/g, '');
  if (!encoded) throw new TidegateError('key-unusable', { why: 'not an OpenSSH private key' });
  try {
    return privateKeyOf(seedInside(readWire(Buffer.from(encoded, 'base64'))));
  } catch (error) {
    if (error instanceof RangeError) throw new TidegateError('key-unusable', { why: 'cut short' }, error);
    throw error;
  }
}

function seedInside(wire: WireReader): Buffer {
  if (wire.bytes(MAGIC.length).toString('latin1') !== MAGIC)
    throw new TidegateError('key-unusable', { why: 'unknown format' });
  if (wire.string().toString('latin1') !== 'none') throw new TidegateError('key-unusable', { why: 'passphrase' });
  wire.string();
  wire.string();
  if (wire.number() !== 1) throw new TidegateError('key-unusable', { why: 'several keys' });
  const blob = wire.string();
  const inner = readWire(wire.string());
  if (!inner.bytes(4).equals(inner.bytes(4))) throw new TidegateError('key-unusable', { why: 'check bytes' });
  if (inner.string().toString('latin1') !== KEY_TYPE) throw new TidegateError('key-unusable', { why: 'not Ed25519' });
  const raw = inner.string();
  const seed = inner.string().subarray(0, 32);
  if (!keyBlob(raw).equals(blob) || !rawPublicKey(privateKeyOf(seed)).equals(raw))
    throw new TidegateError('key-unusable', { why: 'halves differ' });
  return seed;
}
