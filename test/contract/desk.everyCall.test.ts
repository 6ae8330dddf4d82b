import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contract, type CallName } from '../../shared/api/contract.ts';
import type { Reply } from '../../shared/api/call.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { shippedMappings } from '../../shared/importer/shippedMappings.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

const DAY = 86_400_000;
const DIGEST = `sha256:${'a'.repeat(64)}`;

/** One good input for every call, out of what the sample board holds. */
async function inputs(desk: TestDesk): Promise<Record<CallName, unknown>> {
  const all = { filter: {}, sort: { by: 'start', descending: true }, offset: 0, limit: 50 } as const;
  const { rows } = await desk.ask('changes.list', { ...all, filter: { states: ['authorization'] } });
  const change = rows[0]?.change ?? '';
  const { text } = await desk.ask('changes.read', { change });
  const { change: _c, follows: _f, cancelled: _x, imported: _i, requester: _r, ...body } = text;
  const window = (await desk.ask('windows.list', {}))[0]?.window ?? '';
  const { window: _w, follows: _g, standing: _s, ...draft } = (await desk.ask('windows.read', { window })).body;
  const [mapping] = shippedMappings;
  const month = { start: toInstant(desk.now() - 30 * DAY), end: toInstant(desk.now()) };
  return {
    'app.status': {},
    'me.actAs': { person: text.requester },
    'jobs.list': {},
    'jobs.cancel': { job: 'none' },
    'unsent.list': {},
    'unsent.undo': { row: 1 },
    'view.read': { view: 'changes' },
    'view.save': { view: 'changes', state: { columns: ['title'] } },
    'changes.list': all,
    'changes.read': { change },
    'changes.preview': { change, body },
    'changes.slots': { change, body, count: 3 },
    'slots.find': {
      services: text.services,
      sites: text.sites,
      tenants: [],
      environment: 'production',
      category: text.category,
      minutes: 60,
      from: desk.now(),
      count: 10,
    },
    'drafts.list': {},
    'drafts.save': { draft: null, change: null, body },
    'drafts.discard': { draft: 'none' },
    'changes.submit': { draft: null, change: null, body },
    'changes.cancel': { change, reason: 'Not needed any more' },
    'changes.move': { change, start: desk.now() + 10 * DAY },
    'changes.decide': { change, material: DIGEST, verdict: 'approve', role: 'peer' },
    'evidence.file': { digest: DIGEST },
    'changes.addEvidence': {
      change,
      evidence: 'restore-test',
      title: 'Restored on Tuesday',
      measuredAt: toInstant(desk.now() - DAY),
      detail: '',
    },
    'waivers.propose': {
      change,
      material: DIGEST,
      windows: [window],
      sites: [],
      expires: toInstant(desk.now() + DAY / 2),
      reason: 'Labels print wrong',
      rollbackProof: 'Rehearsed',
      breakGlass: false,
    },
    'waivers.cosign': { change, waiver: DIGEST, voice: 'owner' },
    'waivers.withdraw': { change, waiver: DIGEST },
    'reviews.write': { change, outcome: 'successful', summary: 'As planned', causes: '', actions: [] },
    'comments.write': { change, text: 'Is the shift lead told?' },
    'windows.list': {},
    'windows.read': { window },
    'windows.preview': { window: null, draft },
    'windows.save': { window: null, draft, standing: 'published' },
    'windows.withdraw': { window },
    'windows.agree': { window, digest: DIGEST },
    'windows.readFile': { name: 'days.csv', text: '2026-12-25, Christmas Day', format: null, zone: 'UTC', join: true },
    'windows.previewAdoption': { entries: [{ window: null, draft }] },
    'windows.adopt': { entries: [{ window: null, draft }], standing: 'published' },
    'calendar.export': {
      name: 'Board',
      start: desk.now(),
      end: desk.now() + 30 * DAY,
      zone: 'Europe/Paris',
      changes: {},
      effects: ['freeze'],
    },
    'today.read': {},
    'calendar.month': { month: toInstant(desk.now()).slice(0, 7), zone: 'Europe/Paris', filter: {} },
    'calendar.timeline': { start: desk.now() - 20 * DAY, end: desk.now() + 20 * DAY, by: 'service', filter: {} },
    'calendar.tryMove': { change, start: desk.now() + DAY },
    'map.read': {},
    'map.blast': { services: text.services.slice(0, 1) },
    'catalogue.read': {},
    'imports.stage': { name: 'log.csv', text: 'number,start\n1,2026-01-01' },
    'imports.mappings': {},
    'imports.saveMapping': { mapping },
    'imports.preview': { staged: 'none', mapping },
    'imports.run': { staged: 'none', mapping },
    'imports.report': { job: 'none' },
    'audit.preview': month,
    'audit.export': { ...month, zone: 'Europe/Paris' },
    'audit.file': { job: 'none' },
    'holidays.countries': {},
    'holidays.days': { country: 'DE', region: 'BY', from: 2026, to: 2027 },
    'suggestions.list': { country: 'FR', region: null },
    'suggestions.draft': { id: 'month-end-close', country: 'FR', region: null, values: { before: '3' } },
    'suggestions.drafts': { country: 'FR', region: null, picks: [{ id: 'black-friday' }] },
    'people.list': {},
    'people.requests': {},
    'people.hear': { request: 'none', words: 'one two' },
    'people.admit': { request: 'none', words: '', person: 'nora', name: 'Nora', roles: [], revokes: null },
    'people.putAway': { path: 'none' },
    'people.preview': { edits: [{ edit: 'describe', person: text.requester, name: 'Renamed' }] },
    'people.edit': { edits: [{ edit: 'describe', person: text.requester, name: 'Renamed' }] },
    'people.signedBy': { fingerprint: `SHA256:${'a'.repeat(43)}` },
    'people.waiting': {},
    'people.cosign': { kind: 'roster', digest: DIGEST },
    'people.signAgain': { path: 'none' },
    'people.delegate': {
      to: 'helen-marsh',
      roles: [{ role: 'change-manager', reach: 'everything' }],
      from: toInstant(desk.now()),
      until: toInstant(desk.now() + DAY),
      reason: 'Away',
    },
    'people.endDelegation': {},
    'people.myKeys': {},
    'people.agentKeys': {},
    'people.newKey': { label: 'laptop' },
    'people.useAgentKey': { publicKey: 'ssh-ed25519 AAAA' },
    'people.useKeyFile': { path: '/nowhere/id_ed25519' },
    'people.enrol': {
      person: 'nora',
      name: 'Nora',
      label: 'laptop',
      wishes: 'Requester',
      key: null,
      replaces: null,
    },
    'people.pipelineKey': { name: 'deploy' },
    'sync.status': {},
    'sync.now': {},
    'sync.pause': {},
    'sync.resume': {},
    'sync.restoreLine': { theirs: 'a'.repeat(40) },
    'sync.dismissWentBack': {},
    'ledger.health': {},
    'ledger.history': { before: null, by: null },
    'ledger.storage': {},
    'ledger.rebuild': {},
    'ledger.forks': {},
    'ledger.settle': { kind: 'window', subject: 'black-friday', keep: `sha256:${'0'.repeat(64)}` },
    'ledger.verify': {},
    'boards.list': {},
    'boards.open': { name: 'none' },
    'boards.create': {
      title: 'Another board',
      person: 'ines',
      adminName: 'Ines',
      roles: [],
      sites: [{ name: 'Lyon', kind: 'store', zone: 'Europe/Paris', country: 'FR' }],
      services: [],
      keepRoot: false,
    },
    'boards.join': { address: '/no/such/board.git', root: null },
    'boards.joined': { job: 'none' },
    'boards.keep': { job: 'none', root: `SHA256:${'a'.repeat(43)}` },
    'boards.discard': { job: 'none' },
    'boards.publish': { address: '/no/such/board.git' },
    'boards.leaving': { name: 'sample' },
    'boards.leave': { name: 'none', unsent: 0 },
  };
}

/** Calls whose input above names something that is not there. */
const refusals: Partial<Record<CallName, string>> = {
  'jobs.cancel': 'job-not-found',
  'drafts.discard': 'draft-not-found',
  'imports.preview': 'file-unreadable',
  'imports.run': 'file-unreadable',
  'imports.report': 'job-not-found',
  'audit.file': 'job-not-found',
  'unsent.undo': 'outbox-sent',
  'sync.restoreLine': 'remote-moved',
  'people.hear': 'request-not-found',
  'people.admit': 'request-not-found',
  'people.signAgain': 'request-not-found',
  'people.agentKeys': 'agent-missing',
  'people.useAgentKey': 'agent-missing',
  'people.useKeyFile': 'key-unusable',
  'boards.open': 'board-not-found',
  'boards.joined': 'job-not-found',
  'boards.keep': 'job-not-found',
  'boards.leave': 'board-not-found',
};

test('every call answers, in values that survive both hosts unchanged', async (t) => {
  // Whoever runs the tests may have an agent of their own.
  process.env['SSH_AUTH_SOCK'] = '/nowhere/agent';
  const desk = await openTestDesk(t);
  const given = await inputs(desk);
  const refused: Record<string, string> = {};
  // Queries first: they find the sample as it is.
  const names = (Object.keys(contract) as CallName[]).toSorted((a, b) => Number(isCommand(a)) - Number(isCommand(b)));
  for (const name of names) {
    const reply: Reply = await desk.dispatch(name, given[name]);
    assert.deepEqual(structuredClone(reply), reply, `${name} over IPC`);
    assert.deepEqual(JSON.parse(JSON.stringify(reply)), reply, `${name} over HTTP`);
    if (!reply.ok) refused[name] = reply.code;
  }
  for (const [name, code] of Object.entries(refusals)) {
    assert.equal(refused[name], code, name);
    delete refused[name];
  }
  // As the change manager none of these is theirs to say: that is an answer as well.
  for (const [name, code] of Object.entries(refused))
    assert.match(code, /^(stale-record|own-change|not-entitled)$/, name);
  assert.ok(Object.keys(refused).length <= 14, JSON.stringify(refused));
  assert.deepEqual(desk.defects, []);
});

/** What an auditor does besides reading: the ledger's table gives them checkpoints, and a word like every member. */
const auditorSays = ['checkpoint', 'comment', 'enrol'];
/** Commands that change who acts or which board is open, and would end the question. */
const turns = /^(me\.actAs|boards\.)/;

test('an auditor reads everything and signs nothing that decides, plans, frees or admits', async (t) => {
  const desk = await openTestDesk(t);
  const given = await inputs(desk);
  const { me, head } = await desk.ask('app.status', {});
  const auditor = me.canActAs.find(({ roles }) => roles.join() === 'auditor');
  assert.ok(auditor, 'the sample has one who is auditor and nothing else');
  await desk.ask('me.actAs', { person: auditor.person });
  for (const name of (Object.keys(contract) as CallName[]).filter((each) => !turns.test(each))) {
    const reply = await desk.dispatch(name, given[name]);
    if (!isCommand(name) && !reply.ok) assert.match(reply.code, /-not-found$|^file-unreadable$|^agent-missing$/, name);
  }
  const said = (await desk.ask('unsent.list', {})).map(({ what }) => what);
  assert.deepEqual(
    said.filter((what) => !auditorSays.includes(what)),
    [],
  );
  assert.equal((await desk.ask('app.status', {})).head, head, 'nothing was written behind the outbox');
  assert.deepEqual(desk.defects, []);
});

function isCommand(name: CallName): boolean {
  return contract[name].kind === 'command';
}

test('an input that does not fit is refused with the field at fault, and a call that is not there as well', async (t) => {
  const desk = await openTestDesk(t);
  const wrong: [string, unknown, string][] = [
    ['changes.read', { change: 'CHG-1' }, 'change'],
    ['changes.list', { filter: {}, sort: { by: 'start', descending: false }, offset: -1, limit: 10 }, 'offset'],
    [
      'changes.list',
      { filter: { bands: ['severe'] }, sort: { by: 'start', descending: false }, offset: 0, limit: 1 },
      'filter.bands.0',
    ],
    ['app.status', { extra: 1 }, ''],
    ['app.status', null, ''],
    ['no.such.call', {}, ''],
    ['__proto__', {}, ''],
  ];
  for (const [name, input, field] of wrong) {
    const reply = await desk.dispatch(name, input);
    assert.ok(!reply.ok && reply.code === 'input-rejected', name);
    assert.equal(reply.facts['field'], field);
  }
  assert.deepEqual(desk.defects, []);
});

test('what is not there is refused by name', async (t) => {
  const desk = await openTestDesk(t);
  const code = async (name: string, input: unknown) => {
    const reply = await desk.dispatch(name, input);
    return reply.ok ? 'ok' : reply.code;
  };
  assert.equal(await code('changes.read', { change: 'CHG-2026-0000000' }), 'change-not-found');
  assert.equal(await code('windows.read', { window: 'no-such' }), 'window-not-found');
  assert.equal(await code('map.blast', { services: ['no-such'] }), 'service-not-found');
  assert.equal(await code('calendar.month', { month: '2026-11', zone: 'Mars/Olympus', filter: {} }), 'unknown-zone');
  assert.equal(await code('me.actAs', { person: 'no-such' }), 'key-unusable');
});
