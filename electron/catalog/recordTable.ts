import type { Database } from 'better-sqlite3';
import type { ChangeId, Digest, PersonId } from '../../shared/ids.ts';
import type { Filed, LedgerRecord } from '../../shared/record/envelope.ts';
import type { Kind } from '../../shared/record/kinds.ts';
import type { Ms } from '../../shared/time/instant.ts';

export interface StoredRecord {
  readonly path: string;
  readonly kind: Kind;
  /** The site, service or window it speaks of. */
  readonly subject: string | null;
  readonly change: ChangeId | null;
  readonly digest: Digest;
  readonly position: number;
  readonly effectiveAt: Ms | null;
  readonly standing: 'counted' | 'pending';
  readonly text: string;
}

/** The only module that knows the columns of `record`. What was set aside is not kept here. */
export interface RecordTable {
  readonly put: (record: StoredRecord) => void;
  readonly remove: (path: string) => void;
  readonly hasChange: (change: ChangeId) => boolean;
  readonly changeOf: (path: string) => ChangeId | null;
  /** Counted records of one change, in line order. */
  readonly ofChange: (change: ChangeId) => readonly Filed[];
  /** Counted and pending records of one site, service or window, in line order. */
  readonly ofSubject: (kind: Kind, subject: string) => readonly Filed[];
  /** Records of a kind that wait for a cosign, in line order. */
  readonly pending: (kind: Kind) => readonly Filed[];
  /** Counted and pending records of a kind, in line order. */
  readonly ofKind: (kind: Kind) => readonly Filed[];
  /** Counted and pending records that this person has signed, in line order. Reads them all: for what is asked for. */
  readonly signedBy: (person: PersonId) => readonly Filed[];
  /** What came in at a position of the line, by one person or by anybody, the first so many by path. */
  readonly at: (position: number, by: PersonId | null, limit: number) => readonly HistoryRow[];
  readonly countAt: (position: number, by: PersonId | null) => number;
  /** Where this person's records came in, before a position, newest first. */
  readonly positionsBy: (by: PersonId, before: number, limit: number) => readonly number[];
  readonly count: () => number;
  readonly countByKind: () => Readonly<Record<string, number>>;
  readonly text: (path: string) => string | null;
}

export interface HistoryRow extends Pick<StoredRecord, 'path' | 'kind' | 'standing'> {
  /** The change or whatever else it speaks of. */
  readonly subject: string | null;
  readonly by: PersonId;
  readonly at: string;
}

interface Row {
  readonly path: string;
  readonly digest: Digest;
  readonly position: number;
  readonly effectiveAt: Ms | null;
  readonly text: string;
}

export function createRecordTable(db: Database): RecordTable {
  const columns = 'path, digest, position, effective_at AS effectiveAt, text';
  const put = db.prepare<StoredRecord>(
    `INSERT INTO record (path, kind, subject, change_id, digest, position, effective_at, standing, text)
     VALUES (@path, @kind, @subject, @change, @digest, @position, @effectiveAt, @standing, @text)
     ON CONFLICT (path) DO UPDATE SET standing = excluded.standing, position = excluded.position`,
  );
  const remove = db.prepare<[string]>('DELETE FROM record WHERE path = ?');
  const changeOf = db.prepare<[string], ChangeId | null>('SELECT change_id FROM record WHERE path = ?').pluck();
  const hasChange = db.prepare<[string], 1>('SELECT 1 FROM record WHERE change_id = ? LIMIT 1').pluck();
  const ofChange = db.prepare<[string], Row>(
    `SELECT ${columns} FROM record
     WHERE change_id = ? AND standing = 'counted' ORDER BY position, path`,
  );
  const ofSubject = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM record WHERE kind = ? AND subject = ? ORDER BY position, path`,
  );
  const pending = db.prepare<[string], Row>(
    `SELECT ${columns} FROM record WHERE kind = ? AND standing = 'pending' ORDER BY position, path`,
  );
  const ofKind = db.prepare<[string], Row>(`SELECT ${columns} FROM record WHERE kind = ? ORDER BY position, path`);
  const signedBy = db.prepare<[string], Row>(
    `SELECT ${columns} FROM record WHERE json_extract(text, '$.signed.by') = ? ORDER BY position, path`,
  );
  const signer = "json_extract(text, '$.signed.by')";
  const byAny = `position = @position AND (@by IS NULL OR ${signer} = @by)`;
  const at = db.prepare<{ position: number; by: PersonId | null; limit: number }, HistoryRow>(
    `SELECT path, kind, coalesce(change_id, subject) AS subject, standing, ${signer} AS by,
       json_extract(text, '$.signed.at') AS at
     FROM record WHERE ${byAny} ORDER BY path LIMIT @limit`,
  );
  const countAt = db
    .prepare<{ position: number; by: PersonId | null }, number>(`SELECT count(*) FROM record WHERE ${byAny}`)
    .pluck();
  const positionsBy = db
    .prepare<[string, number, number], number>(
      `SELECT DISTINCT position FROM record WHERE ${signer} = ? AND position < ? ORDER BY position DESC LIMIT ?`,
    )
    .pluck();
  const countAll = db.prepare<[], number>('SELECT count(*) FROM record').pluck();
  const countByKind = db.prepare<[], { kind: string; count: number }>(
    'SELECT kind, count(*) AS count FROM record GROUP BY kind ORDER BY kind',
  );
  const text = db.prepare<[string], string>('SELECT text FROM record WHERE path = ?').pluck();
  return {
    put: (record) => void put.run(record),
    remove: (path) => void remove.run(path),
    hasChange: (change) => hasChange.get(change) !== undefined,
    changeOf: (path) => changeOf.get(path) ?? null,
    ofChange: (change) => ofChange.all(change).map(filed),
    ofSubject: (kind, subject) => ofSubject.all(kind, subject).map(filed),
    pending: (kind) => pending.all(kind).map(filed),
    ofKind: (kind) => ofKind.all(kind).map(filed),
    signedBy: (person) => signedBy.all(person).map(filed),
    at: (position, by, limit) => at.all({ position, by, limit }),
    countAt: (position, by) => countAt.get({ position, by }) ?? 0,
    positionsBy: (by, before, limit) => positionsBy.all(by, before, limit),
    count: () => countAll.get() ?? 0,
    countByKind: () => Object.fromEntries(countByKind.all().map(({ kind, count }) => [kind, count])),
    text: (path) => text.get(path) ?? null,
  };
}

function filed({ effectiveAt, text, ...where }: Row): Filed {
  // The text was decoded and verified before it was stored; the catalogue is ours alone.
  return { ...where, record: JSON.parse(text) as LedgerRecord, ...(effectiveAt === null ? {} : { effectiveAt }) };
}
