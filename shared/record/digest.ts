import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Digest } from '../ids.ts';

/** Which bytes are these? SHA-256 over the UTF-8 of `text`; a record's digest is that of its whole file. */
export function digestOf(text: string): Digest {
  return digestOfBytes(utf8ToBytes(text));
}

export function digestOfBytes(bytes: Uint8Array): Digest {
  return `sha256:${bytesToHex(sha256(bytes))}`;
}
