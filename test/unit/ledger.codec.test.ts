import assert from 'node:assert/strict';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { canonical } from '../../shared/record/canonical.ts';
import { decodeFile } from '../../shared/record/codec.ts';
import { changeFolder, identifyPath, pathOf } from '../../shared/record/layout.ts';
import { CHANGE, requestOf, windowOf } from '../support/ledgerBodies.ts';
import { startLine } from '../support/ledgerLine.ts';
import { signedText } from '../support/signedText.ts';
import { rounds, seed } from '../support/seed.ts';

const line = startLine();
const window = line.sign('window', windowOf(), { by: 'bruno' });

function reasonFor(text: string, path = window.path): string {
  const decoded = decodeFile(path, text);
  return decoded.ok ? 'ok' : decoded.reason;
}

test('a sealed record is read back as it was written', () => {
  const decoded = decodeFile(window.path, window.text);
  assert.ok(decoded.ok);
  assert.deepEqual(decoded.record, window.record);
  assert.equal(decoded.digest, window.digest);
  assert.equal(decoded.signedText, signedText(window.record));
});

const reordered = `{"kind":${JSON.stringify('window')},${window.text.slice(1).replace(',"kind":"window"', '')}`;
const otherForms: readonly (readonly [string, string, string])[] = [
  ['a byte-order mark', `\uFEFF${window.text}`, 'not-json'],
  ['CRLF', window.text.replace('\n', '\r\n'), 'bytes-differ'],
  ['no newline at the end', window.text.trimEnd(), 'bytes-differ'],
  ['a second newline', `${window.text}\n`, 'bytes-differ'],
  ['a space after a comma', window.text.replace(',"', ', "'), 'bytes-differ'],
  ['another order of keys', reordered, 'bytes-differ'],
  ['a duplicate key', window.text.replace('{"body"', '{"id":"x","body"'), 'bytes-differ'],
  ['an escaped letter', window.text.replace('Black', '\\u0042lack'), 'bytes-differ'],
  ['a prototype key', window.text.replace('"closedOutside"', '"__proto__":{},"closedOutside"'), 'bytes-differ'],
  ['two records in one file', window.text + window.text, 'not-json'],
  ['an array around it', `[${window.text.trim()}]\n`, 'schema'],
  ['nothing', '', 'not-json'],
  ['a field too many', window.text.replace('"edge"', '"eager":1,"edge"'), 'schema'],
  ['a constructor key', window.text.replace('"edge"', '"constructor":1,"edge"'), 'schema'],
];
for (const [what, text, reason] of otherForms)
  test(`a record file with ${what} is set aside`, () => {
    assert.notEqual(text, window.text);
    assert.equal(reasonFor(text), reason);
  });

test('numbers have one form', () => {
  for (const form of ['1.0', '1e0', '01', '-0', '9007199254740993', '0.5'])
    assert.notEqual(reasonFor(window.text.replace('"closedOutside":false', `"closedOutside":${form}`)), 'ok', form);
});

test('characters that jq and RFC 8785 write differently are refused', () => {
  for (const value of ['\u007f', '\ud800', 'x\udc00']) assert.throws(() => canonical({ a: value }), /record-malformed/);
  assert.throws(() => canonical({ é: 1 }), /record-malformed/);
  assert.throws(() => canonical({ a: 0.5 }), /record-malformed/);
  assert.throws(() => canonical({ a: 2 ** 53 }), /record-malformed/);
});

test('nesting without end is refused before it exhausts the stack', () => {
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  assert.equal(reasonFor(`${deep}\n`), 'bytes-differ');
});

test('a record counts only at the path that its content gives', () => {
  assert.equal(reasonFor(window.text, window.path.replace('black-friday', 'white-friday')), 'path-differs');
  assert.equal(reasonFor(window.text, 'README.md'), 'path-differs');
  const request = line.sign('request', requestOf(), { by: 'rita' });
  assert.equal(request.path, `changes/2026/7K/${CHANGE}/request/${request.record.id}.json`);
  assert.equal(identifyPath(request.path.replace('/7K/', '/7X/')), null);
  assert.equal(identifyPath(`${changeFolder(CHANGE)}/request/../x.json`), null);
});

test('every path says the kind and subject that lead back to it', () => {
  for (const sealed of [window, line.sign('request', requestOf(), { by: 'rita' })])
    assert.deepEqual(identifyPath(pathOf(sealed.record))?.kind, sealed.record.kind);
  assert.deepEqual(identifyPath('ledger/quarantines/01KAH000000000000000000001.json')?.kind, 'quarantine');
  assert.deepEqual(identifyPath('roster/cosigns/01KAH000000000000000000001.json')?.kind, 'cosign');
});

test('our canonical form is RFC 8785 for every value it accepts', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme' }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('any'), { maxLength: 4 }),
    object: fc.dictionary(fc.string({ unit: 'grapheme-ascii', maxLength: 8 }), tie('any'), { maxKeys: 5 }),
  })).any;
  fc.assert(
    fc.property(value, (given) => {
      let ours: string;
      try {
        ours = canonical(given);
      } catch {
        return;
      }
      assert.equal(ours, canonicalize(given));
    }),
    { seed, numRuns: rounds(400, 20_000) },
  );
});

test('a bit flipped anywhere in a record never leaves another record that decodes to the same digest', () => {
  const bytes = Buffer.from(window.text);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      const decoded = decodeFile(window.path, flipped.toString());
      assert.ok(!decoded.ok || decoded.digest !== window.digest);
    }),
    { seed, numRuns: rounds(600, 20_000) },
  );
});

test('hostile text never makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.jsonValue().map((v) => `${JSON.stringify(v)}\n`),
      ),
      (text) => {
        assert.ok(!decodeFile(window.path, text).ok);
      },
    ),
    { seed, numRuns: rounds(500, 20_000) },
  );
});
