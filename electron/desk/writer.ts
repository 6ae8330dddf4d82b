import { personName } from '../../shared/ledger/board.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId, PersonId } from '../../shared/ids.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { OutboxFile, OutboxRow, OutboxTable } from '../workspace/outboxTable.ts';
import type { BoardModel } from './boardModel.ts';
import type { LedgerGit } from './ledgerGit.ts';

/** The only one that moves the branch: turns due actions, and whole imports, into commits. */
export interface Writer {
  /** Sends every action whose time for undo is over; one commit for all of them. */
  readonly sendDue: () => Promise<void>;
  /** One commit now, behind whatever is being written. Returns once the board knows it. */
  readonly commit: (given: {
    readonly files: readonly OutboxFile[];
    readonly message: string;
    readonly author: PersonId;
  }) => Promise<CommitId>;
  /** Is this action being written at this moment, so that undo comes too late? */
  readonly isSending: (row: number) => boolean;
  /** When the next action is due; null when none waits. */
  readonly nextDue: () => Ms | null;
}

export function createWriter(given: {
  readonly git: LedgerGit;
  readonly model: BoardModel;
  readonly outbox: OutboxTable;
  readonly boardName: string;
  readonly now: () => Ms;
}): Writer {
  const { git, model, outbox, boardName, now } = given;
  let sending: readonly number[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const next = queue.then(act, act);
    queue = next.catch(() => undefined);
    return next;
  };
  const waiting = (): readonly OutboxRow[] => outbox.list(boardName).filter(({ problem }) => problem === null);

  /** Nothing is written behind a break: no reader would take it in. */
  const requireWhole = (): void => {
    const halt = model.replay().halt();
    if (halt) throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
  };
  const write = async (files: readonly OutboxFile[], message: string, author: PersonId, at: Ms): Promise<CommitId> => {
    // Addresses are no business of the ledger's: the name says who, the signature proves it.
    const by = { name: personName(model.board(), author), email: `${author}@tidegate.invalid` };
    requireWhole();
    const commit = await git.write({ parent: await git.head(), files, message, author: by, at });
    await model.refresh();
    return commit;
  };

  return {
    sendDue: () =>
      inTurn(async () => {
        // A row that is on the line already was committed before a crash: refresh deletes it.
        await model.refresh();
        const due = waiting().filter(({ sendAfter }) => sendAfter <= now());
        const last = due.at(-1);
        if (!last || model.replay().halt()) return;
        const files = due.flatMap((row) => row.files);
        // Everything in the commit follows from the rows, so that sending again makes the same one.
        sending = due.map(({ row }) => row);
        try {
          await write(files, messageOf(due), last.author, last.at);
        } finally {
          sending = [];
        }
      }),
    commit: ({ files, message, author }) => inTurn(() => write(files, message, author, now())),
    isSending: (row) => sending.includes(row),
    nextDue: () => waiting()[0]?.sendAfter ?? null,
  };
}

function messageOf(rows: readonly OutboxRow[]): string {
  return rows.map(({ what, subject }) => (subject === null ? what : `${what} ${subject}`)).join('\n');
}
