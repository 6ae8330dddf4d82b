import type { PackChange, PackDocument, PackRecord } from '../../shared/audit/packDocument.ts';

const DATED = Date.parse('2026-11-05T10:00:00Z');

function packRecord(change: string, n: number): PackRecord {
  const text = `${JSON.stringify({ kind: 'decision', change, n })}\n`;
  const path = `changes/2026/00/${change}/decisions/${n}.json`;
  return { name: path.replaceAll('/', '_'), path, digest: `sha256:${'ab'.repeat(32)}`, text, at: DATED };
}

export function packChangeNamed(change: string, more: Partial<PackChange> = {}): PackChange {
  const when = 'Mon 2 Nov 2026, 10:00';
  return {
    change,
    title: 'Replace the label connector',
    state: 'closed',
    because: 'the work is done',
    band: 'high',
    score: 61,
    startWords: when,
    facts: [{ label: 'Services', value: 'Label connector' }],
    factors: [{ name: 'Criticality', points: '16 of 16', input: 'tier 1', rule: 'tier 1 gives 16' }],
    floors: ['At least high: inside a hard freeze'],
    texts: [{ heading: 'Reason', text: 'The old interface is switched off.' }],
    asked: [{ role: 'Peer', rule: 'matrix: high x normal', met: 'open' }],
    decisions: [
      {
        verdict: 'Approve',
        role: 'Peer',
        name: 'Ana',
        key: 'SHA256:abcdefghijkl',
        when,
        standing: 'counts',
        seen: 'High 61',
        said: '',
      },
    ],
    evidence: [{ kind: 'Scan', standing: 'fresh', title: 'Image scan', when, by: 'Ana' }],
    receipts: [{ event: 'Succeeded', when, by: 'Runner', what: 'run 7' }],
    windows: ['Freeze: Evening dispatch'],
    history: [{ when, what: 'Asked for', by: 'Ana', key: 'SHA256:abcdefghijkl', digest: 'sha256:abababababab' }],
    records: [packRecord(change, 1), packRecord(change, 2)],
    ...more,
  };
}

export function packOf(changes: readonly PackChange[]): PackDocument {
  return {
    title: 'Change audit pack, Test board',
    boardName: 'Test board',
    sample: true,
    ledger: '01JAAAAAAAAAAAAAAAAAAAAAAA',
    commit: 'a'.repeat(40),
    rootFingerprint: `SHA256:${'A'.repeat(43)}`,
    zone: 'Europe/Paris',
    periodWords: 'Sun 1 Nov 2026 through Mon 30 Nov 2026',
    asOfWords: 'Mon 30 Nov 2026, 12:00',
    datedAt: DATED,
    figures: [{ label: 'Changes', value: String(changes.length) }],
    scope: ['Every change of the period.'],
    proofCommands: ['git rev-list --min-parents=2 HEAD'],
    notable: changes.slice(0, 1).map(({ change, title }) => ({ why: 'Emergency', change, title })),
    changes,
    freezes: [
      { title: 'Stock count', effect: 'Freeze', owner: 'Bo', scope: 'Freezes the store.', spans: ['all day'], hits: 1 },
    ],
    people: [{ person: 'ana', name: 'Ana', roles: 'peer', keys: 'SHA256:abcdefghijkl' }],
    policy: { name: 'Default', bands: 'Moderate from 25.', approvals: [{ band: 'Low', type: 'Normal', asks: 'peer' }] },
    boardRecords: [packRecord('board', 1)],
  };
}
