import assert from 'node:assert/strict';
import { contract, type CallName, type Input, type QueryName } from '../../shared/api/contract.ts';
import { shippedMappings } from '../../shared/importer/shippedMappings.ts';
import { toInstant } from '../../shared/time/instant.ts';
import type { TestDesk } from './desk.ts';

const DAY = 86_400_000;
/** What a query may answer when what it names is not there. */
const NOT_THERE = /^(\w+-not-found|file-unreadable|stale-record|agent-missing)$/;

const queryNames = (Object.keys(contract) as CallName[]).filter(
  (name): name is QueryName => contract[name].kind === 'query',
);

/** Queries that are asked with something: the compiler misses those that are left out below. */
type Asking = { [N in QueryName]: Record<never, never> extends Input<N> ? never : N }[QueryName];

/** An input for every query that a desk may be asked whatever its board holds, who reads it, or nothing at all. */
async function queryInputs(desk: TestDesk): Promise<Record<Asking, unknown>> {
  const list = { filter: {}, sort: { by: 'start', descending: true }, offset: 0, limit: 50 } as const;
  const change = (await desk.ask('changes.list', list)).rows[0]?.change ?? null;
  const window = (await desk.ask('windows.list', {}))[0]?.window ?? 'none';
  const { services, sites } = await desk.ask('catalogue.read', {});
  const service = services[0]?.service ?? 'none';
  const month = { start: toInstant(desk.now() - 30 * DAY), end: toInstant(desk.now()) };
  const body = {
    title: '',
    type: 'normal',
    category: 'configuration',
    environment: 'production',
    summary: '',
    artifacts: [],
    plans: {
      implementation: '',
      validation: '',
      rollback: { steps: '', criteria: '', readiness: 'none' },
      communication: '',
      fallback: '',
    },
    data: 'reversible',
    phases: [],
    services: services.slice(0, 1).map((each) => each.service),
    sites: sites.slice(0, 1).map((each) => each.site),
    tenants: [],
    timing: null,
    implementer: '',
  };
  const draft = { title: 'Stock count', effect: 'freeze', owner: '', scope: { everything: true } };
  const place = { country: 'FR', region: null };
  const { draft: suggested } = await desk.ask('suggestions.draft', { id: 'month-end-close', ...place });
  const period = { start: desk.now() - 20 * DAY, end: desk.now() + 20 * DAY };
  return {
    'view.read': { view: 'changes' },
    'changes.list': list,
    'changes.read': { change: change ?? 'CHG-2026-0000000' },
    'evidence.file': { digest: `sha256:${'a'.repeat(64)}` },
    'changes.preview': { change, body },
    'changes.slots': { change, body, count: 2 },
    'slots.find': {
      services: body.services,
      sites: body.sites,
      tenants: [],
      environment: 'production',
      category: 'configuration',
      minutes: 60,
      from: desk.now(),
      count: 2,
    },
    'windows.read': { window },
    'windows.preview': { window: null, draft },
    'windows.readFile': { name: 'days.csv', text: '2026-12-25, Christmas Day', format: null, zone: 'UTC', join: true },
    'windows.previewAdoption': { entries: [{ window: null, draft: { ...suggested, scope: { everything: true } } }] },
    'calendar.export': { name: 'Board', ...period, zone: 'Europe/Paris', changes: {}, effects: ['freeze'] },
    'calendar.month': { month: toInstant(desk.now()).slice(0, 7), zone: 'Europe/Paris', filter: {} },
    'calendar.timeline': { ...period, by: 'service', filter: {} },
    'calendar.tryMove': { change: change ?? 'CHG-2026-0000000', start: desk.now() + DAY },
    'map.blast': { services: [service] },
    'imports.preview': { staged: 'none', mapping: shippedMappings[0] },
    'imports.report': { job: 'none' },
    'audit.preview': month,
    'audit.file': { job: 'none' },
    'holidays.days': { country: 'DE', region: 'BY', from: 2026, to: 2027 },
    'ledger.history': { before: null, by: null },
    'people.hear': { request: 'none', words: '' },
    'people.preview': { edits: [{ edit: 'add-person', person: 'somebody', name: 'Somebody' }] },
    'people.signedBy': { fingerprint: `SHA256:${'a'.repeat(43)}` },
    'boards.joined': { job: 'none' },
    'boards.leaving': { name: 'none' },
    'suggestions.list': place,
    'suggestions.draft': { id: 'month-end-close', ...place },
    'suggestions.drafts': { ...place, picks: [{ id: 'black-friday' }] },
  };
}

/** Asks every query there is, whoever reads the open board and whatever it holds: each answers, or names what is not there. */
export async function everyQueryAnswers(desk: TestDesk): Promise<void> {
  const inputs: Partial<Record<QueryName, unknown>> = await queryInputs(desk);
  for (const query of queryNames) {
    const reply = await desk.dispatch(query, inputs[query] ?? {});
    if (!reply.ok) assert.match(reply.code, NOT_THERE, `${query} ${JSON.stringify(reply.facts)}`);
  }
  assert.deepEqual(desk.defects, []);
}
