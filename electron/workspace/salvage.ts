import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { Database, Statement } from 'better-sqlite3';
import { freeName } from './freeName.ts';
import { migrate } from './migrations.ts';

type Open = (file: string) => Database;
type Row = Readonly<Record<string, unknown>>;

/** Rows that people would miss first come first. */
const tables = ['outbox', 'draft', 'setting', 'mapping', 'job', 'view_state'] as const;
const PAGE = 4_096;
/** Behind what can be read from either end, so many numbers are tried one by one. */
const MOST_PROBED = 2_000;

/** Is every page of this database as it should be? */
export function isSound(db: Database): boolean {
  return db.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** Are its tables those that our own steps make? A bit turned round in their names would be found by nobody else. */
export function hasSchema(db: Database, fresh: Database): boolean {
  migrate(fresh);
  return schemaOf(db) === schemaOf(fresh);
}

function schemaOf(db: Database): string {
  return JSON.stringify(db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').raw().all());
}

/** A file without a byte in it is no new one: a new one is not there. */
export function isEmptied(file: string): boolean {
  return existsSync(file) && statSync(file).size === 0;
}

/** Did SQLite say that the file is not, or no longer, a database? */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(code);
}

/**
 * Puts a new workspace in the place of a damaged one, with every row that can still be read; the damaged file stays
 * beside it under another name. A kill at any moment loses neither: `finishSalvage` goes on where it stopped.
 */
export function salvage(open: Open, file: string): void {
  const mended = `${file}.mended`;
  const reading = `${file}.reading`;
  remove(mended);
  const fresh = open(mended);
  try {
    migrate(fresh);
    for (const transplant of [false, true]) {
      copy(file, reading);
      if (transplant) transplantSchema(mended, reading);
      takeOver(open, reading, fresh);
    }
  } finally {
    fresh.close();
    remove(reading);
  }
  const aside = freeName(`${file}.damaged`);
  for (const suffix of ['-wal', '']) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  rmSync(`${file}-shm`, { force: true });
  renameSync(mended, file);
}

/** After a kill between the two last steps of a salvage: the damaged file is aside, the mended one not yet in place. */
export function finishSalvage(file: string): void {
  if (!existsSync(file) && existsSync(`${file}.mended`)) renameSync(`${file}.mended`, file);
}

/** Every row that `reading` gives, beside those that are there. What cannot be read or does not fit is left. */
function takeOver(open: Open, reading: string, fresh: Database): void {
  let db: Database | null = null;
  try {
    db = open(reading);
    const source = db;
    fresh.transaction(() => {
      for (const table of tables) for (const row of readableRows(source, table)) insert(fresh, table, row);
    })();
  } catch (error) {
    if (!isDamage(error)) throw error;
  } finally {
    db?.close();
  }
}

function insert(fresh: Database, table: string, row: Row): void {
  // Read from both ends and with either first page, the same row comes more than once.
  if (table === 'outbox' && fresh.prepare('SELECT 1 FROM outbox WHERE files = ?').get(row['files'])) return;
  const { row: _number, ...numberless } = row;
  const unnumbered = table === 'outbox' ? [numberless, fitted(fresh, table, numberless)] : [];
  for (const given of [row, fitted(fresh, table, row), ...unnumbered]) if (put(fresh, table, given)) return;
}

/** Says whether it is in now, or was; a row that does not fit says nothing any more. */
function put(fresh: Database, table: string, row: Row): boolean {
  const names = Object.keys(row);
  const holes = names.map(() => '?').join(', ');
  try {
    const conflict = table === 'outbox' ? '' : 'OR IGNORE ';
    fresh.prepare(`INSERT ${conflict}INTO ${table} (${names.join(', ')}) VALUES (${holes})`).run(...Object.values(row));
    return true;
  } catch {
    return false;
  }
}

/** The row with each value in the type that its column takes: a bit may have turned a number into a text. */
function fitted(fresh: Database, table: string, row: Row): Row {
  const columns = fresh.pragma(`table_info(${table})`) as readonly { name: string; type: string; notnull: number }[];
  return Object.fromEntries(
    columns
      .filter(({ name }) => name in row)
      .map(({ name, type, notnull }) => {
        const value = row[name];
        if (value === null && notnull === 0) return [name, null];
        if (type === 'INTEGER') return [name, Number.isSafeInteger(value) ? value : 0];
        return [name, Buffer.isBuffer(value) ? value.toString() : String(value ?? '')];
      }),
  );
}

/** From the front until a page cannot be read, from the end until one cannot, and what lies between one by one. */
function* readableRows(db: Database, table: string): Iterable<Row> {
  const key = table === 'setting' ? 'key' : table === 'view_state' ? 'view' : 'rowid';
  const seen = new Set<number>();
  const starts = [1];
  for (const order of ['ASC', 'DESC']) {
    const rows = rowsUntilDamage(db, `SELECT ${key} AS at_, * FROM ${table} ORDER BY ${key} ${order}`);
    let end = 1;
    for (const { at_: at, ...row } of rows) {
      if (typeof at === 'number') seen.add((end = at));
      yield row;
    }
    starts.push(order === 'ASC' ? end : Math.max(1, end - MOST_PROBED));
  }
  if (table !== 'outbox' && table !== 'draft') return;
  // A number may be among the damage, so what lies between is not known: what is near either end is tried.
  let one: Statement<[number], Row>;
  try {
    one = db.prepare(`SELECT * FROM ${table} WHERE rowid = ?`);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return;
  }
  for (const start of starts)
    for (let at = start; at < start + MOST_PROBED; at += 1) {
      const row = seen.has(at) ? null : rowOrDamage(() => one.get(at));
      if (row) yield row;
    }
}

function rowOrDamage(read: () => Row | undefined): Row | null {
  try {
    return read() ?? null;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return null;
  }
}

function* rowsUntilDamage(db: Database, sql: string): Iterable<Row> {
  try {
    for (const row of db.prepare<[], Row>(sql).iterate()) yield row;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
}

/**
 * The first page holds the header and where each table begins. Every workspace is made in the same steps, so a fresh
 * one's first page fits where the old one's is gone.
 */
function transplantSchema(from: string, to: string): void {
  const page = Buffer.alloc(PAGE);
  const source = openSync(from, 'r');
  readSync(source, page, 0, PAGE, 0);
  closeSync(source);
  const target = openSync(to, 'r+');
  // Neither its size nor its counters are this file's: SQLite then goes by the size of the file itself.
  page.writeUInt32BE(0, 28);
  writeSync(target, page, 0, PAGE, 0);
  closeSync(target);
  // A log written for the old first page would put it back.
  rmSync(`${to}-wal`, { force: true });
}

function copy(from: string, to: string): void {
  remove(to);
  for (const suffix of ['', '-wal']) if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix);
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/** Damage, or a table that is called otherwise by now. */
function isUnreadable(error: unknown): boolean {
  return isDamage(error) || (error instanceof Error && error.message.startsWith('no such'));
}
