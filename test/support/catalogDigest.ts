import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';

/**
 * A digest of everything a catalogue says, in whatever order it was written: two desks with the same line, outbox and
 * clock have the same one.
 */
export function catalogDigest(file: string): string {
  const db = new Sqlite(file, { readonly: true });
  try {
    const hash = createHash('sha256');
    for (const query of queries) for (const row of db.prepare(query).iterate()) hash.update(`${JSON.stringify(row)}\n`);
    return hash.digest('hex');
  } finally {
    db.close();
  }
}

const queries = [
  `SELECT path, kind, subject, change_id, digest, position, effective_at, standing, text FROM record ORDER BY path`,
  `SELECT change_id, title, type, category, environment, band, score, state, start_at, end_at, requester, implementer,
     imported, hits, settled, outcome, closed_at, team, approval_ms, sites, shown FROM change ORDER BY change_id`,
  ...['service', 'site'].map(
    (word) => `SELECT change_id, ${word} FROM change_${word} JOIN change USING (n) ORDER BY change_id, ${word}`,
  ),
  'SELECT change_id, person FROM change_waiting JOIN change USING (n) ORDER BY change_id, person',
];
