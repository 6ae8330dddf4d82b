import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateKeyOf } from '../../electron/seal/ed25519.ts';
import { writeOpensshKey } from '../../electron/seal/opensshKey.ts';

/** The private key of `signerNamed(name)` as an OpenSSH file that only its owner may read. */
export function keyFileOf(folder: string, name: string, mode = 0o600): string {
  const path = join(folder, `${name}-${mode.toString(8)}.key`);
  writeFileSync(path, keyTextOf(name), { mode });
  return path;
}

export function keyTextOf(name: string): string {
  return writeOpensshKey(privateKeyOf(createHash('sha256').update(`tidegate test key ${name}`).digest()), name);
}
