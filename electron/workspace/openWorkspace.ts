import type { Database } from 'better-sqlite3';
import { createDraftTable, type DraftTable } from './draftTable.ts';
import { createJobTable, type JobTable } from './jobTable.ts';
import { createMappingTable, type MappingTable } from './mappingTable.ts';
import { migrate } from './migrations.ts';
import { createOutboxTable, type OutboxTable } from './outboxTable.ts';
import { createSettingTable, type SettingTable } from './settingTable.ts';

/** What is this desk's own and nobody else's truth: unfinished work, unsent records, habits. */
export interface Workspace {
  readonly settings: SettingTable;
  readonly drafts: DraftTable;
  readonly outbox: OutboxTable;
  readonly mappings: MappingTable;
  readonly jobs: JobTable;
  /** Drafts, unsent records, jobs and whatever else is kept for one board. */
  readonly forgetBoard: (board: string) => void;
  readonly close: () => void;
}

/** A backup may hold the file for a moment; longer than this nobody wants to wait at a button. */
const BUSY_MS = 2_000;

/**
 * Opens the workspace and brings it up to date. Ask `requireNapi` first.
 *
 * @param file a path, or `:memory:`
 * @throws TidegateError `workspace-too-new` when a newer build wrote it
 */
export async function openWorkspace(file: string): Promise<Workspace> {
  const { default: Sqlite } = await import('better-sqlite3');
  const db = new Sqlite(file, { timeout: BUSY_MS });
  try {
    db.pragma('journal_mode = WAL');
    // An outbox row is the moment at which an action has happened: it must survive the power cut that follows.
    db.pragma('synchronous = FULL');
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    settings: createSettingTable(db),
    drafts: createDraftTable(db),
    outbox: createOutboxTable(db),
    mappings: createMappingTable(db),
    jobs: createJobTable(db),
    forgetBoard: (board) => forgetBoard(db, board),
    close: () => void db.close(),
  };
}

/** Settings of a board end in its name, and its views begin with it. */
function forgetBoard(db: Database, board: string): void {
  db.transaction(() => {
    for (const table of ['draft', 'outbox', 'job']) db.prepare(`DELETE FROM ${table} WHERE board = ?`).run(board);
    db.prepare('DELETE FROM setting WHERE substr(key, -length(@end)) = @end').run({ end: `:${board}` });
    db.prepare('DELETE FROM view_state WHERE substr(view, 1, length(@start)) = @start').run({ start: `${board}/` });
  }).immediate();
}
