import { TidegateError } from '../../../shared/errors.ts';
import type { Progress } from '../jobs.ts';
import { createTurn } from '../turn.ts';
import type { OpenBoard } from './openBoard.ts';

/** Why the board that should be open is not. */
export interface BoardTrouble {
  readonly name: string;
  readonly error: TidegateError;
}

/** The board that is on its way to being open, and how far it is; a total of 0 is not known. */
export interface Opening {
  readonly name: string;
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** The one board that is open, and the way to another. Without a usable board the application still answers. */
export interface BoardSwitch {
  readonly current: () => OpenBoard | null;
  readonly trouble: () => BoardTrouble | null;
  readonly opening: () => Opening | null;
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

/** Progress is told at most this often. */
const TELL_MS = 150;

export function createBoardSwitch(given: {
  readonly compose: (name: string, progress: Progress) => Promise<OpenBoard>;
  readonly reportDefect: (call: string, defect: unknown) => void;
  /** Another board is open, or none: everything shown is outdated. */
  readonly onSwitched: (board: OpenBoard | null) => void;
  /** The board that is being opened has come further. */
  readonly onOpening: () => void;
}): BoardSwitch {
  const { reportDefect, onSwitched, onOpening } = given;
  let current: OpenBoard | null = null;
  let trouble: BoardTrouble | null = null;
  const asked = new Set<Promise<unknown>>();
  let opening: Opening | null = null;
  const closing = new AbortController();
  /** While the first board is opened, or the same again, who asks waits instead of hearing that there is none. */
  let reopening: Promise<unknown> = Promise.resolve();

  const inTurn = createTurn();
  const compose = async (name: string): Promise<OpenBoard> => {
    let toldAt = 0;
    const say: Progress['say'] = (step, done, total) => {
      opening = { name, step, done, total };
      const at = performance.now();
      if (at - toldAt < TELL_MS && done < total) return;
      toldAt = at;
      onOpening();
    };
    opening = { name, step: '', done: 0, total: 0 };
    try {
      return await given.compose(name, { say, signal: closing.signal });
    } catch (error) {
      const refusal = error instanceof TidegateError ? error : new TidegateError('board-unreadable', { board: name });
      if (refusal !== error) reportDefect('boards.open', error);
      if (!current) trouble = { name, error: refusal };
      throw refusal;
    } finally {
      opening = null;
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
    opening: () => opening,
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
    open: (name) => {
      const opened = inTurn(async () => {
        if (current?.name === name) return;
        requireNoImport();
        await put(await compose(name));
      });
      if (!current) reopening = opened.catch(() => undefined);
      return opened;
    },
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
    close: () => {
      closing.abort();
      return inTurn(() => put(null));
    },
  };
}
