import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { judge } from '../../shared/gate/judge.ts';
import { judgeRollback } from '../../shared/gate/judgeRollback.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import { boardCalendar } from '../../shared/ledger/board.ts';
import type { Standing } from '../../shared/ledger/line.ts';
import { createReplay, restoreReplay } from '../../shared/ledger/replay.ts';
import { HOUR_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { AT, first, startChangeBoard } from '../support/differential/changeBoard.ts';
import { deps, readOn, seededAt, type Reader } from '../support/differential/readers.ts';
import { rounds, seed } from '../support/seed.ts';
import { artifact } from '../support/tamper/honestBodies.ts';

function verdictsOf({ replay, filed }: Reader, moments: readonly Ms[]) {
  return moments.flatMap((at) => {
    const board = replay.board(at);
    const source = { commit: '', checkpoint: '', dataAgeMinutes: 0, halt: null, tz: '', sampleAllowed: false };
    const windows = boardCalendar(board, createTopology(board.services.values()));
    const file = assembleChange(first.change, filed, board, at);
    const context = { board, windows, source: { ...source, problems: replay.problems().filter((p) => p.unreadable) } };
    const { change } = first;
    const asked: Question = {
      change,
      environment: 'production',
      digest: artifact,
      at: toInstant(at),
      simulated: false,
    };
    const told = [asked, { ...asked, begins: true, site: 'lyon' }].map((question) => judge(question, file, context));
    return [...told, judgeRollback({ ...asked, begins: true, isRollback: true }, file, [], context)].map((verdict) => ({
      ...verdict,
      reasons: verdict.reasons.map((reason) => JSON.stringify(reason)).toSorted(),
      spans: verdict.spans.map((span) => JSON.stringify(span)).toSorted(),
    }));
  });
}

const reasonsOf = (standings: readonly Standing[]) =>
  standings.map((each) =>
    'filed' in each ? `${each.filed.path} ${each.standing}` : `${each.problem.path} ${each.problem.reason}`,
  );

test('from any checkpoint and from any saved state the verdicts are those of reading everything', () => {
  const step = fc.record({ what: fc.nat(15), by: fc.nat(20), pick: fc.nat(30), back: fc.nat(3), off: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 26 }), fc.nat(100), (steps, where) => {
      const board = startChangeBoard();
      for (const taken of steps) board.take(taken);
      const { commits } = board.line;
      const cut = 2 + (where % (commits.length - 2));
      const whole: Reader = { replay: createReplay(deps), filed: [] };
      readOn(whole, commits.slice(0, cut));
      const kept: Reader = {
        replay: restoreReplay(JSON.parse(JSON.stringify(whole.replay.save())), deps),
        filed: [...whole.filed],
      };
      const seeded = seededAt(commits, cut);
      assert.ok(seeded, 'the checkpoint is accepted');
      const after = reasonsOf(readOn(whole, commits.slice(cut)));
      for (const reader of [kept, seeded]) assert.deepEqual(reasonsOf(readOn(reader, commits.slice(cut))), after);
      const moments = [board.now(), AT - HOUR_MS, AT + HOUR_MS / 2, AT + 2 * HOUR_MS, AT + 30 * HOUR_MS];
      const expected = verdictsOf(whole, moments);
      assert.deepEqual(verdictsOf(kept, moments), expected);
      assert.deepEqual(verdictsOf(seeded, moments), expected);
    }),
    { seed, numRuns: rounds(5, 600) },
  );
});
