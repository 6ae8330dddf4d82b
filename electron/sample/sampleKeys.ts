import { join } from 'node:path';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { PersonId } from '../../shared/ids.ts';
import { privateKeyOf } from '../seal/ed25519.ts';
import { writeKey } from '../seal/keyFile.ts';
import { createSigner, type Signer } from '../seal/sshsig.ts';

/** Signers of a sample board: every member, and `root`. */
export type SampleKeys = ReadonlyMap<PersonId | 'root', Signer>;

/**
 * The keys of a sample board, each derived from the seed so that the same seed gives the same board,
 * written to `folder` as OpenSSH private keys named after their person. They protect nothing: the seed is public.
 */
export function createSampleKeys(seed: string, people: readonly PersonId[], folder: string): SampleKeys {
  return new Map(
    [...people, 'root'].map((name) => {
      const secret = hkdf(sha256, utf8ToBytes(seed), utf8ToBytes('tidegate sample'), utf8ToBytes(name), 32);
      const key = privateKeyOf(secret);
      writeKey(join(folder, name), key, `${name} (Tidegate sample)`);
      return [name, createSigner(key)];
    }),
  );
}
