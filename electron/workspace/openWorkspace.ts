import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { TidegateError } from '../../shared/errors.ts';
import { createDraftTable, type DraftTable } from './draftTable.ts';
import { createJobTable, type JobTable } from './jobTable.ts';
import { createMappingTable, type MappingTable } from './mappingTable.ts';
import { migrate } from './migrations.ts';
import { createOutboxTable, type OutboxTable } from './outboxTable.ts';
import { finishSalvage, hasSchema, isDamage, isEmptied, isSound, salvage } from './salvage.ts';
import { createSettingTable, type SettingTable } from './settingTable.ts';

/** What is this desk's own and nobody else's truth: unfinished work, unsent records, habits. */
export interface Workspace {
  readonly settings: SettingTable;
  readonly drafts: DraftTable;
  readonly outbox: OutboxTable;
  readonly mappings: MappingTable;
  readonly jobs: JobTable;
  /** Everything inside takes effect, or nothing does. Not for promises. */
  readonly atomically: <T>(act: () => T) => T;
  /** Drafts, unsent records, jobs and whatever else is kept for one board. */
  readonly forgetBoard: (board: string) => void;
  /** Files of an earlier, damaged workspace that were kept: what could be read of them is here again. */
  readonly damaged: readonly string[];
  readonly close: () => void;
}

/** A backup may hold the file for a moment; longer than this nobody wants to wait at a button. */
const BUSY_MS = 2_000;

/**
 * Opens the workspace and brings it up to date; a damaged one is mended first. Ask `requireNapi` first.
 *
 * @param file a path, or `:memory:`
 * @throws TidegateError `workspace-too-new` when a newer build wrote it, `workspace-damaged` when even a new one will not do
 */
export async function openWorkspace(file: string): Promise<Workspace> {
  const { default: Sqlite } = await import('better-sqlite3');
  const open = (path: string): Database => new Sqlite(path, { timeout: BUSY_MS });
  finishSalvage(file);
  const db = openSound(open, file);
  return {
    settings: createSettingTable(db),
    drafts: createDraftTable(db),
    outbox: createOutboxTable(db),
    mappings: createMappingTable(db),
    jobs: createJobTable(db),
    atomically: (act) => db.transaction(act).immediate(),
    forgetBoard: (board) => forgetBoard(db, board),
    damaged: damagedBeside(file),
    close: () => void db.close(),
  };
}

/** A damaged file is mended once, by what can still be read of it, and kept aside. */
function openSound(open: (path: string) => Database, file: string): Database {
  const attempt = (): Database | null => {
    const db = open(file);
    try {
      db.pragma('journal_mode = WAL');
      // An outbox row is the moment at which an action has happened: it must survive the power cut that follows.
      db.pragma('synchronous = FULL');
      if (isSound(db)) {
        migrate(db);
        const fresh = open(':memory:');
        const isOurs = hasSchema(db, fresh);
        fresh.close();
        if (isOurs) return db;
      }
    } catch (error) {
      db.close();
      if (isDamage(error)) return null;
      throw error;
    }
    db.close();
    return null;
  };
  const db = isEmptied(file) ? null : attempt();
  if (db) return db;
  salvage(open, file);
  const mended = attempt();
  if (!mended) throw new TidegateError('workspace-damaged', { file: basename(file) });
  return mended;
}

function damagedBeside(file: string): string[] {
  if (file === ':memory:') return [];
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.damaged-`));
  return names.filter((name) => !/-(wal|shm)$/.test(name)).toSorted();
}

/** Settings of a board end in its name, and its views begin with it. */
function forgetBoard(db: Database, board: string): void {
  db.transaction(() => {
    for (const table of ['draft', 'outbox', 'job']) db.prepare(`DELETE FROM ${table} WHERE board = ?`).run(board);
    db.prepare('DELETE FROM setting WHERE substr(key, -length(@end)) = @end').run({ end: `:${board}` });
    db.prepare("DELETE FROM setting WHERE key = 'board' AND value = ?").run(board);
    db.prepare('DELETE FROM view_state WHERE substr(view, 1, length(@start)) = @start').run({ start: `${board}/` });
  }).immediate();
}
