import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OpenBoard } from '../../electron/desk/boards/openBoard.ts';
import { createBoardSwitch } from '../../electron/desk/boards/switchBoards.ts';
import { TidegateError } from '../../shared/errors.ts';

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
