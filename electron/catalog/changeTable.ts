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
  readonly put: (entry: ChangeEntry) => void;
  readonly remove: (change: ChangeId) => void;
  /** Changes whose row still moves with the clock and with others. */
  readonly living: () => readonly ChangeId[];
  /** Changes that were written here, not imported. */
  readonly own: () => readonly ChangeId[];
}

export function createChangeTable(db: Database): ChangeTable {
  const number = db.prepare<[string], number>('SELECT n FROM change WHERE change_id = ?').pluck();
  const insert = db.prepare(
    `INSERT INTO change (n, change_id, title, type, category, environment, band, score, state, start_at, end_at, requester,
       implementer, imported, hits, settled, outcome, closed_at, team, approval_ms, sites, shown)
     VALUES (@n, @change, @title, @type, @category, @environment, @band, @score, @state, @start, @end, @requester,
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
  const deletions = ['change_service', 'change_site', 'change_waiting', 'change'].map((table) =>
    db.prepare<[number]>(`DELETE FROM ${table} WHERE n = ?`),
  );
  const unsearch = db.prepare<[number]>('DELETE FROM change_search WHERE rowid = ?');
  const living = db.prepare<[], ChangeId>('SELECT change_id FROM change WHERE settled = 0 ORDER BY change_id').pluck();
  const own = db.prepare<[], ChangeId>('SELECT change_id FROM change WHERE imported = 0 ORDER BY change_id').pluck();
  const highest = db.prepare<[], number | null>('SELECT max(n) FROM change').pluck();
  let last = highest.get() ?? 0;

  const drop = (n: number): void => {
    deletions.forEach((deletion) => deletion.run(n));
    unsearch.run(n);
  };
  const put = ({ row, services, words, ...entry }: ChangeEntry): void => {
    const known = number.get(row.change);
    if (known !== undefined) drop(known);
    const n = known ?? ++last;
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
    search.run({ n, id: row.change, title: row.title, services: words.services, people: words.people });
    for (const service of services) link.service.run(service, n);
    for (const site of row.sites) link.site.run(site, n);
    for (const person of entry.waitingOn) link.waiting.run(person, n);
  };
  return {
    put,
    remove: (change) => {
      const n = number.get(change);
      if (n !== undefined) drop(n);
    },
    living: () => living.all(),
    own: () => own.all(),
  };
}
