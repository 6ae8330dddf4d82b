import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { exitCodeOf } from '../../electron/gate/exitCodes.ts';
import { unexplained } from '../../electron/gate/proofs.ts';
import { readArguments } from '../../electron/gate/readArguments.ts';
import { readInstant } from '../../electron/gate/readInstant.ts';
import { safeJson, safeText } from '../../shared/gate/safeText.ts';
import { seed } from '../support/seed.ts';

const hostile = fc.string({
  unit: fc.constantFrom(...'a:#[\n\r\t\u001b\u202e\u2066\u200b\u0085\u2028', '\ud800', '😀'),
});

test('no text reaches a log with anything in it that a log obeys', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const safe = safeText(text);
      assert.doesNotMatch(safe, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|::|##/u);
    }),
    { seed },
  );
});

test('JSON made safe still decodes to the same value', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const safe = safeJson(JSON.stringify({ text }, null, 2));
      assert.deepEqual(JSON.parse(safe), { text });
      assert.doesNotMatch(safe.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|::|##/u);
    }),
    { seed },
  );
});

test('plain words of any language pass unchanged, and long ones are cut', () => {
  assert.equal(safeText('Inventário à Lyon: 50 % · 在庫'), 'Inventário à Lyon: 50 % · 在庫');
  assert.equal(safeText('x'.repeat(500)).length, 401);
});

test('an instant may carry an offset; a day that does not exist is no instant', () => {
  assert.equal(readInstant('2026-11-27T18:00:00Z'), '2026-11-27T18:00:00Z');
  assert.equal(readInstant('2026-11-27T18:00Z'), '2026-11-27T18:00:00Z');
  assert.equal(readInstant('2026-11-27T18:00:00.250+01:00'), '2026-11-27T17:00:00Z');
  for (const text of ['2026-11-27', '2026-11-27T18:00:00', '2026-02-30T00:00:00Z', '2026-11-27T25:00:00Z', 'now'])
    assert.equal(readInstant(text), null, text);
});

test('only a real allow ends in zero', () => {
  const codes = (['allow', 'deny', 'needs-waiver', 'indeterminate'] as const).map((answer) => [
    exitCodeOf({ answer, simulated: false }),
    exitCodeOf({ answer, simulated: true }),
  ]);
  assert.deepEqual(codes, [
    [0, 30],
    [10, 10],
    [11, 11],
    [20, 20],
  ]);
});

test('a merge that the admins accepted explains its own lines and no others', () => {
  const heal = 'abcdef1'.padEnd(40, '0');
  const other = '1234567'.padEnd(40, '0');
  assert.equal(unexplained({ command: '', lines: [heal, other] }, [heal]), 1);
  const log = ['abcdef1', ':100644 000000 a b D\tx', '1234567', ':100644 100644 a b M\ty'];
  assert.equal(unexplained({ command: '', lines: log }, [heal]), 1);
  assert.equal(unexplained({ command: '', lines: log }, []), 2);
});

test('both ways of writing a flag are read', () => {
  const root = `SHA256:${'A'.repeat(43)}`;
  const order = readArguments(['verify', '--ledger=/x', `--root=${root}`]);
  assert.deepEqual(order, { command: 'verify', ledger: '/x', root, commit: null });
});
