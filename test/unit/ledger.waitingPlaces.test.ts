import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardCalendar } from '../../shared/ledger/board.ts';
import type { ServiceBody, SiteBody } from '../../shared/record/body/siteBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { objectionsAt } from '../../shared/window/timeObjections.ts';
import { workOf } from '../../shared/window/work.ts';
import { requestOf, serviceOf, siteOf, windowOf } from '../support/ledgerBodies.ts';
import { fate, START, startLine, type Line } from '../support/ledgerLine.ts';
import { member, people } from '../support/ledgerPeople.ts';

const LATER = START + 2 * HOUR_MS;
const END = LATER + 48 * HOUR_MS;
const selling = serviceOf({
  service: 'selling',
  kind: 'business-process',
  dependsOn: [{ to: 'pos', kind: 'supports', strength: 'strong' }],
});
const board = [...people, member('cora', ['change-manager'])];

function objections({ replay }: Pick<Line, 'replay'>, at: number) {
  const known = replay.board(at);
  const work = workOf(requestOf());
  assert.ok(work);
  return objectionsAt(work, boardCalendar(known, createTopology(known.services.values())), at);
}

/** Selling rests on the tills and is frozen; then somebody says that it does not. */
function cutOff(by: string, given: Partial<ServiceBody> = { dependsOn: [] }) {
  const line = startLine({ people: board });
  const first = line.sign('service', selling, { by: 'carl' });
  const scope = { everything: false, processes: ['selling'] };
  const schedule = { form: 'once', start: '2026-11-20T06:00', end: '2026-12-20T06:00' } as const;
  line.add(
    line.sign('site', siteOf(), { by: 'carl' }),
    line.sign('service', serviceOf(), { by: 'carl' }),
    first,
    line.sign('window', windowOf({ scope, schedule }), { by: 'carl' }),
  );
  const cut = line.sign('service', { ...selling, ...given, follows: [first.digest] }, { by, at: LATER });
  line.add(cut);
  return { line, first, cut };
}

function agree(line: Line, digest: string, by: string, kind: 'service' | 'site' = 'service', subject = 'selling') {
  const cosign = line.sign('cosign', { of: { kind, subject, digest } }, { by, at: LATER });
  return fate(line.add(cosign), cosign);
}

test('a removed dependency holds for 48 hours after it was first seen to be removed', () => {
  const { line, first, cut } = cutOff('carl');
  assert.equal(objections(line, LATER)[0]?.code, 'freeze');
  assert.equal(objections(line, END - 1)[0]?.code, 'freeze');
  assert.deepEqual(objections(line, END), []);
  const [waiting] = line.replay.board(LATER).waitingPlaces ?? [];
  assert.equal(waiting?.by.digest, cut.digest);
  assert.deepEqual(
    waiting?.earlier.map(({ filed, until }) => [filed.digest, until]),
    [[first.digest, END]],
  );
  assert.equal(line.replay.board(LATER).services.get('selling')?.dependsOn.length, 1);
  assert.equal(line.replay.board(LATER).revisedServices?.get('selling')?.dependsOn.length, 0);
  assert.equal(line.replay.board(END).services.get('selling')?.dependsOn.length, 0);
});

test('what is added to a service counts at once, and a name waits for nothing', () => {
  const dependsOn = [...selling.dependsOn, { to: 'erp', kind: 'supports', strength: 'strong' } as const];
  const { line } = cutOff('carl', { dependsOn });
  assert.equal(line.replay.board(LATER).services.get('selling')?.dependsOn.length, 2);
  assert.deepEqual(cutOff('carl', { name: 'Trade' }).line.replay.board(LATER).waitingPlaces, []);
});

test('a change manager besides the author ends the wait; one person in two roles, or a stranger, does not', () => {
  const { line, cut } = cutOff('carl');
  assert.equal(agree(line, cut.digest, 'carl'), 'counted');
  assert.equal(objections(line, LATER).length, 1);
  assert.equal(agree(line, cut.digest, 'rita'), 'not-entitled');
  // A signature for another kind names the digest in vain.
  const astray = line.sign('cosign', { of: { kind: 'request', subject: 'x', digest: cut.digest } }, { by: 'rita' });
  line.add(astray);
  assert.equal(objections(line, LATER).length, 1);
  assert.equal(agree(line, cut.digest, 'cora'), 'counted');
  assert.deepEqual(objections(line, LATER), []);
});

test('beyond its author’s reach a revision needs one change manager to count, and another not to wait', () => {
  const { line, cut } = cutOff('sofia');
  assert.equal(line.replay.board(LATER).services.get('selling')?.dependsOn.length, 1);
  assert.equal(agree(line, cut.digest, 'carl'), 'counted');
  assert.equal(objections(line, LATER).length, 1);
  assert.equal(agree(line, cut.digest, 'cora'), 'counted');
  assert.deepEqual(objections(line, LATER), []);
});

const siteClock: Partial<WindowBody> = {
  zone: 'site',
  schedule: { form: 'once', start: '2026-11-20T20:00', end: '2026-11-20T22:00' },
};

function moved(zones: readonly string[]) {
  const line = startLine({ people: board });
  const first = line.sign('site', siteOf(), { by: 'carl' });
  line.add(first, line.sign('window', windowOf(siteClock), { by: 'carl' }));
  for (const zone of zones) {
    const body: SiteBody = siteOf({ zone, follows: [first.digest] });
    line.add(line.sign('site', body, { by: 'carl', at: START + HOUR_MS }));
  }
  return line;
}

test('while its zone is new a site’s windows run on both clocks', () => {
  // 20:00 in Paris is 19:00Z, in New York 01:00Z of the next day.
  const line = moved(['America/New_York']);
  assert.equal(objections(line, Date.parse('2026-11-20T19:30:00Z'))[0]?.code, 'freeze');
  assert.equal(objections(line, Date.parse('2026-11-20T19:30:00Z'))[0]?.waits, START + 49 * HOUR_MS);
  assert.deepEqual(objections(line, Date.parse('2026-11-20T23:00:00Z')), []);
  assert.equal(objections(line, Date.parse('2026-11-21T01:30:00Z'))[0]?.waits, undefined);
  assert.equal(line.replay.board(START + 49 * HOUR_MS).waitingPlaces?.length, 0);
});

test('both sides of a forked site keep their clocks until it is settled', () => {
  const line = moved(['America/New_York', 'Asia/Tokyo']);
  const late = START + 60 * HOUR_MS;
  assert.equal(line.replay.board(late).forkedSites?.get('lyon')?.length, 2);
  const schedule = { form: 'once', start: '2026-11-23T20:00', end: '2026-11-23T22:00' } as const;
  line.add(line.sign('window', windowOf({ ...siteClock, window: 'late', schedule }), { by: 'carl' }));
  // 20:00 in Tokyo is 11:00Z, in New York 01:00Z of the next day.
  for (const at of ['2026-11-23T11:30:00Z', '2026-11-24T01:30:00Z'])
    assert.equal(objections(line, Date.parse(at))[0]?.code, 'freeze', at);
  assert.deepEqual(objections(line, Date.parse('2026-11-23T19:30:00Z')), []);
});

test('a freeze shortened on a map that was cut with it holds on the map as it was', () => {
  const { line } = cutOff('carl');
  const frozen = line.replay.board(LATER).windows.get('black-friday')?.[0];
  assert.ok(frozen);
  const gone: WindowBody = { ...frozen.record.body, standing: 'withdrawn', follows: [frozen.digest] };
  line.add(line.sign('window', gone, { by: 'carl', at: LATER }));
  assert.equal(objections(line, LATER)[0]?.code, 'freeze');
  assert.equal(objections(line, END - 1)[0]?.code, 'freeze');
  assert.deepEqual(objections(line, END), []);
});
