import { TidegateError } from '../../shared/errors.ts';
import type { PersonId } from '../../shared/ids.ts';
import { personName } from '../../shared/ledger/board.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { NewCommit } from '../git/commitStream.ts';
import type { OutboxFile, OutboxRow, OutboxTable } from '../workspace/outboxTable.ts';
import type { BoardModel } from './boardModel.ts';

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
  readonly boardName: string;
  readonly now: () => Ms;
}): DueActions {
  const { model, outbox, boardName, now } = given;
  const waiting = (): readonly OutboxRow[] => outbox.list(boardName).filter(({ problem }) => problem === null);
  const draft: DueActions['draft'] = ({ files, message, author }, at) => ({
    files,
    message,
    // Addresses are no business of the ledger's: the name says who, the signature proves it.
    author: { name: personName(model.board(), author), email: `${author}@tidegate.invalid` },
    at,
  });
  return {
    due: () => inOneCommit(waiting().filter(({ sendAfter }) => sendAfter <= now())),
    nextDue: () => waiting()[0]?.sendAfter ?? null,
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

const CHAIN_COSIGN = /^(ledger|roster|policy)\/cosigns\//;
const CHAIN_REVISION = /^(ledger|roster|policy)\/[^/]+$/;

/**
 * Inside a commit files are judged by path, and a revision's comes before a cosign's: one that follows what an earlier
 * cosign completed goes into the next commit.
 */
function inOneCommit(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  const signs = (row: OutboxRow, shape: RegExp): boolean => row.files.some(({ path }) => shape.test(path));
  const cosign = rows.findIndex((row) => signs(row, CHAIN_COSIGN));
  const after = rows.findIndex((row, n) => cosign >= 0 && n > cosign && signs(row, CHAIN_REVISION));
  return after < 0 ? rows : rows.slice(0, after);
}

function messageOf(rows: readonly OutboxRow[]): string {
  return rows.map(({ what, subject }) => (subject === null ? what : `${what} ${subject}`)).join('\n');
}
