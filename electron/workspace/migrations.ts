import type { Database } from 'better-sqlite3';
import { TidegateError } from '../../shared/errors.ts';

/** Applied in order, once each, inside one transaction. Append only; never edit a released step. */
const steps: readonly string[] = [
  /* 1 */ `
  CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE draft (
    draft TEXT PRIMARY KEY, board TEXT NOT NULL, change_id TEXT, body TEXT NOT NULL, edited_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE outbox (
    row INTEGER PRIMARY KEY AUTOINCREMENT, board TEXT NOT NULL, what TEXT NOT NULL, subject TEXT, author TEXT NOT NULL,
    files TEXT NOT NULL, at INTEGER NOT NULL, send_after INTEGER NOT NULL, problem TEXT
  ) STRICT;
  CREATE TABLE view_state (view TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE mapping (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE job (
    job TEXT PRIMARY KEY, board TEXT NOT NULL, started_at INTEGER NOT NULL, view TEXT NOT NULL, report TEXT
  ) STRICT;`,
];

/** Brings the workspace up to this build's schema. @throws TidegateError `workspace-too-new` rather than downgrade */
export function migrate(db: Database): void {
  const current = db.pragma('user_version', { simple: true }) as number; // `simple` yields the bare integer
  if (current > steps.length) throw new TidegateError('workspace-too-new', { current, known: steps.length });
  db.transaction(() => {
    for (const sql of steps.slice(current)) db.exec(sql);
    db.pragma(`user_version = ${steps.length}`);
  }).immediate();
}
