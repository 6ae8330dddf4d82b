import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { hear, sixWords, wordsIn } from '../../shared/people/sixWords.ts';
import { signerNamed } from '../support/ledgerPeople.ts';

const LEDGER = '01KAH000000000000000000001';
const { publicKey } = signerNamed('newcomer');
const other = signerNamed('stranger').publicKey;

test('the words are the first 66 bits of the hash, read another way', () => {
  const hash = createHash('sha256').update(`tidegate enrolment\n${LEDGER}\n${publicKey}`).digest('hex');
  const bits = BigInt(`0x${hash}`) >> 190n;
  const words = [5n, 4n, 3n, 2n, 1n, 0n].map((n) => wordlist[Number((bits >> (n * 11n)) & 2047n)]);
  assert.deepEqual(sixWords(LEDGER, publicKey), words);
});

test('another key, and another board, have other words', () => {
  const words = sixWords(LEDGER, publicKey).join(' ');
  assert.notEqual(sixWords(LEDGER, other).join(' '), words);
  assert.notEqual(sixWords('01KAH000000000000000000002', publicKey).join(' '), words);
});

test('what is heard may be written as people write: case, commas, first four letters', () => {
  const words = sixWords(LEDGER, publicKey);
  const ways = [
    words.join(' '),
    words.join(', ').toUpperCase(),
    `  1. ${words.join('\n  2. ')}  `,
    words.map((word) => word.slice(0, 4)).join('-'),
  ];
  for (const way of ways) assert.deepEqual(hear(way, LEDGER, publicKey), { agrees: true, strange: [] }, way);
});

test('one wrong word, one missing, one too many, or another order: not the words', () => {
  const words = [...sixWords(LEDGER, publicKey)];
  const elsewhere = wordlist.find((word) => !words.includes(word)) ?? '';
  for (let n = 0; n < words.length; n += 1) {
    assert.equal(hear(words.with(n, elsewhere).join(' '), LEDGER, publicKey).agrees, false);
    assert.equal(hear(words.toSpliced(n, 1).join(' '), LEDGER, publicKey).agrees, false);
  }
  assert.equal(hear([...words, elsewhere].join(' '), LEDGER, publicKey).agrees, false);
  assert.equal(hear(words.toReversed().join(' '), LEDGER, publicKey).agrees, false);
  assert.equal(hear('', LEDGER, publicKey).agrees, false);
  assert.equal(hear(sixWords(LEDGER, other).join(' '), LEDGER, publicKey).agrees, false);
});

test('a word that is on no list is named by its place', () => {
  const words = sixWords(LEDGER, publicKey).with(2, 'qwertz');
  assert.deepEqual(hear(words.join(' '), LEDGER, publicKey), { agrees: false, strange: [2] });
});

test('four letters are enough for every word of the list', () => {
  assert.equal(new Set(wordlist.map((word) => word.slice(0, 4))).size, wordlist.length);
  assert.deepEqual(wordsIn('Abandon,ability;  ABLE!'), ['abandon', 'ability', 'able']);
});
