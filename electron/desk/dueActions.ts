import { TidegateError } from '../../shared/errors.ts';
import type { PersonId } from '../../shared/ids.ts';
import { personName } from '../../shared/ledger/board.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { NewCommit } from '../git/commitStream.ts';
import type { OutboxFile, OutboxRow, OutboxTable } from '../workspace/outboxTable.ts';
import type { BoardModel } from './boardModel.ts';
import { inOneCommit } from './inOneCommit.ts';
import { ofLostNumber } from './lostNumbers.ts';
import type { Renumberings } from './renumberings.ts';

/** A commit of this desk's own. */
export interface OwnCommit {
  readonly files: readonly OutboxFile[];
  readonly message: string;
  readonly author: PersonId;
}

/** Signed actions on their way to the line, and the commits they become. */
export interface DueActions {
  /** Those whose time for undo is over and that still count, in the order in which they were done. */
  readonly due: () => readonly OutboxRow[];
  /** When the next action is due; null when none waits. */
  readonly nextDue: () => Ms | null;
  /** One commit for all of them; everything in it follows from the rows, so that a second try makes the same one. */
  readonly draftOf: (rows: readonly OutboxRow[]) => NewCommit | null;
  readonly draft: (commit: OwnCommit, at: Ms) => NewCommit;
  /** Nothing is written behind a break: no reader would take it in. @throws TidegateError `ledger-halted` */
  readonly requireWhole: () => void;
}

export function createDueActions(given: {
  readonly model: BoardModel;
  readonly outbox: OutboxTable;
  readonly renumberings: Renumberings;
  readonly boardName: string;
  readonly now: () => Ms;
}): DueActions {
  const { model, outbox, renumberings, boardName, now } = given;
  const waiting = (): readonly OutboxRow[] => {
    const rows = outbox.list(boardName);
    const isOfLost = ofLostNumber({ model, renumberings, rows });
    return rows.filter(({ problem, files }) => problem === null && !files.some(isOfLost));
  };
  /** What was signed later than now was signed by a clock that has been put right since: it has waited enough. */
  const dueAt = ({ at, sendAfter }: OutboxRow): Ms => (at > now() ? now() : sendAfter);
  const draft: DueActions['draft'] = ({ files, message, author }, at) => ({
    files,
    message,
    // Addresses are no business of the ledger's: the name says who, the signature proves it.
    author: { name: personName(model.board(), author), email: `${author}@tidegate.invalid` },
    at,
  });
  return {
    due: () => inOneCommit(waiting().filter((row) => dueAt(row) <= now())),
    nextDue: () => {
      const [first] = waiting();
      return first ? dueAt(first) : null;
    },
    draft,
    draftOf: (rows) => {
      const last = rows.at(-1);
      if (!last) return null;
      return draft(
        { files: rows.flatMap(({ files }) => files), message: messageOf(rows), author: last.author },
        last.at,
      );
    },
    requireWhole: () => {
      const halt = model.replay().halt();
      if (halt) throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
    },
  };
}

function messageOf(rows: readonly OutboxRow[]): string {
  return rows.map(({ what, subject }) => (subject === null ? what : `${what} ${subject}`)).join('\n');
}
