import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { TidegateError } from '../../../shared/errors.ts';

/** Words that hurt programs which trust what they read. */
export const nastyWord = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  'then',
  '\u0000',
  '\u202e',
  '\ud800',
  '\ufeff',
  '-1',
  '1e999',
  '../../x',
  'x'.repeat(5_000),
);
export const hostileText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), nastyWord);
/** JSON that fast-check would not think of: names of the prototype, functions' names with values that are none. */
export const anyValue = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    hostileText,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('any'), { maxLength: 5 }),
  object: fc
    .array(fc.tuple(fc.oneof(nastyWord, fc.string()), tie('any')), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries)),
})).any;

/** Runs it; a refusal in the project's own words is as good as an answer. */
export function sound(act: () => unknown): void {
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof TidegateError, `${String(error)}\n${error instanceof Error ? error.stack : ''}`);
  }
  assert.equal(
    Object.getOwnPropertyNames(Object.prototype).length,
    before,
    'the prototype of all objects is as it was',
  );
}
