import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createJoining } from '../../electron/desk/boards/joining.ts';
import type { OpenBoard } from '../../electron/desk/boards/openBoard.ts';
import { createBoardSwitch } from '../../electron/desk/boards/switchBoards.ts';
import type { Jobs, Progress } from '../../electron/desk/jobs.ts';
import { TidegateError } from '../../shared/errors.ts';
import { foundedDesk } from '../support/deskPair.ts';

const boardNamed = (name: string) =>
  ({ name, jobs: { isRunning: () => false }, close: async () => undefined }) as unknown as OpenBoard; // all that is asked

test('a board that cannot be opened again is shown to be gone', async () => {
  const told: (string | null)[] = [];
  let isDamaged = false;
  const boards = createBoardSwitch({
    compose: async (name) => {
      if (isDamaged) throw new TidegateError('ledger-damaged', {});
      return boardNamed(name);
    },
    reportDefect: () => undefined,
    onOpening: () => undefined,
    onSwitched: (board) => void told.push(board?.name ?? null),
  });
  await boards.open('harbour');
  isDamaged = true;
  await assert.rejects(boards.reopen(), /ledger-damaged/);
  assert.deepEqual(told, ['harbour', null]);
  assert.equal(boards.trouble()?.name, 'harbour');
  await assert.rejects(
    boards.ask(() => null),
    /ledger-damaged/,
  );
});

test('a joining that is cancelled at its very last step leaves nothing behind', async (t) => {
  const { home, ledger, now } = await foundedDesk(t);
  const abort = new AbortController();
  const works: Promise<unknown>[] = [];
  const say: Progress['say'] = (step, done, total) => {
    if (step === 'Checking signatures' && done === total) abort.abort();
  };
  const start: Jobs['start'] = (_kind, _title, work) => {
    works.push(work({ signal: abort.signal, say }));
    return 'job';
  };
  const jobs = { start } as Jobs; // all that is asked
  createJoining({ home, jobs, now }).start(ledger, null);
  await assert.rejects(works[0] ?? Promise.resolve(), { name: 'AbortError' });
  assert.deepEqual(
    readdirSync(join(home, 'boards')).filter((name) => name.startsWith('.')),
    [],
  );
});
