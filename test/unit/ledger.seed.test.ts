import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { stateDigest } from '../../shared/ledger/checkpointState.ts';
import { readState } from '../../shared/ledger/savedState.ts';
import { createCensus } from '../../shared/ledger/census.ts';
import { createReplay, replayFrom, restoreReplay } from '../../shared/ledger/replay.ts';
import type { Standing } from '../../shared/ledger/line.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { seedState } from '../../shared/ledger/seedState.ts';
import { windowsInForce } from '../../shared/ledger/board.ts';
import { CHANGE, decisionOf, requestOf, serviceOf, siteOf, windowOf } from '../support/ledgerBodies.ts';
import { hashOf, START, startLine, type Line, type TextFile } from '../support/ledgerLine.ts';
import { keyNamed, member, people, signerNamed } from '../support/ledgerPeople.ts';
import { rounds, seed } from '../support/seed.ts';

const root = signerNamed('root').fingerprint;
const authors = ['ada', 'carl', 'rita', 'ivan', 'petra', 'sofia', 'bruno', 'mallory'] as const;

interface Step {
  readonly what: number;
  readonly by: number;
  readonly pick: number;
  readonly back: number;
}

/** A freeze that holds while the line is written; some of them loosen the ones before. */
function textOf({ pick }: Step, follows: string[]) {
  const end = pick % 5 === 0 ? '2026-11-21T06:00' : '2026-12-20T06:00';
  const standing = pick % 7 === 0 ? 'withdrawn' : pick % 11 === 0 ? 'proposed' : 'published';
  return windowOf({ schedule: { form: 'once', start: '2026-11-20T06:00', end }, standing, follows });
}

/** Mostly the record that was picked, by its kind; sometimes another kind names its digest. */
function targetOf({ digest, kind }: { digest: string; kind: string }, { pick }: Step) {
  if (kind === 'policy') return { kind: 'policy', digest } as const;
  if (kind === 'service' || (kind === 'site' && pick % 5 > 0))
    return { kind, subject: kind === 'site' ? 'lyon' : 'pos', digest } as const;
  return { kind: 'window', subject: 'black-friday', digest } as const;
}

/** One act of a busy, careless and partly hostile board; what it gives need not count. */
function act(line: Line, made: { digest: string; path: string; kind: string; text: string }[], step: Step): TextFile[] {
  const by = authors[step.by % authors.length] ?? 'ada';
  const seen = line.commits[Math.max(0, line.commits.length - 1 - step.back)]?.commit ?? '';
  const signing = { by, seen, at: START + line.commits.length * 60_000 };
  const known = (kind: string) => {
    const all = made.filter((file) => file.kind === kind);
    return all.length > 0 ? [all[step.pick % all.length]?.digest ?? ''] : [];
  };
  const picked = made[step.pick % Math.max(1, made.length)];
  switch (step.what % 13) {
    case 0:
      return [line.sign('window', textOf(step, step.pick % 3 === 0 ? [] : known('window')), signing)];
    case 1:
      return [line.sign('window', { ...textOf(step, known('window')), scope: { everything: true } }, signing)];
    case 2:
      return [line.sign('service', serviceOf({ tier: 1 + (step.pick % 4), follows: known('service') }), signing)];
    case 3:
      return [line.sign('request', requestOf({ title: `T${step.pick}`, follows: known('request') }), signing)];
    case 4:
      return [line.sign('decision', decisionOf({ verdict: step.pick % 2 ? 'approve' : 'reject' }), signing)];
    case 5:
      return picked ? [line.sign('cosign', { of: targetOf(picked, step) }, signing)] : [];
    case 6: {
      const revoked = { after: seen, reason: '' };
      const name = authors[step.pick % authors.length] ?? 'ada';
      const stays = people.filter(({ person }) => person !== name || name === 'ada');
      const changed =
        name === 'ada' || name === 'mallory' ? [] : [member(name, ['peer'], { keys: [keyNamed(name, { revoked })] })];
      return [
        line.sign(
          'roster',
          { people: [...stays, ...changed], follows: [line.inForce('roster')] },
          { ...signing, by: 'ada' },
        ),
      ];
    }
    case 7:
      return picked
        ? [line.sign('quarantine', { path: picked.path, blob: hashOf(picked.text), reason: '' }, signing)]
        : [];
    case 10: {
      const { policy } = line.replay.board();
      const revised = { ...policy, approvalDays: 10 + (step.pick % 4), follows: [line.inForce('policy')] };
      return [line.sign('policy', revised, { ...signing, by: 'ada' })];
    }
    case 11: {
      const zone = ['Europe/Paris', 'Asia/Tokyo', 'America/New_York'][step.pick % 3] ?? 'Europe/Paris';
      return [line.sign('site', siteOf({ zone, follows: known('site') }), signing)];
    }
    case 8: {
      const person = by === 'mallory' ? 'sofia' : by;
      const [to] = authors.filter((name) => name !== person).slice(step.pick % 5);
      const standing = step.pick % 4 === 0 ? 'withdrawn' : 'given';
      const follows = step.pick % 3 === 0 ? [] : known('delegation');
      const roles = (['service-owner', 'peer', 'change-manager'] as const)
        .slice(step.pick % 3)
        .map((role) => ({ role, reach: 'everything' as const }));
      const dates = { from: '2026-11-20T00:00:00Z', until: '2026-11-27T00:00:00Z', reason: '' };
      return [line.sign('delegation', { person, to: to ?? 'ada', roles, standing, follows, ...dates }, signing)];
    }
    case 9: {
      const onBehalfOf = (['sofia', 'petra', 'carl'] as const)[step.pick % 3] ?? 'sofia';
      const role = { sofia: 'service-owner', petra: 'peer', carl: 'change-manager' } as const;
      return [line.sign('decision', decisionOf({ role: role[onBehalfOf], onBehalfOf }), signing)];
    }
    default:
      return [{ path: `windows/junk/${step.pick}.json`, text: `${step.pick}\n` }];
  }
}

test('from any checkpoint, and from any saved state, the board is what reading everything gives', () => {
  const step = fc.record({ what: fc.nat(116), by: fc.nat(20), pick: fc.nat(20), back: fc.nat(2) });
  const script = fc.tuple(fc.array(step, { minLength: 4, maxLength: 14 }), fc.array(step, { maxLength: 10 }));
  fc.assert(
    fc.property(script, ([before, after]) => {
      const line = startLine();
      const made: { digest: string; path: string; kind: string; text: string }[] = [];
      const run = (steps: readonly Step[]) => {
        for (const taken of steps) {
          const files = act(line, made, taken).filter(
            ({ path }) => !line.commits.some((c) => c.added.some((a) => a.path === path)),
          );
          line.add(...files);
          for (const file of files)
            if ('digest' in file && 'record' in file)
              made.push({ ...(file as never as (typeof made)[0]), kind: kindOf(file) });
        }
      };
      run(before);
      const census = createCensus();
      const auditor = createReplay({ verify: verifySshsig, root });
      for (const commit of line.commits) census.note(auditor.apply(commit));
      const checkpoint = census.checkpointBody(auditor);
      const saved: unknown = JSON.parse(JSON.stringify(line.replay.save()));
      const cut = line.commits.length;
      run(after);

      const placed = new Map(line.commits.slice(0, cut).flatMap(({ added }, n) => added.map(({ path }) => [path, n])));
      const seeded = seedState({
        checkpoint,
        files: line.commits.slice(0, cut).flatMap(({ added }) => added),
        placed: (path) => placed.get(path) ?? 0,
        known: new Map(line.commits.slice(0, cut).map(({ commit }, n) => [commit, n])),
        shallow: false,
        verify: verifySshsig,
        root,
      });
      assert.ok(seeded, 'the checkpoint is accepted');
      const started = replayFrom(seeded.state, { verify: verifySshsig });
      const restored = restoreReplay(saved, { verify: verifySshsig, root });
      const filed = [...seeded.filed];
      for (const commit of line.commits.slice(cut)) {
        filed.push(...countedOf(started.apply(commit)));
        restored.apply(commit);
      }
      const everything = createReplay({ verify: verifySshsig, root });
      const whole = line.commits.flatMap((commit) => countedOf(everything.apply(commit)));
      assert.deepEqual(decisionsIn(filed, started.board()), decisionsIn(whole, line.replay.board()));
      assert.equal(started.vouch().state, line.replay.vouch().state);
      assert.deepEqual(said(started.board()), said(line.replay.board()));
      assert.deepEqual(restored.save(), line.replay.save());
    }),
    { seed, numRuns: rounds(12, 400) },
  );
});

test('no checkpoint puts a roster in force that lacks a signature', () => {
  const line = startLine({ people: [...people, member('alan', ['admin'])] });
  const coup = line.sign('roster', { people: [member('ada', ['admin'])], follows: [line.inForce('roster')] });
  line.add(coup);
  const census = createCensus();
  const auditor = createReplay({ verify: verifySshsig, root });
  for (const commit of line.commits) census.note(auditor.apply(commit));
  const honest = census.checkpointBody(auditor);
  const lied = JSON.parse(JSON.stringify(line.replay.save())) as {
    pending: [string, { filed: object; blob: string }][];
    chains: { roster: object[] };
  };
  const [[, waiting] = []] = lied.pending;
  lied.chains.roster.push({ ...waiting, from: 1, signers: [] });
  lied.pending = [];
  const seeded = (checkpoint: typeof honest) =>
    seedState({
      checkpoint,
      files: line.commits.flatMap(({ added }) => added),
      placed: () => 0,
      known: new Map(),
      shallow: false,
      verify: verifySshsig,
      root,
    });
  assert.ok(seeded(honest));
  assert.equal(seeded({ ...honest, pending: [], state: stateDigest(readState(lied)) }), null);
});

function countedOf(standings: readonly Standing[]): Filed[] {
  return standings.flatMap((each) => ('filed' in each && each.standing === 'counted' ? [each.filed] : []));
}

function decisionsIn(filed: readonly Filed[], board: Board): string[] | undefined {
  return assembleChange(CHANGE, filed, board)
    ?.decisions.map(({ digest }) => digest)
    .toSorted();
}

function kindOf(file: TextFile): string {
  return (JSON.parse(file.text) as { kind: string }).kind;
}

function waitingIn(board: Board) {
  const all = board.waiting?.map(({ by, earlier, owners, manager }) => ({
    by: by.digest,
    earlier: earlier.map(({ filed, until }) => `${filed?.digest} ${until}`).toSorted(),
    owners: owners.toSorted(),
    manager,
  }));
  return all?.toSorted((a, b) => (a.by < b.by ? -1 : 1));
}

function said(board: Board) {
  const windows = windowsInForce(board)
    .map((window) => JSON.stringify(window))
    .toSorted();
  return {
    windows,
    waiting: waitingIn(board),
    places: board.waitingPlaces
      ?.map(
        ({ by, earlier }) => `${by.digest} ${earlier.map(({ filed, until }) => `${filed.digest} ${until}`).toSorted()}`,
      )
      .toSorted(),
    policies: board.earlierPolicies?.map(({ policy, until }) => `${policy.approvalDays} ${until}`),
    sites: [...board.sites],
    delegations: board.delegations?.map(({ digest }) => digest).toSorted(),
    templates: board.templates?.map(({ digest }) => digest).toSorted(),
    proposals: board.proposals?.map(({ digest }) => digest).toSorted(),
    services: [...board.services],
    roster: board.roster,
    keys: [...board.voids.keys.keys()].toSorted(),
  };
}
