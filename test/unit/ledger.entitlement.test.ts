import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidenceBody, ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import { CHANGE, decisionOf, requestOf, serviceOf, siteOf, windowOf } from '../support/ledgerBodies.ts';
import { fate, hashOf, nextId, START, startLine, type TextFile } from '../support/ledgerLine.ts';
import { keyNamed, member, people, role } from '../support/ledgerPeople.ts';

const HOUR = 3_600_000;
const evidence: EvidenceBody = {
  change: CHANGE,
  evidence: 'build-test',
  title: 'Build',
  measuredAt: '2026-11-20T08:00:00Z',
  detail: '',
  follows: [],
};
const receipt: ReceiptBody = {
  change: CHANGE,
  event: 'succeeded',
  environment: 'production',
  services: ['pos'],
  artifacts: [],
  happenedAt: '2026-12-01T21:00:00Z',
};

function withRequest() {
  const line = startLine();
  const request = line.sign('request', requestOf(), { by: 'rita' });
  line.add(request);
  return { line, request };
}

test('each kind counts when signed by a role of its row, and by no other', () => {
  const { line } = withRequest();
  const quarantine = { path: 'windows/x/y.json', blob: hashOf('x'), reason: '' };
  const checkpoint = { commit: line.head(), position: 2, state: `sha256:${'0'.repeat(64)}`, setAside: [] };
  const rows: readonly (readonly [TextFile, string])[] = [
    [line.sign('policy', line.replay.board().policy, { by: 'carl' }), 'not-entitled'],
    [line.sign('site', siteOf(), { by: 'rita' }), 'not-entitled'],
    [line.sign('site', siteOf({ site: 'paris' }), { by: 'carl' }), 'counted'],
    [line.sign('service', serviceOf(), { by: 'petra' }), 'not-entitled'],
    [line.sign('service', serviceOf(), { by: 'sofia' }), 'counted'],
    [line.sign('window', windowOf(), { by: 'petra' }), 'not-entitled'],
    [line.sign('window', windowOf(), { by: 'bruno' }), 'counted'],
    [line.sign('request', requestOf({ change: 'CHG-2026-0000000' }), { by: 'petra' }), 'not-entitled'],
    [line.sign('request', requestOf({ change: 'CHG-2026-0000001' }), { by: 'carl' }), 'counted'],
    [line.sign('evidence', evidence, { by: 'carl' }), 'not-entitled'],
    [line.sign('evidence', evidence, { by: 'petra' }), 'counted'],
    [line.sign('receipt', receipt, { by: 'petra' }), 'not-entitled'],
    [line.sign('receipt', receipt, { by: 'pipe' }), 'counted'],
    [line.sign('checkpoint', checkpoint, { by: 'carl' }), 'not-entitled'],
    [line.sign('checkpoint', checkpoint, { by: 'audra' }), 'counted'],
    [line.sign('quarantine', quarantine, { by: 'ada' }), 'not-entitled'],
    [line.sign('decision', decisionOf(), { by: 'petra' }), 'counted'],
    [line.sign('decision', decisionOf({ role: 'chair' }), { by: 'petra' }), 'not-entitled'],
    [line.sign('decision', decisionOf({ role: 'requester' }), { by: 'ada' }), 'not-entitled'],
  ];
  for (const [file, expected] of rows) assert.equal(fate(line.add(file), file), expected, file.path);
});

test('a signature needs a member, one of their keys, and the right arithmetic', () => {
  const { line } = withRequest();
  const stranger = line.sign('decision', decisionOf(), { by: 'mallory' });
  const borrowed = line.sign('decision', decisionOf(), { by: 'petra', key: 'mallory' });
  const good = line.sign('decision', decisionOf(), { by: 'petra' });
  const other = line.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'petra', id: good.record.id });
  const moved = { path: good.path, text: good.text.replace(/"sig":"[^"]+"/, `"sig":"${other.record.signed.sig}"`) };
  assert.equal(fate(line.add(stranger), stranger), 'signer-unknown');
  assert.equal(fate(line.add(borrowed), borrowed), 'key-unknown');
  assert.equal(fate(line.add(moved), moved), 'signature-wrong');
});

test('a record of another ledger does not count here', () => {
  const { line } = withRequest();
  const foreign = line.sign('decision', decisionOf(), { by: 'petra', ledger: nextId() });
  assert.equal(fate(line.add(foreign), foreign), 'ledger-differs');
});

test('what its signer had seen must lie on the line before it', () => {
  const { line } = withRequest();
  const elsewhere = line.sign('decision', decisionOf(), { by: 'petra', seen: hashOf('elsewhere') });
  assert.equal(fate(line.add(elsewhere), elsewhere), 'seen-not-on-line');
  const own = hashOf('own');
  const early = line.sign('decision', decisionOf(), { by: 'petra', seen: own });
  const standings = line.push({ commit: own, added: [{ ...early, mode: '100644', blob: hashOf(early.text) }] });
  assert.equal(fate(standings, early), 'seen-not-on-line');
  const none = line.sign('decision', decisionOf(), { by: 'petra', seen: '' });
  assert.equal(fate(line.add(none), none), 'seen-not-on-line');
});

test('a role must be held where it was seen and where it is added', () => {
  const { line } = withRequest();
  const before = line.head();
  const promoted = [...people.filter(({ person }) => person !== 'petra'), member('petra', ['peer', 'security'])];
  const revision = line.sign('roster', { people: promoted, follows: [line.inForce('roster')] });
  assert.equal(fate(line.add(revision), revision), 'counted');

  const waited = line.sign('decision', decisionOf({ role: 'security' }), { by: 'petra', seen: before });
  assert.equal(fate(line.add(waited), waited), 'not-entitled');
  const fresh = line.sign('decision', decisionOf({ role: 'security' }), { by: 'petra' });
  assert.equal(fate(line.add(fresh), fresh), 'counted');

  const held = line.head();
  const demoted = line.sign('roster', { people: [...people], follows: [revision.digest] });
  line.add(demoted);
  const late = line.sign('decision', decisionOf({ role: 'security' }), { by: 'petra', seen: held });
  assert.equal(fate(line.add(late), late), 'not-entitled');
});

test('a new member, and a new key, sign on top of the roster that names them', () => {
  const { line } = withRequest();
  const before = line.head();
  const keyed = people.map((given) =>
    given.person === 'petra' ? { ...given, keys: [...given.keys, keyNamed('petra-phone')] } : given,
  );
  const joined = [...keyed, member('nora', ['peer'])];
  line.add(line.sign('roster', { people: joined, follows: [line.inForce('roster')] }));
  const early = line.sign('decision', decisionOf(), { by: 'nora', seen: before });
  const earlyKey = line.sign('decision', decisionOf(), { by: 'petra', key: 'petra-phone', seen: before });
  assert.equal(fate(line.add(early), early), 'signer-unknown');
  assert.equal(fate(line.add(earlyKey), earlyKey), 'key-unknown');
  const late = line.sign('decision', decisionOf(), { by: 'nora' });
  const lateKey = line.sign('decision', decisionOf(), { by: 'petra', key: 'petra-phone' });
  assert.equal(fate(line.add(late), late), 'counted');
  assert.equal(fate(line.add(lateKey), lateKey), 'counted');
});

test('a role counts from its first to its last instant, by the clock the line vouches for', () => {
  const until = '2026-11-20T10:00:00Z';
  const dated = people.map((person) =>
    person.person === 'petra' ? member('petra', [role('peer', { from: '2026-11-20T09:00:00Z', until })]) : person,
  );
  const line = startLine({ people: dated });
  line.add(line.sign('request', requestOf(), { by: 'rita' }));
  const at = (hours: number) => line.sign('decision', decisionOf(), { by: 'petra', at: START + hours * HOUR });
  const [early, inside, late] = [at(0.5), at(1.5), at(2)];
  assert.equal(fate(line.add(early), early), 'not-entitled');
  assert.equal(fate(line.add(inside), inside), 'counted');
  assert.equal(fate(line.add(late), late), 'not-entitled');

  const tick = (by: string, change: string) =>
    line.sign('request', requestOf({ change }), { by, at: START + 3 * HOUR });
  line.add(tick('rita', 'CHG-2026-0000001'), tick('carl', 'CHG-2026-0000002'));
  const backdated = at(1.5);
  assert.equal(fate(line.add(backdated), backdated), 'not-entitled');
});

test('one clock that runs ahead does not move the clock of the line', () => {
  const { line } = withRequest();
  const future = requestOf({ change: 'CHG-2026-0000001' });
  line.add(line.sign('request', future, { by: 'rita', at: START + 9_000 * HOUR }));
  const decision = line.sign('decision', decisionOf(), { by: 'petra', at: START + HOUR });
  const [standing] = line.add(decision);
  assert.ok(standing && 'filed' in standing);
  assert.equal(standing.filed.effectiveAt, START + HOUR);
});

test('author and implementer never decide their own change', () => {
  const both = people.map((person) =>
    ['rita', 'ivan'].includes(person.person) ? member(person.person, ['requester', 'implementer', 'peer']) : person,
  );
  const line = startLine({ people: both });
  line.add(line.sign('request', requestOf(), { by: 'rita' }));
  for (const by of ['rita', 'ivan']) {
    const decision = line.sign('decision', decisionOf(), { by });
    assert.equal(fate(line.add(decision), decision), 'self-approval');
  }
});

test('an owner decides on changes inside the reach, not beyond', () => {
  const { line } = withRequest();
  const inside = line.sign('decision', decisionOf({ role: 'service-owner' }), { by: 'sofia' });
  assert.equal(fate(line.add(inside), inside), 'counted');
  const elsewhere = requestOf({ change: 'CHG-2026-0000001', services: ['erp'], sites: ['paris'] });
  line.add(line.sign('request', elsewhere, { by: 'rita' }));
  const beyond = line.sign('decision', decisionOf({ change: elsewhere.change, role: 'service-owner' }), {
    by: 'sofia',
  });
  assert.equal(fate(line.add(beyond), beyond), 'not-in-reach');
});

test('a change that names no sites reaches the sites of its services', () => {
  const local = [role('process-owner', { reach: { sites: ['lyon'] } })];
  const line = startLine({
    people: [...people, member('lou', local), member('ann', [{ ...local[0]!, reach: { sites: ['paris'] } }])],
  });
  line.add(line.sign('site', siteOf(), { by: 'carl' }), line.sign('service', serviceOf(), { by: 'carl' }));
  line.add(line.sign('request', requestOf({ sites: [] }), { by: 'rita' }));
  const [here, elsewhere] = ['lou', 'ann'].map((by) =>
    line.sign('decision', decisionOf({ role: 'process-owner' }), { by }),
  );
  assert.ok(here && elsewhere);
  assert.equal(fate(line.add(here), here), 'counted');
  assert.equal(fate(line.add(elsewhere), elsewhere), 'not-in-reach');
});

test('only the first author, the implementer or a change manager may follow a request', () => {
  const others = [...people, member('rob', ['requester'])];
  const line = startLine({ people: others });
  const request = line.sign('request', requestOf(), { by: 'rita' });
  line.add(request);
  const next = (by: string) => line.sign('request', requestOf({ title: by, follows: [request.digest] }), { by });
  const [stranger, author, implementer, manager] = ['rob', 'rita', 'ivan', 'carl'].map(next);
  assert.ok(stranger && author && implementer && manager);
  assert.equal(fate(line.add(stranger), stranger), 'not-entitled');
  for (const file of [author, implementer, manager]) assert.equal(fate(line.add(file), file), 'counted');
});

test('two first requests under one id: the later is void', () => {
  const { line } = withRequest();
  const second = line.sign('request', requestOf({ title: 'Another' }), { by: 'carl' });
  assert.equal(fate(line.add(second), second), 'collision');
});

test('a revision must follow what is known', () => {
  const { line } = withRequest();
  const unknown = [`sha256:${'9'.repeat(64)}`];
  const request = line.sign('request', requestOf({ follows: unknown }), { by: 'carl' });
  const window = line.sign('window', windowOf({ follows: unknown }), { by: 'carl' });
  const decision = line.sign('decision', decisionOf({ change: 'CHG-2026-0000009' }), { by: 'petra' });
  assert.equal(fate(line.add(request), request), 'wrong-follows');
  assert.equal(fate(line.add(window), window), 'wrong-follows');
  assert.equal(fate(line.add(decision), decision), 'wrong-follows');
});

test('a pipeline reports inside its reach', () => {
  const regional = member('pipe-lyon', [role('pipeline', { reach: { sites: ['lyon'], services: ['pos'] } })]);
  const line = startLine({ people: [...people, regional] });
  line.add(line.sign('request', requestOf(), { by: 'rita' }));
  const cases = [
    [{ services: ['pos'] }, 'counted'],
    [{ services: ['erp'], site: 'lyon' }, 'counted'],
    [{ services: ['erp', 'pos'] }, 'not-in-reach'],
    [{ services: [] }, 'not-in-reach'],
  ] as const;
  for (const [given, expected] of cases) {
    const done = line.sign('receipt', { ...receipt, ...given, services: [...given.services] }, { by: 'pipe-lyon' });
    assert.equal(fate(line.add(done), done), expected);
  }
});

test('an implementer reports only the work they were named for', () => {
  const line = startLine({ people: [...people, member('irma', ['implementer'])] });
  line.add(line.sign('request', requestOf(), { by: 'rita' }));
  const own = line.sign('receipt', receipt, { by: 'ivan' });
  const foreign = line.sign('receipt', receipt, { by: 'irma' });
  assert.equal(fate(line.add(own), own), 'counted');
  assert.equal(fate(line.add(foreign), foreign), 'not-entitled');
});
