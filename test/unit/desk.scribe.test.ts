import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Acting } from '../../electron/desk/acting.ts';
import type { BoardModel } from '../../electron/desk/boardModel.ts';
import { createScribe, type Scribe, type Statement } from '../../electron/desk/scribe.ts';
import type { Workspace } from '../../electron/workspace/openWorkspace.ts';
import { TidegateError } from '../../shared/errors.ts';
import { requestOf } from '../support/ledgerBodies.ts';
import { signerNamed } from '../support/ledgerPeople.ts';

const NOW = Date.parse('2026-11-17T09:00:00Z');
const request: Statement = { kind: 'request', body: requestOf({}) };

const failing = (error: Error | undefined) => (): never => {
  throw error ?? new Error('not asked');
};

/** A scribe for whom the board, or the desk's keyring, fails in this way. */
function scribeWhere(fails: { readonly board?: Error; readonly key?: Error }): Scribe {
  const { fingerprint, publicKey } = signerNamed('rita');
  const key = () => ({ fingerprint, publicKey, place: 'private-file', sign: () => '' }) as const;
  return createScribe({
    model: {
      board: () => ({ ledger: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }),
      judgeAhead: failing(fails.board),
      boardAhead: failing(fails.board),
    } as unknown as BoardModel, // all that is asked
    acting: { person: fails.key ? failing(fails.key) : () => 'rita', key } as unknown as Acting, // all that is asked
    workspace: {} as Workspace, // nothing is kept
    boardName: 'board',
    now: () => NOW,
    seen: () => 'a'.repeat(40),
    requireClock: () => undefined,
    onSaid: () => undefined,
    onSealed: () => undefined,
    reportDefect: () => undefined,
  });
}

test('what nobody may sign here, and what the board cannot say, is refused', () => {
  const refusals = [
    { key: new TidegateError('not-a-member') },
    { key: new TidegateError('key-unusable') },
    { board: new TidegateError('board-unreadable') },
  ];
  for (const fails of refusals) {
    const scribe = scribeWhere(fails);
    assert.equal(scribe.standing(request), 'refused');
    assert.equal(scribe.foresee(request), null);
  }
});

test('a defect on the way to an answer is no refusal', () => {
  for (const defect of [new TypeError('of undefined'), new TidegateError('unexpected')]) {
    const scribe = scribeWhere({ board: defect });
    assert.throws(() => scribe.standing(request), defect);
    assert.throws(() => scribe.foresee(request), defect);
  }
});
