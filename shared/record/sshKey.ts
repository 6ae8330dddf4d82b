import { sha256 } from '@noble/hashes/sha2.js';
import type { Fingerprint } from '../ids.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Wire form of an Ed25519 key: its type name, 32 bytes, and two lengths. 51 bytes are 68 letters, no padding. */
const LINE = /^ssh-ed25519 ([A-Za-z0-9+/]{68})$/;
const HEADER = [0, 0, 0, 11, ...[...'ssh-ed25519'].map((letter) => letter.charCodeAt(0)), 0, 0, 0, 32];

/** OpenSSH's fingerprint of an `ssh-ed25519 AAAA…` line; null for any other text. */
export function fingerprintOfLine(publicKey: string): Fingerprint | null {
  const [, encoded] = LINE.exec(publicKey) ?? [];
  if (encoded === undefined) return null;
  const bytes = fromBase64(encoded);
  if (HEADER.some((byte, n) => bytes[n] !== byte)) return null;
  return `SHA256:${toBase64(sha256(Uint8Array.from(bytes)))}`;
}

function fromBase64(text: string): number[] {
  const bytes: number[] = [];
  for (let n = 0; n < text.length; n += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((step) => ALPHABET.indexOf(text.charAt(n + step)));
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return bytes;
}

/** Without padding, as fingerprints are written. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let n = 0; n < bytes.length; n += 3) {
    const [a = 0, b, c] = [bytes[n], bytes[n + 1], bytes[n + 2]];
    text += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    if (b !== undefined) text += ALPHABET.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    if (c !== undefined) text += ALPHABET.charAt(c & 63);
  }
  return text;
}
