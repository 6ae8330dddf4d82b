import { createHash, sign as signBytes, verify as verifyBytes, type KeyObject } from 'node:crypto';
import type { Fingerprint } from '../../shared/ids.ts';
import type { VerifySignature } from '../../shared/ledger/line.ts';
import type { Sign } from '../../shared/record/seal.ts';
import { blobOfLine, fingerprintOf, KEY_TYPE, keyBlob, publicKeyOf, rawOfBlob, rawPublicKey } from './ed25519.ts';
import { readWire, wireNumber, wireString } from './sshWire.ts';

const MAGIC = 'SSHSIG';
const VERSION = 1;
const HASH = 'sha512';

/** A key that can sign, with the public half as records and `allowed_signers` files write it. */
export interface Signer {
  /** `ssh-ed25519 AAAA…` without a comment. */
  readonly publicKey: string;
  readonly fingerprint: Fingerprint;
  readonly sign: Sign;
}

/** Signs as `ssh-keygen -Y sign` does; the signature is the armour's base64 on one line. */
export function createSigner(key: KeyObject): Signer {
  const blob = keyBlob(rawPublicKey(key));
  const sign: Sign = (namespace, message) => {
    const signature = signBytes(null, toBeSigned(namespace, message), key);
    const wrapped = Buffer.concat([wireString(KEY_TYPE), wireString(signature)]);
    const parts = [wireString(blob), wireString(namespace), wireString(''), wireString(HASH), wireString(wrapped)];
    return Buffer.concat([Buffer.from(MAGIC), wireNumber(VERSION), ...parts]).toString('base64');
  };
  return { publicKey: `${KEY_TYPE} ${blob.toString('base64')}`, fingerprint: fingerprintOf(blob), sign };
}

/** Keys seen lately; building one costs a fifth of a verification. Bounded, and never a source of trust. */
const knownKeys = new Map<string, { readonly blob: Buffer; readonly key: KeyObject }>();
const KNOWN_KEYS_MAX = 10_000;

function keyOf(publicKey: string): { readonly blob: Buffer; readonly key: KeyObject } | null {
  const known = knownKeys.get(publicKey);
  if (known) return known;
  const blob = blobOfLine(publicKey);
  const raw = blob && rawOfBlob(blob);
  if (!blob || !raw) return null;
  if (knownKeys.size >= KNOWN_KEYS_MAX) knownKeys.clear();
  const made = { blob, key: publicKeyOf(raw) };
  knownKeys.set(publicKey, made);
  return made;
}

/**
 * Is this SSHSIG by this key, for this namespace, over this message?
 *
 * Only Ed25519 with SHA-512, the exact key, no reserved bytes and nothing behind the end; a malformed
 * signature is simply wrong.
 */
export const verifySshsig: VerifySignature = ({ publicKey, namespace, message, sig }) => {
  const bytes = Buffer.from(sig, 'base64');
  const known = keyOf(publicKey);
  if (!known || bytes.toString('base64') !== sig) return false;
  try {
    const signature = openSshsig(bytes, known.blob, namespace);
    return signature !== null && verifyBytes(null, toBeSigned(namespace, message), known.key, signature);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

function openSshsig(bytes: Buffer, blob: Buffer, namespace: string): Buffer | null {
  const wire = readWire(bytes);
  if (wire.bytes(MAGIC.length).toString('latin1') !== MAGIC || wire.number() !== VERSION) return null;
  if (!wire.string().equals(blob) || wire.string().toString() !== namespace) return null;
  if (wire.string().length > 0 || wire.string().toString('latin1') !== HASH) return null;
  const wrapped = readWire(wire.string());
  if (wire.rest().length > 0 || wrapped.string().toString('latin1') !== KEY_TYPE) return null;
  const signature = wrapped.string();
  return wrapped.rest().length === 0 && signature.length === 64 ? signature : null;
}

function toBeSigned(namespace: string, message: string): Buffer {
  const hash = createHash(HASH).update(message).digest();
  return Buffer.concat([Buffer.from(MAGIC), wireString(namespace), wireString(''), wireString(HASH), wireString(hash)]);
}
