import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { judge } from '../../shared/gate/judge.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import { createCensus } from '../../shared/ledger/census.ts';
import type { Standing } from '../../shared/ledger/line.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import { seedState } from '../../shared/ledger/seedState.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { aFile, aJudgeContext, aQuestion, aRequest } from '../support/judgeBuild.ts';
import { CHANGE, decisionOf, requestOf, serviceOf, siteOf, windowOf } from '../support/ledgerBodies.ts';
import { fate, START, startLine, type Line } from '../support/ledgerLine.ts';
import { keyNamed, member, people, signerNamed } from '../support/ledgerPeople.ts';
import { newerFile } from '../support/newerFile.ts';

function filedOf(standings: readonly Standing[]): Filed[] {
  return standings.flatMap((standing) => ('filed' in standing ? [standing.filed] : []));
}

function revise(line: Line, changed: ReturnType<typeof member>): readonly Standing[] {
  const members = [...people.filter(({ person }) => person !== changed.person), changed];
  return line.add(line.sign('roster', { people: members, follows: [line.inForce('roster')] }));
}

test('rule 11: a revoked key counts up to the commit that is named, a role that ends voids nothing unasked', () => {
  const line = startLine();
  const kept = filedOf(line.add(line.sign('request', requestOf(), { by: 'rita' })));
  const after = line.head();
  kept.push(...filedOf(line.add(line.sign('decision', decisionOf(), { by: 'petra' }))));
  const decisions = () => assembleChange(CHANGE, kept, line.replay.board())?.decisions.length;
  revise(line, member('petra', ['requester']));
  assert.equal(decisions(), 1);
  revise(line, member('petra', ['peer'], { keys: [keyNamed('petra', { revoked: { after, reason: 'Stolen.' } })] }));
  assert.equal(decisions(), 0);
  const late = line.sign('decision', decisionOf(), { by: 'petra' });
  assert.equal(fate(line.add(late), late), 'key-revoked');
});

test('rule 12: nobody signs into the past of two others, and what claims to be of the future waits', () => {
  const until = '2026-11-20T10:00:00Z';
  const dated = people.map((given) =>
    given.person === 'petra' ? member('petra', [{ role: 'peer', reach: 'everything', until }]) : given,
  );
  const line = startLine({ people: dated });
  line.add(line.sign('request', requestOf(), { by: 'rita' }));
  for (const [by, change] of [
    ['rita', 'CHG-2026-0000001'],
    ['carl', 'CHG-2026-0000002'],
  ] as const)
    line.add(line.sign('request', requestOf({ change }), { by, at: START + 3 * HOUR_MS }));
  const backdated = line.sign('decision', decisionOf(), { by: 'petra', at: START + HOUR_MS });
  assert.equal(fate(line.add(backdated), backdated), 'not-entitled');

  line.add(line.sign('window', windowOf(), { by: 'bruno', at: START + 4 * HOUR_MS }));
  assert.equal(line.replay.board(START + 3.9 * HOUR_MS).windows.size, 0);
  assert.equal(line.replay.board(START + 4 * HOUR_MS).windows.size, 1);
});

test('rule 13: what nobody entitled signed matters to nothing; what one did and nobody understands may', () => {
  const line = startLine();
  const [ours, theirs] = ['carl', 'petra'].map((by) => newerFile(line, by));
  assert.ok(ours && theirs);
  assert.equal(fate(line.add(theirs), theirs), 'schema');
  assert.deepEqual(
    line.replay.problems().filter(({ unreadable }) => unreadable),
    [],
  );
  assert.equal(fate(line.add(ours), ours), 'unreadable schema');
});

test('rule 14: a withdrawn freeze, a lost edge, another zone and a relaxed policy wait for 48 hours', () => {
  const line = startLine();
  const edge = { to: 'db', kind: 'stores', strength: 'strong' } as const;
  const schedule = { form: 'once', start: '2026-11-20T06:00', end: '2026-12-20T06:00' } as const;
  const window = line.sign('window', windowOf({ schedule }), { by: 'carl' });
  const service = line.sign('service', serviceOf({ dependsOn: [edge] }), { by: 'carl' });
  const site = line.sign('site', siteOf(), { by: 'carl' });
  line.add(window, service, site);
  const { policy } = line.replay.board();
  const later = { by: 'carl', at: START + HOUR_MS };
  line.add(
    line.sign('window', windowOf({ schedule, standing: 'withdrawn', follows: [window.digest] }), later),
    line.sign('service', serviceOf({ follows: [service.digest] }), later),
    line.sign('site', siteOf({ zone: 'Asia/Tokyo', follows: [site.digest] }), later),
    line.sign('policy', { ...policy, approvalDays: 90, follows: [line.inForce('policy')] }, { at: later.at }),
  );
  const waits = (at: number) => {
    const board = line.replay.board(at);
    const places = board.waitingPlaces?.map(({ by }) => by.record.kind).toSorted();
    const edges = board.services.get('pos')?.dependsOn.length;
    return [board.waiting?.length, places, edges, board.earlierPolicies?.length];
  };
  assert.deepEqual(waits(later.at), [1, ['service', 'site'], 1, 1]);
  assert.deepEqual(waits(later.at + 48 * HOUR_MS - 1), [1, ['service', 'site'], 1, 1]);
  assert.deepEqual(waits(later.at + 48 * HOUR_MS), [0, [], 0, 0]);
});

test('rule 15: a checkpoint that tells of another state starts nothing', () => {
  const line = startLine();
  line.add(line.sign('window', windowOf(), { by: 'bruno' }));
  const census = createCensus();
  const auditor = createReplay({ verify: verifySshsig, root: signerNamed('root').fingerprint });
  for (const commit of line.commits) census.note(auditor.apply(commit));
  const honest = census.checkpointBody(auditor);
  const started = (checkpoint: typeof honest) =>
    seedState({
      checkpoint,
      files: line.commits.flatMap(({ added }) => added),
      placed: () => 0,
      known: new Map(),
      shallow: false,
      verify: verifySshsig,
      root: signerNamed('root').fingerprint,
    });
  assert.ok(started(honest));
  const freeze = line.commits.at(-1)?.added[0];
  assert.ok(freeze);
  const { path, blob } = freeze;
  assert.equal(started({ ...honest, setAside: [{ path, blob }] }), null);
  assert.equal(started({ ...honest, state: `sha256:${'0'.repeat(64)}` }), null);
});

test('rule 17: a sample answers nothing in earnest, and an imported record authorises nothing', () => {
  const approved = { evidence: 'all', approvals: [['pia', 'peer']] } as const;
  const ask = (given: { sample?: boolean }, request = aRequest()) =>
    judge(aQuestion(), aFile(request, approved), aJudgeContext(given));
  assert.equal(ask({}).answer, 'allow');
  assert.equal(ask({ sample: true }).answer, 'indeterminate');
  const imported = { source: 'ServiceNow', sourceId: 'CHG1', state: 'scheduled' } as const;
  assert.equal(ask({}, aRequest({ imported })).reasons[0]?.code, 'imported');
});
