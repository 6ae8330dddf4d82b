import type { ChangeEntry } from '../../electron/catalog/changeTable.ts';
import { DAY_MS, toMs } from '../../shared/time/instant.ts';

/** When the change of number 0 starts; each later one starts a day later. */
export const ENTRIES_START = toMs('2026-11-02T08:00:00Z');

/** A row of the catalogue, of a change with this number. */
export function entry(n: number, more: Partial<ChangeEntry['row']> = {}, rest: Partial<ChangeEntry> = {}): ChangeEntry {
  const row: ChangeEntry['row'] = {
    change: `CHG-2026-${String(n).padStart(7, '0')}`,
    title: `Change number ${n}`,
    type: 'normal',
    category: 'connector',
    environment: 'production',
    band: 'low',
    score: 10,
    state: 'assessment',
    hypercare: false,
    start: ENTRIES_START + n * DAY_MS,
    end: ENTRIES_START + n * DAY_MS + 3_600_000,
    services: ['order-capture'],
    sites: ['lyon-dc'],
    requester: 'ana',
    implementer: 'ben',
    imported: false,
    hits: 0,
    waitingFor: [],
    ...more,
  };
  return {
    row,
    services: row.services,
    settled: false,
    waitingOn: [],
    outcome: null,
    closedAt: null,
    team: null,
    approvalMs: null,
    words: { services: 'order-capture Order capture', people: 'ana Ana Lima ben Ben Kral' },
    ...rest,
  };
}

export function closedEntry(n: number, outcome: 'good' | 'failed', closedAt: number): ChangeEntry {
  return entry(n, { state: 'closed' }, { settled: true, outcome, closedAt, services: ['posting'] });
}
