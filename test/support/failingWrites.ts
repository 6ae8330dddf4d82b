import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

type Write = `${'INSERT' | 'DELETE'} ON ${'outbox' | 'draft' | 'setting'}`;

/** From now on this write to the workspace of a desk that is open fails. Call what it returns to stop. */
export function failWrites(home: string, write: Write, when = 'true'): () => void {
  const act = (sql: string): void => {
    const db = new Sqlite(join(home, 'workspace.sqlite'), { timeout: 2_000 });
    db.exec(sql);
    db.close();
  };
  act(`CREATE TRIGGER fails BEFORE ${write} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'no space'); END`);
  return () => act('DROP TRIGGER fails');
}
