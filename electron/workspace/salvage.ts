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
import type { Database } from 'better-sqlite3';
import { migrate } from './migrations.ts';

type Open = (file: string) => Database;
type Row = Readonly<Record<string, unknown>>;

/** Rows that people would miss first come first. */
const tables = ['outbox', 'draft', 'setting', 'mapping', 'job', 'view_state'] as const;
const PAGE = 4_096;
/** Between what can be read from either end, so many rows are tried one by one. */
const MOST_PROBED = 20_000;

/** Is every page of this database as it should be? */
export function isSound(db: Database): boolean {
  return db.pragma('quick_check(1)', { simple: true }) === 'ok';
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
  const names = Object.keys(row);
  const holes = names.map(() => '?').join(', ');
  try {
    fresh.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${holes})`).run(...Object.values(row));
  } catch {
    // A row whose columns are not what they should be says nothing any more.
  }
}

/** From the front until a page cannot be read, from the end until one cannot, and what lies between one by one. */
function* readableRows(db: Database, table: string): Iterable<Row> {
  const key = table === 'setting' ? 'key' : table === 'view_state' ? 'view' : 'rowid';
  const ends: number[] = [];
  for (const order of ['ASC', 'DESC']) {
    const rows = rowsUntilDamage(db, `SELECT ${key} AS at_, * FROM ${table} ORDER BY ${key} ${order}`);
    for (const { at_: at, ...row } of rows) {
      if (typeof at === 'number') ends.push(at);
      yield row;
    }
  }
  if (key !== 'rowid' || ends.length === 0) return;
  const seen = new Set(ends);
  const last = Math.max(...ends);
  for (let at = Math.max(1, last - MOST_PROBED); at <= last; at += 1)
    if (!seen.has(at)) yield* rowsUntilDamage(db, `SELECT * FROM ${table} WHERE rowid = ${at}`);
}

function* rowsUntilDamage(db: Database, sql: string): Iterable<Row> {
  try {
    for (const row of db.prepare<[], Row>(sql).iterate()) yield row;
  } catch (error) {
    if (!isDamage(error) && !(error instanceof Error && error.message.startsWith('no such'))) throw error;
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

function freeName(path: string, number = 1): string {
  return existsSync(`${path}-${number}`) ? freeName(path, number + 1) : `${path}-${number}`;
}
