import { test } from 'node:test';
import assert from 'node:assert/strict';
import { judge } from '../../shared/gate/judge.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import type { Band } from '../../shared/record/words.ts';
import { waiverStandings, type WaiverStanding } from '../../shared/waiver/waiverStanding.ts';
import { aContext, aFile, aJudgeContext, aMember, aQuestion, aRequest, NOW } from '../support/judgeBuild.ts';
import type { BoardGiven } from '../support/judgeBuild.ts';
import type { WaiverGiven } from '../support/waiverBuild.ts';
import { at, aWindow, once } from '../support/windowBuild.ts';

const freeze = aWindow({
  window: 'w-0',
  title: 'Peak',
  effect: 'freeze',
  owner: 'bea',
  schedule: once('2026-11-10T00:00', '2026-11-11T00:00'),
});
const second = { ...freeze, window: 'w-1', title: 'Close', owner: 'sam' };
const signed = ['bea', ['cora', 'change-manager']] as const;
const approvals = [
  ['pia', 'peer'],
  ['sam', 'service-owner'],
  ['paul', 'process-owner'],
  ['cora', 'change-manager'],
  ['dirk', 'director'],
] as const;

const fileOf = (waivers: readonly WaiverGiven[], request: Partial<RequestBody> = {}, started: readonly string[] = []) =>
  aFile(aRequest(request), {
    evidence: 'all',
    approvals,
    waivers,
    receipts: started.map((id) => ({ event: 'started' as const, site: 'newark', waivers: [id] })),
  });
const standingOf = (
  waiver: WaiverGiven,
  {
    when = NOW,
    band = 'low',
    board = {},
    request = {},
    started = [],
  }: {
    when?: number;
    band?: Band;
    board?: BoardGiven;
    request?: Partial<RequestBody>;
    started?: readonly string[];
  } = {},
): WaiverStanding => {
  const context = aContext({ windows: [freeze, second], ...board });
  const [standing] = waiverStandings(fileOf([waiver], request, started), context.board, { at: when, band });
  return standing!;
};
const ask = (waivers: readonly WaiverGiven[], question: Partial<Question> = {}, windows = [freeze]) =>
  judge(aQuestion(question), fileOf(waivers), aJudgeContext({ windows }));

test('owner and change manager put a waiver in force; each alone does not', () => {
  assert.equal(standingOf({ cosigns: signed }).state, 'in-force');
  assert.deepEqual(standingOf({ cosigns: ['bea'] }).signatures.manager, true);
  const byManager = standingOf({ cosigns: [['cora', 'change-manager']] });
  assert.equal(byManager.state, 'unsigned');
  assert.deepEqual(byManager.signatures.owners, ['bea']);
});

test('every freeze it names needs its own owner', () => {
  const windows = ['w-0', 'w-1'];
  assert.deepEqual(standingOf({ windows, cosigns: signed }).signatures.owners, ['sam']);
  assert.equal(standingOf({ windows, cosigns: [...signed, 'sam'] }).state, 'in-force');
});

test('a person counts once: an owner is not the change manager as well', () => {
  const people = [aMember('bea', ['business-owner', 'change-manager']), aMember('cora', ['change-manager'])];
  const twice = standingOf({ cosigns: ['bea', ['bea', 'change-manager']] }, { board: { people } });
  assert.equal(twice.signatures.manager, true);
  assert.equal(
    standingOf({ cosigns: ['bea', ['cora', 'change-manager'], ['cora', 'director']] }, { band: 'critical' }).signatures
      .director,
    true,
  );
});

test('in band critical a director signs too', () => {
  assert.equal(standingOf({ cosigns: signed }, { band: 'critical' }).state, 'unsigned');
  assert.equal(standingOf({ cosigns: [...signed, ['dirk', 'director']] }, { band: 'critical' }).state, 'in-force');
});

test('author, requester, implementer and whoever wrote the waiver sign in vain', () => {
  const own = { ...freeze, owner: 'ivo' };
  const standing = standingOf({ cosigns: ['ivo', ['cora', 'change-manager']] }, { board: { windows: [own] } });
  assert.deepEqual(standing.signatures.own, ['ivo']);
  assert.equal(standing.state, 'unsigned');
  assert.equal(standingOf({ cosigns: ['bea', ['rita', 'change-manager']] }).signatures.manager, true);
  assert.equal(standingOf({ by: 'cora', cosigns: signed }).signatures.manager, true);
});

test('it lifts from a day before it expires and not a second longer', () => {
  const given = { cosigns: signed, expires: '2026-11-10T18:00:00Z' };
  const when = (moment: string) => standingOf(given, { when: at(moment) }).state;
  assert.equal(when('2026-11-09T17:59'), 'ahead');
  assert.equal(when('2026-11-09T18:00'), 'in-force');
  assert.equal(when('2026-11-10T17:59'), 'in-force');
  assert.equal(when('2026-11-10T18:00'), 'expired');
});

test('it is used once, stale on another text, gone when it is followed', () => {
  const id = '01J0000000000000000000000W';
  assert.equal(standingOf({ id, cosigns: signed }, { started: [id] }).state, 'used');
  const other = { material: { version: 1 as const, digest: `sha256:${'f'.repeat(64)}` } };
  assert.equal(standingOf({ ...other, cosigns: signed }).state, 'stale');
  const file = fileOf([{ cosigns: signed }]);
  const follower = { ...file.waivers[0]!, digest: `sha256:${'e'.repeat(64)}` };
  const followed = {
    ...file,
    waivers: [
      file.waivers[0]!,
      {
        ...follower,
        record: { ...follower.record, body: { ...follower.record.body, follows: [file.waivers[0]!.digest] } },
      },
    ],
  };
  const states = waiverStandings(followed, aContext({ windows: [freeze] }).board, { at: NOW, band: 'low' });
  assert.deepEqual(
    states.map(({ state }) => state),
    ['withdrawn', 'unsigned'],
  );
});

const broken = { breakGlass: { incident: 'INC-1' }, by: 'dirk', when: '2026-11-10T11:00:00Z' } as const;
const incident = { incident: 'INC-1', type: 'emergency' as const };

test('broken glass lifts alone, for four hours at most, and owes its signatures in two business days', () => {
  const given = { ...broken, expires: '2026-11-10T23:00:00Z' };
  const standing = standingOf(given, { request: incident });
  assert.equal(standing.state, 'in-force');
  assert.equal(standing.debtDueAt, at('2026-11-12T11:00'));
  assert.equal(standingOf(given, { request: incident, when: at('2026-11-10T14:59') }).state, 'in-force');
  assert.equal(standingOf(given, { request: incident, when: at('2026-11-10T15:00') }).state, 'expired');
  assert.equal(standingOf({ ...given, cosigns: signed }, { request: incident }).debtDueAt, null);
});

test('broken glass needs an incident in the change, and is nobody’s for a change of their own', () => {
  assert.equal(standingOf(broken).refusal, 'no-incident');
  assert.equal(standingOf({ ...broken, by: 'ivo' }, { request: incident }).refusal, 'own-change');
});

test('check is told that a waiver stands ready, begin may use it', () => {
  const check = ask([{ cosigns: signed }]);
  assert.deepEqual([check.answer, check.reasons[0]?.code], ['needs-waiver', 'waiver-ready']);
  const begin = ask([{ cosigns: signed }], { begins: true });
  assert.deepEqual([begin.answer, begin.waivers.length], ['allow', 1]);
  assert.ok(begin.reasons.some(({ code }) => code === 'waived'));
});

test('a freeze says why the waiver that was written for it does not help', () => {
  assert.match(ask([{ cosigns: ['bea'] }]).reasons[0]?.text ?? '', /it waits for a change manager/);
});

test('a waiver for another window, another site, another text lifts nothing', () => {
  for (const other of [
    { windows: ['w-9'] },
    { sites: ['newark'] },
    { material: { version: 1 as const, digest: `sha256:${'f'.repeat(64)}` } },
  ]) {
    const verdict = ask([{ cosigns: signed, ...other }], { begins: true });
    assert.deepEqual([verdict.answer, verdict.waivers], ['needs-waiver', []]);
  }
});

test('two freezes are lifted by two waivers, and one alone leaves the other', () => {
  const one = { cosigns: signed };
  const two = { windows: ['w-1'], cosigns: ['sam', ['cora', 'change-manager']] as const };
  assert.equal(ask([one], { begins: true }, [freeze, second]).answer, 'needs-waiver');
  const both = ask([one, two], { begins: true }, [freeze, second]);
  assert.deepEqual([both.answer, both.waivers.length], ['allow', 2]);
});
