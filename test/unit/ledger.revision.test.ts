import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { CHANGE, decisionOf, requestOf, serviceOf, siteOf, windowOf } from '../support/ledgerBodies.ts';
import { fate, START, startLine, type Line, type TextFile } from '../support/ledgerLine.ts';
import { member, people, role } from '../support/ledgerPeople.ts';

function windowsOf(line: Line) {
  return (line.replay.board().windows.get('black-friday') ?? []).map(({ digest }) => digest);
}

test('a freeze beyond its owner’s reach waits for the change manager', () => {
  const line = startLine();
  const wide = line.sign('window', windowOf({ scope: { everything: true } }), { by: 'bruno' });
  assert.equal(fate(line.add(wide), wide), 'pending');
  assert.deepEqual(windowsOf(line), []);
  const of = { kind: 'window', subject: 'black-friday', digest: wide.digest } as const;
  const peer = line.sign('cosign', { of }, { by: 'bruno' });
  assert.equal(fate(line.add(peer), peer), 'not-entitled');
  const agreed = line.sign('cosign', { of }, { by: 'carl' });
  assert.equal(fate(line.add(agreed), wide), 'counted');
  assert.deepEqual(windowsOf(line), [wide.digest]);
});

test('only another person, whose own reach covers it, cosigns what is beyond a reach', () => {
  const regional = member('carla', [role('change-manager', { reach: { sites: ['lyon'] } })]);
  const line = startLine({ people: [...people, regional] });
  const wide = line.sign('window', windowOf({ scope: { everything: true } }), { by: 'bruno' });
  line.add(wide);
  const of = { kind: 'window', subject: 'black-friday', digest: wide.digest } as const;
  const beyond = line.sign('cosign', { of }, { by: 'carla' });
  assert.equal(fate(line.add(beyond), beyond), 'not-in-reach');
  const promoted = people.map((given) =>
    given.person === 'bruno' ? member('bruno', ['change-manager', ...given.roles]) : given,
  );
  line.add(line.sign('roster', { people: promoted, follows: [line.inForce('roster')] }));
  line.add(line.sign('cosign', { of }, { by: 'bruno' }));
  assert.deepEqual(windowsOf(line), []);
  line.add(line.sign('cosign', { of }, { by: 'carl' }));
  assert.deepEqual(windowsOf(line), [wide.digest]);
});

test('a scope lies inside a reach when one of its dimensions does', () => {
  const scopes = [
    [{ everything: false, sites: ['lyon'], services: ['erp'] }, 'counted'],
    [{ everything: false, sites: ['lyon', 'paris'] }, 'pending'],
    [{ everything: false, environments: ['production'] }, 'pending'],
    [{ everything: false, services: ['pos'] }, 'pending'],
  ] as const;
  for (const [scope, expected] of scopes) {
    const line = startLine();
    const window = line.sign('window', windowOf({ scope: structuredClone(scope) as never }), { by: 'bruno' });
    assert.equal(fate(line.add(window), window), expected);
  }
});

test('nobody takes a freeze away from places beyond their reach', () => {
  const line = startLine();
  const wide = line.sign('window', windowOf({ scope: { everything: true } }), { by: 'carl' });
  line.add(wide);
  const narrowed = line.sign('window', windowOf({ follows: [wide.digest] }), { by: 'bruno' });
  assert.equal(fate(line.add(narrowed), narrowed), 'pending');
  assert.deepEqual(windowsOf(line), [wide.digest]);
});

test('the owner of a process reaches what it stops without', () => {
  const owner = member('paula', [role('business-owner', { reach: { processes: ['selling'] } })]);
  const line = startLine({ people: [...people, owner] });
  const scope = { everything: false, services: ['pos'] };
  const early = line.sign('window', windowOf({ scope }), { by: 'paula' });
  assert.equal(fate(line.add(early), early), 'pending');
  const dependsOn = [{ to: 'pos', kind: 'supports', strength: 'strong' }] as const;
  const process = serviceOf({ service: 'selling', kind: 'business-process', dependsOn: [...dependsOn] });
  line.add(line.sign('service', process, { by: 'carl' }));
  const late = line.sign('window', windowOf({ window: 'other', scope }), { by: 'paula' });
  assert.equal(fate(line.add(late), late), 'counted');
});

test('two revisions of one window both apply until somebody settles them', () => {
  const line = startLine();
  const first = line.sign('window', windowOf(), { by: 'bruno' });
  line.add(first);
  const [a, b] = ['A', 'B'].map((title) =>
    line.sign('window', windowOf({ title, follows: [first.digest] }), { by: 'bruno' }),
  );
  assert.ok(a && b);
  line.add(a, b);
  assert.deepEqual(windowsOf(line).toSorted(), [a.digest, b.digest].toSorted());
  const settled = line.sign('window', windowOf({ follows: [a.digest, b.digest] }), { by: 'bruno' });
  line.add(settled);
  assert.deepEqual(windowsOf(line), [settled.digest]);
});

test('settling needs the reach over every side', () => {
  const line = startLine();
  const own = line.sign('window', windowOf(), { by: 'bruno' });
  const wide = line.sign('window', windowOf({ scope: { everything: true } }), { by: 'carl' });
  line.add(own, wide);
  const settled = line.sign('window', windowOf({ follows: [own.digest, wide.digest] }), { by: 'bruno' });
  assert.equal(fate(line.add(settled), settled), 'pending');
  assert.equal(windowsOf(line).length, 2);
});

test('while a service is forked every edge of every side applies, and the most critical tier', () => {
  const line = startLine();
  const first = line.sign('service', serviceOf({ tier: 3 }), { by: 'sofia' });
  line.add(first);
  const side = (to: string, tier: number) =>
    line.sign(
      'service',
      serviceOf({ tier, dependsOn: [{ to, kind: 'calls', strength: 'strong' }], follows: [first.digest] }),
      {
        by: 'sofia',
      },
    );
  line.add(side('db', 2), side('queue', 3));
  const service = line.replay.board().services.get('pos');
  assert.deepEqual(service?.dependsOn.map(({ to }) => to).toSorted(), ['db', 'queue']);
  assert.equal(service?.tier, 2);
});

test('a site is revised in reach, and retired sites stay known', () => {
  const line = startLine();
  const site = line.sign('site', siteOf(), { by: 'bruno' });
  line.add(site);
  const retired = line.sign('site', siteOf({ retired: true, follows: [site.digest] }), { by: 'bruno' });
  const beyond = line.sign('site', siteOf({ site: 'paris' }), { by: 'bruno' });
  assert.equal(fate(line.add(retired), retired), 'counted');
  assert.equal(fate(line.add(beyond), beyond), 'pending');
  assert.equal(line.replay.board(START).sites.get('lyon')?.retired, undefined);
  assert.equal(line.replay.board(START + 48 * HOUR_MS).sites.get('lyon')?.retired, true);
});

test('a forked request has no current text until it is settled', () => {
  const line = startLine();
  const filed: Filed[] = [];
  const take = (...files: TextFile[]) => {
    for (const standing of line.add(...files)) if ('filed' in standing) filed.push(standing.filed);
  };
  const first = line.sign('request', requestOf(), { by: 'rita' });
  take(first);
  const [a, b] = ['A', 'B'].map((title) =>
    line.sign('request', requestOf({ title, follows: [first.digest] }), { by: 'rita' }),
  );
  assert.ok(a && b);
  take(a, b);
  const forked = assembleChange(CHANGE, filed, line.replay.board());
  assert.equal(forked?.current, null);
  assert.equal(forked?.heads.length, 2);
  const settled = line.sign('request', requestOf({ follows: [a.digest, b.digest] }), { by: 'rita' });
  take(settled);
  assert.equal(assembleChange(CHANGE, filed, line.replay.board())?.current?.digest, settled.digest);
});

test('of one person’s decisions on one text the last counts', () => {
  const line = startLine();
  const filed: Filed[] = [];
  const take = (...files: TextFile[]) => {
    for (const standing of line.add(...files)) if ('filed' in standing) filed.push(standing.filed);
  };
  take(line.sign('request', requestOf(), { by: 'rita' }));
  take(line.sign('decision', decisionOf(), { by: 'petra' }));
  take(line.sign('decision', decisionOf({ verdict: 'reject' }), { by: 'petra', at: START + 60_000 }));
  take(line.sign('decision', decisionOf({ verdict: 'approve', role: 'service-owner' }), { by: 'sofia' }));
  const decisions = assembleChange(CHANGE, filed, line.replay.board())?.decisions ?? [];
  assert.deepEqual(
    decisions.map(({ record }) => [record.signed.by, record.body.verdict]),
    [
      ['petra', 'reject'],
      ['sofia', 'approve'],
    ],
  );
});

test('records that claim to be of the future wait for the judging clock', () => {
  const line = startLine();
  const filed: Filed[] = [];
  for (const file of [
    line.sign('request', requestOf(), { by: 'rita' }),
    line.sign('decision', decisionOf(), { by: 'petra', at: START + 6 * 60_000 }),
  ])
    for (const standing of line.add(file)) if ('filed' in standing) filed.push(standing.filed);
  const decisionsAt = (at: number) => assembleChange(CHANGE, filed, line.replay.board(at), at)?.decisions.length;
  assert.equal(decisionsAt(START), 0);
  assert.equal(decisionsAt(START + 60_000), 1);
});
