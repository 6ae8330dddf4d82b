import type { Database, Statement } from 'better-sqlite3';
import type { ChangeRow, sortKeys } from '../../shared/api/changeCalls.ts';
import type { ChangeFilter } from '../../shared/api/filter.ts';
import type { ChangeId } from '../../shared/ids.ts';
import { bands, lifecycleStates, type Band, type LifecycleState } from '../../shared/record/words.ts';
import type { Ms, Period } from '../../shared/time/instant.ts';
import { changeWhere } from './changeWhere.ts';

type SortKey = (typeof sortKeys)[number];
export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** As little of a change as a bar needs. */
export interface Bar {
  readonly n: number;
  readonly change: ChangeId;
  readonly title: string;
  readonly band: Band;
  readonly state: LifecycleState;
  readonly start: Ms;
  readonly end: Ms;
  readonly hits: number;
  readonly imported: boolean;
  readonly requester: string;
  readonly implementer: string;
  /** As its log names it; who implements where none was named. */
  readonly team: string | null;
  readonly sites: readonly string[];
}

export interface ChangeQueries {
  readonly page: (
    filter: ChangeFilter,
    me: string,
    sort: Sort,
    offset: number,
    limit: number,
  ) => { readonly total: number; readonly byBand: Record<Band, number>; readonly rows: readonly ChangeRow[] };
  readonly row: (change: ChangeId) => ChangeRow | null;
  readonly count: (filter: ChangeFilter, me: string) => number;
  /** Changes whose planned work touches the period, earliest first. */
  readonly bars: (filter: ChangeFilter, me: string, period: Period) => readonly Bar[];
  /** Services of the changes in the period, by the number of the bar. */
  readonly barServices: (filter: ChangeFilter, me: string, period: Period) => ReadonlyMap<number, readonly string[]>;
}

// Every other order ends with the id, so that pages never overlap.
const ORDER: Readonly<Record<SortKey, string>> = {
  start: 'start_at',
  title: 'title COLLATE NOCASE',
  score: 'score',
  state: 'state',
  change: 'change_id',
  requester: 'requester',
};
const TOUCHES = 'start_at < @until AND end_at > @from';

export function createChangeQueries(db: Database): ChangeQueries {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    // Texts differ only by which filters are set; the bound keeps odd combinations from piling up.
    if (prepared.size > 200) prepared.clear();
    const statement = db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const tally = (filter: ChangeFilter, me: string): Record<Band, number> => {
    const { sql, given } = changeWhere(filter, me);
    const counts = prepare(`SELECT band, count(*) AS count FROM change WHERE ${sql} GROUP BY band`).all(given) as {
      band: number;
      count: number;
    }[];
    const byBand: Record<Band, number> = { low: 0, moderate: 0, high: 0, critical: 0 };
    for (const { band, count } of counts) byBand[bands[band] ?? 'critical'] = count;
    return byBand;
  };
  const row = db.prepare<[string], string>('SELECT shown FROM change WHERE change_id = ?').pluck();

  return {
    page: (filter, me, { by, descending }, offset, limit) => {
      const byBand = tally(filter, me);
      const { sql, given } = changeWhere(filter, me);
      const way = descending ? 'DESC' : 'ASC';
      const order = `${ORDER[by]} ${way}, change_id ${way}`;
      // The rows themselves are large: only those of the page are read, after the keys have been sorted.
      const shown = prepare(
        `SELECT shown FROM (SELECT n FROM change WHERE ${sql} ORDER BY ${order} LIMIT @limit OFFSET @offset)
         CROSS JOIN change USING (n) ORDER BY ${order}`,
      );
      const rows = shown.pluck().all({ ...given, limit, offset }) as string[];
      return { total: sum(byBand), byBand, rows: rows.map((text) => JSON.parse(text) as ChangeRow) };
    },
    row: (change) => {
      const text = row.get(change);
      return text === undefined ? null : (JSON.parse(text) as ChangeRow);
    },
    count: (filter, me) => sum(tally(filter, me)),
    bars: (filter, me, { start, end }) => {
      const { sql, given } = changeWhere(filter, me);
      const bars = prepare(
        `SELECT n, change_id AS change, title, band, state, start_at AS start, end_at AS "end", hits, imported, requester,
           implementer, team, sites FROM change WHERE ${TOUCHES} AND ${sql} ORDER BY start_at, change_id`,
      ).all({ ...given, from: start, until: end }) as BarRow[];
      return bars.map(toBar);
    },
    barServices: (filter, me, { start, end }) => {
      const { sql, given } = changeWhere(filter, me);
      const links = prepare(
        `SELECT n, service FROM change_service WHERE n IN (SELECT n FROM change WHERE ${TOUCHES} AND ${sql})`,
      ).raw();
      const servicesByBar = new Map<number, string[]>();
      for (const [n, service] of links.iterate({ ...given, from: start, until: end }) as Iterable<[number, string]>) {
        const list = servicesByBar.get(n);
        if (list) list.push(service);
        else servicesByBar.set(n, [service]);
      }
      return servicesByBar;
    },
  };
}

function sum(byBand: Record<Band, number>): number {
  return bands.reduce((total, band) => total + byBand[band], 0);
}

type BarRow = Omit<Bar, 'band' | 'state' | 'imported' | 'sites'> & {
  band: number;
  state: number;
  imported: number;
  sites: string;
};

function toBar(bar: BarRow): Bar {
  return {
    ...bar,
    band: bands[bar.band] ?? 'critical',
    state: lifecycleStates[bar.state] ?? 'assessment',
    imported: bar.imported === 1,
    sites: JSON.parse(bar.sites) as string[],
  };
}
