import type { Database } from 'better-sqlite3';
import type { ChangeRow } from '../../shared/api/changeCalls.ts';
import type { ChangeId } from '../../shared/ids.ts';
import { bands, lifecycleStates } from '../../shared/record/words.ts';
import type { Ms } from '../../shared/time/instant.ts';

/** One change as the catalogue keeps it: the row that views show and what it is found by. */
export interface ChangeEntry {
  readonly row: ChangeRow;
  /** All of them; the row shows the first few. */
  readonly services: readonly string[];
  /** Nothing but a new record can change this row. */
  readonly settled: boolean;
  /** People whose signature could bring it forward. */
  readonly waitingOn: readonly string[];
  readonly outcome: 'good' | 'failed' | null;
  readonly closedAt: Ms | null;
  readonly team: string | null;
  /** From the first request to the last approval that counts; null while it is not complete. */
  readonly approvalMs: Ms | null;
  /** Found by these beside id and title. */
  readonly words: { readonly services: string; readonly people: string };
}

/** The only module that writes `change` and the tables that hang on it. */
export interface ChangeTable {
  /** @param before the entry that stands there, where the caller holds it: what is the same is not written again */
  readonly put: (entry: ChangeEntry, before?: ChangeEntry | null) => void;
  readonly remove: (change: ChangeId) => void;
  /** Another number whenever a row of a closed change was written or removed. */
  readonly closedEdition: () => number;
  /** Changes whose row still moves with the clock and with others. */
  readonly living: () => readonly ChangeId[];
  /** Changes that were written here, not imported. */
  readonly own: () => readonly ChangeId[];
}

export function createChangeTable(db: Database): ChangeTable {
  const rowOf = db.prepare<[string], { n: number; closed: number }>(
    'SELECT n, outcome IS NOT NULL AS closed FROM change WHERE change_id = ?',
  );
  const insert = db.prepare(
    `INSERT INTO change (n, change_id, title, type, category, environment, band, score, state, start_at, end_at, requester,
       implementer, imported, hits, settled, outcome, closed_at, team, approval_ms, sites, shown)
     VALUES (@n, @change, @title, @type, @category, @environment, @band, @score, @state, @start, @end, @requester,
       @implementer, @imported, @hits, @settled, @outcome, @closedAt, @team, @approvalMs, @sites, @shown)
     ON CONFLICT (n) DO UPDATE SET (title, type, category, environment, band, score, state, start_at, end_at, requester,
       implementer, imported, hits, settled, outcome, closed_at, team, approval_ms, sites, shown) =
       (@title, @type, @category, @environment, @band, @score, @state, @start, @end, @requester,
       @implementer, @imported, @hits, @settled, @outcome, @closedAt, @team, @approvalMs, @sites, @shown)`,
  );
  const search = db.prepare(
    'INSERT INTO change_search (rowid, id, title, services, people) VALUES (@n, @id, @title, @services, @people)',
  );
  const link = {
    service: db.prepare<[string, number]>('INSERT OR IGNORE INTO change_service (service, n) VALUES (?, ?)'),
    site: db.prepare<[string, number]>('INSERT OR IGNORE INTO change_site (site, n) VALUES (?, ?)'),
    waiting: db.prepare<[string, number]>('INSERT OR IGNORE INTO change_waiting (person, n) VALUES (?, ?)'),
  };
  const deletion = (table: string) => db.prepare<[number]>(`DELETE FROM ${table} WHERE n = ?`);
  const unlink = {
    service: deletion('change_service'),
    site: deletion('change_site'),
    waiting: deletion('change_waiting'),
  };
  const remove = deletion('change');
  const unsearch = db.prepare<[number]>('DELETE FROM change_search WHERE rowid = ?');
  const living = db.prepare<[], ChangeId>('SELECT change_id FROM change WHERE settled = 0 ORDER BY change_id').pluck();
  const own = db.prepare<[], ChangeId>('SELECT change_id FROM change WHERE imported = 0 ORDER BY change_id').pluck();
  const highest = db.prepare<[], number | null>('SELECT max(n) FROM change').pluck();
  let closedEdition = 0;
  let last = highest.get() ?? 0;

  type Link = keyof typeof link;
  const relink = (kind: Link, n: number, now: readonly string[], before: readonly string[] | null): void => {
    if (before !== null && isSame(now, before)) return;
    if (before !== null) unlink[kind].run(n);
    for (const id of now) link[kind].run(id, n);
  };
  const drop = (n: number): void => {
    Object.values(unlink).forEach((each) => each.run(n));
    remove.run(n);
    unsearch.run(n);
  };
  const put = (next: ChangeEntry, before: ChangeEntry | null = null): void => {
    const { row, services, words, ...entry } = next;
    const known = rowOf.get(row.change);
    const there = known ? before : null;
    if (known && !there) drop(known.n);
    if (entry.outcome !== null || known?.closed) closedEdition += 1;
    const n = known?.n ?? ++last;
    insert.run({
      ...row,
      n,
      band: bands.indexOf(row.band),
      state: lifecycleStates.indexOf(row.state),
      imported: Number(row.imported),
      hypercare: Number(row.hypercare),
      services: null,
      waitingFor: null,
      settled: Number(entry.settled),
      outcome: entry.outcome,
      closedAt: entry.closedAt,
      team: entry.team,
      approvalMs: entry.approvalMs,
      sites: JSON.stringify(row.sites),
      shown: JSON.stringify(row),
    });
    relink('service', n, services, there && there.services);
    relink('site', n, row.sites, there && there.row.sites);
    relink('waiting', n, entry.waitingOn, there && there.waitingOn);
    if (there && isSame(searched(next), searched(there))) return;
    if (there) unsearch.run(n);
    search.run({ n, id: row.change, title: row.title, services: words.services, people: words.people });
  };
  return {
    put,
    remove: (change) => {
      const known = rowOf.get(change);
      if (!known) return;
      drop(known.n);
      closedEdition += known.closed;
    },
    closedEdition: () => closedEdition,
    living: () => living.all(),
    own: () => own.all(),
  };
}

function searched({ row, words }: ChangeEntry): readonly string[] {
  return [row.title, words.services, words.people];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}
