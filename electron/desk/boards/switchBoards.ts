import { TidegateError } from '../../../shared/errors.ts';
import { createTurn } from '../turn.ts';
import type { OpenBoard } from './openBoard.ts';

/** Why the board that should be open is not. */
export interface BoardTrouble {
  readonly name: string;
  readonly error: TidegateError;
}

/** The one board that is open, and the way to another. Without a usable board the application still answers. */
export interface BoardSwitch {
  readonly current: () => OpenBoard | null;
  readonly trouble: () => BoardTrouble | null;
  /** Asks the open board; it stays open until the answer is there. @throws TidegateError why there is none */
  readonly ask: <T>(question: (board: OpenBoard) => T | Promise<T>) => Promise<T>;
  /**
   * Opens a board and closes the one before. What cannot be opened leaves the one before open.
   *
   * @throws TidegateError `import-in-progress` while an import runs; why the board cannot be opened
   */
  readonly open: (name: string) => Promise<void>;
  /** Opens it again with what has changed around it: a remote. */
  readonly reopen: () => Promise<void>;
  /** Leaves no board open. @throws TidegateError `import-in-progress` */
  readonly shut: () => Promise<void>;
  /** At the end: as `shut`, an import is asked to stop. */
  readonly close: () => Promise<void>;
}

export function createBoardSwitch(given: {
  readonly compose: (name: string) => Promise<OpenBoard>;
  readonly reportDefect: (call: string, defect: unknown) => void;
  /** Another board is open, or none: everything shown is outdated. */
  readonly onSwitched: (board: OpenBoard | null) => void;
}): BoardSwitch {
  const { reportDefect, onSwitched } = given;
  let current: OpenBoard | null = null;
  let trouble: BoardTrouble | null = null;
  const asked = new Set<Promise<unknown>>();
  /** While the same board is opened again, who asks waits a moment instead of hearing that there is none. */
  let reopening: Promise<unknown> = Promise.resolve();

  const inTurn = createTurn();
  const compose = async (name: string): Promise<OpenBoard> => {
    try {
      return await given.compose(name);
    } catch (error) {
      const refusal = error instanceof TidegateError ? error : new TidegateError('board-unreadable', { board: name });
      if (refusal !== error) reportDefect('boards.open', error);
      if (!current) trouble = { name, error: refusal };
      throw refusal;
    }
  };
  const requireNoImport = (): void => {
    if (current?.jobs.isRunning('import')) throw new TidegateError('import-in-progress');
  };
  const put = async (next: OpenBoard | null): Promise<void> => {
    const before = current;
    current = next;
    if (next) trouble = null;
    onSwitched(next);
    await finish(before);
  };
  /** Who asked the board before still gets its answer. */
  const finish = async (before: OpenBoard | null): Promise<void> => {
    await Promise.allSettled(asked);
    await before?.close();
  };
  /** Two of the same would write one catalogue: the first is closed before the second is made. */
  const renew = async (before: OpenBoard): Promise<void> => {
    current = null;
    await finish(before);
    const next = await compose(before.name).catch((error: unknown) => {
      onSwitched(null);
      throw error;
    });
    await put(next);
  };

  return {
    current: () => current,
    trouble: () => trouble,
    ask: async (question) => {
      await reopening;
      if (!current) throw trouble?.error ?? new TidegateError('no-board');
      const board = current;
      const answer = (async () => question(board))();
      asked.add(answer);
      try {
        return await answer;
      } finally {
        asked.delete(answer);
      }
    },
    open: (name) =>
      inTurn(async () => {
        if (current?.name === name) return;
        requireNoImport();
        await put(await compose(name));
      }),
    reopen: () =>
      inTurn(async () => {
        if (!current) return;
        requireNoImport();
        const renewed = renew(current);
        reopening = renewed.catch(() => undefined);
        await renewed;
      }),
    shut: () =>
      inTurn(async () => {
        requireNoImport();
        trouble = null;
        await put(null);
      }),
    close: () => inTurn(() => put(null)),
  };
}
