import type { Database } from 'better-sqlite3';
import type { ChangeDraft, DraftView } from '../../shared/api/changeCalls.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { readStored } from './readStored.ts';

/** Requests that are being written. Nobody else sees them. */
export interface DraftTable {
  /** Newest edit first. */
  readonly list: (board: string) => readonly DraftView[];
  readonly read: (board: string, draft: string) => DraftView | null;
  readonly save: (board: string, draft: DraftView) => void;
  /** Says whether there was one. */
  readonly discard: (board: string, draft: string) => boolean;
}

interface Row {
  readonly draft: string;
  readonly change: string | null;
  readonly body: string;
  readonly editedAt: Ms;
}

export function createDraftTable(db: Database): DraftTable {
  const columns = 'draft, change_id AS change, body, edited_at AS editedAt';
  const list = db.prepare<[string], Row>(`SELECT ${columns} FROM draft WHERE board = ? ORDER BY edited_at DESC, draft`);
  const read = db.prepare<[string, string], Row>(`SELECT ${columns} FROM draft WHERE board = ? AND draft = ?`);
  const save = db.prepare(
    `INSERT OR REPLACE INTO draft (draft, board, change_id, body, edited_at)
     VALUES (@draft, @board, @change, @body, @editedAt)`,
  );
  const discard = db.prepare<[string, string]>('DELETE FROM draft WHERE board = ? AND draft = ?');
  return {
    list: (board) => list.all(board).flatMap((row) => toView(row) ?? []),
    read: (board, draft) => {
      const row = read.get(board, draft);
      return row ? toView(row) : null;
    },
    save: (board, draft) => void save.run({ ...draft, board, body: JSON.stringify(draft.body) }),
    discard: (board, draft) => discard.run(board, draft).changes > 0,
  };
}

function toView(row: Row): DraftView | null {
  const body = readStored<ChangeDraft>(row.body);
  return body ? { ...row, body } : null;
}
