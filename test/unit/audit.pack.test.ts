import assert from 'node:assert/strict';
import { test } from 'node:test';
import { legible, legibleLine } from '../../shared/audit/legible.ts';
import { periodWords, spanWords } from '../../shared/audit/packWords.ts';
import { wrapText } from '../../electron/audit/wrapText.ts';

const wide = (text: string) => text.length;
const at = (text: string) => Date.parse(text);
const span = (zone: string, endWall = '2026-11-02T19:30') =>
  ({ window: 'w', effect: 'freeze', start: 0, end: 1, startWall: '2026-11-02T14:00', endWall, zone }) as const;

test('characters that act without being seen are written out', () => {
  assert.equal(legible('pay\u202Eeerht\u0007 \u200Bnow'), 'pay<U+202E>eerht<U+0007> <U+200B>now');
  assert.equal(legible('a\r\nb\rc\td'), 'a\nb\nc    d');
  assert.equal(legible('\uD800 \u00A0|\u2028'), '<U+D800>  |<U+2028>');
  assert.equal(legible('Grüße, naïve café, Łódź, €5'), 'Grüße, naïve café, Łódź, €5');
  assert.equal(legibleLine(' two\n lines '), 'two lines');
});

test('lines fit, words longer than a line are broken, no character is lost', () => {
  assert.deepEqual(wrapText('one two three', 7, wide), ['one two', 'three']);
  assert.deepEqual(wrapText('abcdefghij kl', 4, wide), ['abcd', 'efgh', 'ij', 'kl']);
  assert.deepEqual(wrapText('a\n\nb', 4, wide), ['a', '', 'b']);
  for (const width of [1, 2, 3, 5, 8, 13]) {
    const text = 'A reason  with spaces and averyveryverylongword, twice';
    const lines = wrapText(text, width, wide);
    assert.ok(lines.every((line) => line.length <= width));
    assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
  }
});

test('a period of whole days names its last day', () => {
  const november = { start: at('2026-10-31T23:00:00Z'), end: at('2026-11-30T23:00:00Z') };
  assert.equal(periodWords(november, 'Europe/Paris'), 'Sun 1 Nov 2026 through Mon 30 Nov 2026');
  assert.equal(
    periodWords({ start: november.start, end: november.start + 86_400_000 }, 'Europe/Paris'),
    'Sun 1 Nov 2026',
  );
  assert.equal(periodWords(november, 'UTC'), 'Sat 31 Oct 2026, 23:00 to Mon 30 Nov 2026, 23:00');
});

test('the same wall clock at several places is said once', () => {
  assert.deepEqual(spanWords([span('Europe/Paris'), span('Europe/London')]), [
    'Mon 2 Nov 2026, 14:00 to 19:30 Paris and London',
  ]);
  assert.deepEqual(
    spanWords([
      span('Europe/Paris'),
      span('Europe/London'),
      span('Asia/Kolkata'),
      span('Europe/Paris', '2026-11-03T06:00'),
    ]),
    ['Mon 2 Nov 2026, 14:00 to 19:30 on the clocks of 3 zones', 'Mon 2 Nov 2026, 14:00 to Tue 3 Nov 2026, 06:00 Paris'],
  );
});
