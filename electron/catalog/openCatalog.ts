import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { createChangeQueries, type ChangeQueries } from './changeQueries.ts';
import { createChangeTable, type ChangeTable } from './changeTable.ts';
import { createOutcomeQueries, type OutcomeQueries } from './outcomeQueries.ts';
import { createRecordTable, type RecordTable } from './recordTable.ts';
import { forgetRest, isAsLeft, noteRest } from './restSum.ts';
import { SCHEMA, tables } from './schema.ts';

/** What the board looks like at one commit, ready to be asked. Deleting its file loses nothing. */
export interface Catalog {
  readonly records: RecordTable;
  readonly changes: ChangeTable;
  readonly find: ChangeQueries;
  readonly outcomes: OutcomeQueries;
  readonly note: (key: string) => string | null;
  readonly setNote: (key: string, value: string) => void;
  /** Everything inside takes effect, or nothing does. Not for promises. */
  readonly atomically: <T>(act: () => T) => T;
  /** Forgets everything: the next refresh reads the line from its first commit. */
  readonly clear: () => void;
  readonly close: () => void;
}

const MEMORY = ':memory:';
/** A backup may hold the file for a moment; longer than this nobody wants to wait at a button. */
const BUSY_MS = 2_000;

/**
 * Opens the catalogue, or makes a new one when there is none, when another build wrote it,
 * or when the file is damaged. Ask `requireNapi` first.
 *
 * @param file a path, or `:memory:`
 */
export async function openCatalog(file: string): Promise<Catalog> {
  const { default: Sqlite } = await import('better-sqlite3');
  const open = (): Database => {
    const asLeft = file === MEMORY ? null : isAsLeft(file);
    if (asLeft === false) throw new RangeError('catalogue changed on the disk');
    const db = new Sqlite(file, { timeout: BUSY_MS });
    try {
      prepare(db, asLeft === true);
      if (file !== MEMORY) forgetRest(file);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  };
  try {
    return catalogOver(open(), file);
  } catch {
    remove(file);
    return catalogOver(open(), file);
  }
}

function prepare(db: Database, isSound: boolean): void {
  db.pragma('journal_mode = WAL');
  // A lost tail costs a second of reading Git again, so the disk need not be waited for.
  db.pragma('synchronous = NORMAL');
  // Building it writes a hundred times what a day does: moved into the file in few large steps.
  db.pragma('wal_autocheckpoint = 8000');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -32000');
  const version = db.pragma('user_version', { simple: true });
  if (version === SCHEMA) {
    if (!isSound && db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new RangeError('catalogue damaged');
    return;
  }
  if (version !== 0) throw new RangeError('catalogue of another build');
  db.transaction(() => {
    db.exec(tables);
    db.pragma(`user_version = ${SCHEMA}`);
  })();
}

function remove(file: string): void {
  if (file === MEMORY) return;
  for (const suffix of ['', '-wal', '-shm', '.sum']) rmSync(file + suffix, { force: true });
}

function catalogOver(db: Database, file: string): Catalog {
  const note = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const setNote = db.prepare<[string, string]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const atomically = <T>(act: () => T): T => db.transaction(act)();
  const emptied = ['meta', 'record', 'change', 'change_service', 'change_site', 'change_waiting', 'change_search'];
  return {
    records: createRecordTable(db),
    changes: createChangeTable(db),
    find: createChangeQueries(db),
    outcomes: createOutcomeQueries(db),
    note: (key) => note.get(key) ?? null,
    setNote: (key, value) => void setNote.run(key, value),
    atomically,
    clear: () => atomically(() => emptied.forEach((name) => db.exec(`DELETE FROM ${name}`))),
    close: () => {
      if (!db.open) return;
      db.close();
      if (file !== MEMORY) noteRest(file);
    },
  };
}
