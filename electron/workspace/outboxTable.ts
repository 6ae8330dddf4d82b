import type { Database } from 'better-sqlite3';
import type { Ms } from '../../shared/time/instant.ts';
import { readStored } from './readStored.ts';

export interface OutboxFile {
  readonly path: string;
  readonly text: string;
}

/** One action: the records it signed, waiting to become a commit. Deleting the row undoes the action. */
export interface OutboxRow {
  readonly row: number;
  /** What was done, for the undo line: `approve`, `submit`. */
  readonly what: string;
  /** The change or window it speaks of. */
  readonly subject: string | null;
  readonly author: string;
  readonly files: readonly OutboxFile[];
  readonly at: Ms;
  readonly sendAfter: Ms;
  /** Why it does not count any more; such a row is kept and not sent. */
  readonly problem: string | null;
}

export interface OutboxTable {
  /** In the order in which they were done. */
  readonly list: (board: string) => readonly OutboxRow[];
  /** On return the action has happened, whatever happens to the process. */
  readonly add: (board: string, row: Omit<OutboxRow, 'row' | 'problem'>) => number;
  readonly remove: (rows: readonly number[]) => void;
  readonly setProblem: (row: number, problem: string | null) => void;
}

export function createOutboxTable(db: Database): OutboxTable {
  const list = db.prepare<[string], Omit<OutboxRow, 'files'> & { files: string }>(
    'SELECT row, what, subject, author, files, at, send_after AS sendAfter, problem FROM outbox WHERE board = ? ORDER BY row',
  );
  const add = db.prepare(
    `INSERT INTO outbox (board, what, subject, author, files, at, send_after)
     VALUES (@board, @what, @subject, @author, @files, @at, @sendAfter)`,
  );
  const remove = db.prepare<[number]>('DELETE FROM outbox WHERE row = ?');
  const setProblem = db.prepare<[string | null, number]>('UPDATE outbox SET problem = ? WHERE row = ?');
  const removeAll = db.transaction((rows: readonly number[]) => rows.forEach((row) => remove.run(row)));
  return {
    list: (board) =>
      list.all(board).map((row) => {
        const files = readStored<OutboxFile[]>(row.files);
        // What cannot be read is kept for its owner to see and to drop; it is never sent.
        return Array.isArray(files) ? { ...row, files } : { ...row, files: [], problem: 'not-json' };
      }),
    add: (board, row) => Number(add.run({ ...row, board, files: JSON.stringify(row.files) }).lastInsertRowid),
    remove: (rows) => removeAll(rows),
    setProblem: (row, problem) => void setProblem.run(problem, row),
  };
}
