import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { LedgerId } from '../ids.ts';

/** 2,048 words are 11 bits each: six of them are 66. */
const WORDS = 6;
const BITS = 11;
/** No two words of the list begin with the same four letters. */
const ENOUGH = 4;

/**
 * Six words that two people read to each other before a key is let in. They follow from the ledger and the public key,
 * so that a key somebody else sent under the same name has other words.
 */
export function sixWords(ledger: LedgerId, publicKey: string): readonly string[] {
  const hash = sha256(utf8ToBytes(`tidegate enrolment\n${ledger}\n${publicKey}`));
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from(
    { length: WORDS },
    (_, n) => wordlist[Number.parseInt(bits.slice(n * BITS, (n + 1) * BITS), 2)] ?? '',
  );
}

export interface Heard {
  /** All six are those of the key. */
  readonly agrees: boolean;
  /** Which of them are no words of the list at all, from 0: misheard or mistyped. */
  readonly strange: readonly number[];
}

/** Are these the six words? Case, commas and spaces do not matter, and four letters name a word. */
export function hear(said: string, ledger: LedgerId, publicKey: string): Heard {
  const heard = wordsIn(said);
  const wanted = sixWords(ledger, publicKey);
  const strange = heard.flatMap((word, n) => (wordlist.some((known) => isSame(word, known)) ? [] : [n]));
  const agrees = heard.length === WORDS && wanted.every((word, n) => isSame(heard[n] ?? '', word));
  return { agrees, strange };
}

/** The single words of what somebody typed. */
export function wordsIn(said: string): readonly string[] {
  return said.toLowerCase().match(/[a-z]+/g) ?? [];
}

function isSame(heard: string, word: string): boolean {
  return heard === word || (heard.length === ENOUGH && word.startsWith(heard));
}
