import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { legibleLine } from '../audit/legible.ts';

/** Longer than this a text is cut before it is looked at: nobody reads more, and cleaning costs by the letter. */
const MOST_READ = 2_000;
/** What one line of a record holds. */
const MOST_KEPT = 240;

/** Foreign text as one line of a record: nothing in it acts or hides, and it is no longer than `most`. */
export function cleanLine(text: string, most = MOST_KEPT): string {
  const clean = legibleLine(text.slice(0, MOST_READ));
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most - 1);
  // Half of a surrogate pair would not survive being written.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A foreign identifier as a window's origin keeps it: as it is when it is short and plain, else its digest. */
export function cleanKey(text: string): string {
  const plain = cleanLine(text.trim(), 200);
  return plain === text.trim() && plain !== '' ? plain : digestKey(text);
}

/** An identifier for an entry that has none: what is said about it, digested. */
export function digestKey(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)}`;
}

/** `“like this”`: foreign text inside a sentence of ours. */
export function quoted(text: string): string {
  return `“${cleanLine(text, 80)}”`;
}
