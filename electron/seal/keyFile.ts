import type { KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { TidegateError } from '../../shared/errors.ts';
import { readOpensshKey, writeOpensshKey } from './opensshKey.ts';
import { createSigner, type Signer } from './sshsig.ts';

/** @throws TidegateError `key-unusable` when the file is missing or not a plain Ed25519 key */
export function readKey(path: string): Signer {
  return createSigner(readOpensshKey(readText(path)));
}

/** Writes the private key (0600) and its public line beside it, never over an existing file; a new folder is 0700. */
export function writeKey(path: string, key: KeyObject, comment: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, writeOpensshKey(key, comment), { mode: 0o600, flag: 'wx' });
  writeFileSync(`${path}.pub`, `${createSigner(key).publicKey} ${comment}\n`, { mode: 0o644 });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new TidegateError('key-unusable', { why: 'unreadable' }, error);
  }
}
