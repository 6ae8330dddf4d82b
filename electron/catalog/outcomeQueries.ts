import type { Database } from 'better-sqlite3';
import type { Ms } from '../../shared/time/instant.ts';

export interface Outcomes {
  readonly closed: number;
  readonly failed: number;
}

/** How closed changes ended, since an instant: what the track record and the failure rate rest on. */
export interface OutcomeQueries {
  readonly overall: (since: Ms) => Outcomes;
  /** How long the middle change waited from its request to its last approval; null when none was approved. */
  readonly medianApproval: (since: Ms) => Ms | null;
  /** When the first of them was closed; null when there is none. */
  readonly first: (since: Ms) => Ms | null;
  readonly by: (what: 'service' | 'category' | 'team', since: Ms) => ReadonlyMap<string, Outcomes>;
}

const COUNTS = `count(*) AS closed, coalesce(sum(outcome = 'failed'), 0) AS failed`;
const CLOSED = 'outcome IS NOT NULL AND closed_at >= ?';

export function createOutcomeQueries(db: Database): OutcomeQueries {
  const overall = db.prepare<[Ms], Outcomes>(`SELECT ${COUNTS} FROM change WHERE ${CLOSED}`);
  const waits = db
    .prepare<[Ms], Ms>(
      'SELECT approval_ms FROM change WHERE approval_ms IS NOT NULL AND start_at >= ? ORDER BY approval_ms',
    )
    .pluck();
  const first = db.prepare<[Ms], Ms | null>(`SELECT min(closed_at) FROM change WHERE ${CLOSED}`).pluck();
  const grouped = {
    category: db.prepare<[Ms], Outcomes & { id: string }>(
      `SELECT category AS id, ${COUNTS} FROM change WHERE ${CLOSED} GROUP BY category`,
    ),
    team: db.prepare<[Ms], Outcomes & { id: string }>(
      `SELECT team AS id, ${COUNTS} FROM change WHERE ${CLOSED} AND team IS NOT NULL GROUP BY team`,
    ),
    service: db.prepare<[Ms], Outcomes & { id: string }>(
      `SELECT service AS id, ${COUNTS} FROM change JOIN change_service USING (n) WHERE ${CLOSED} GROUP BY service`,
    ),
  };
  return {
    overall: (since) => overall.get(since) ?? { closed: 0, failed: 0 },
    medianApproval: (since) => {
      const sorted = waits.all(since);
      return sorted[Math.floor(sorted.length / 2)] ?? null;
    },
    first: (since) => first.get(since) ?? null,
    by: (what, since) => new Map(grouped[what].all(since).map(({ id, closed, failed }) => [id, { closed, failed }])),
  };
}
