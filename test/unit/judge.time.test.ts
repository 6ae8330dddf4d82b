import { test } from 'node:test';
import assert from 'node:assert/strict';
import { judge } from '../../shared/gate/judge.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { createWindowContext } from '../../shared/window/windowContext.ts';
import { aWindow, once } from '../support/windowBuild.ts';
import { aFile, aJudgeContext, aQuestion, aRequest, anArtifact } from '../support/judgeBuild.ts';

/** Paris is one hour ahead: 13:00 to 15:00 there is 12:00 to 14:00 UTC, after the planned hour of the change. */
const afternoon = once('2026-11-10T13:00', '2026-11-10T15:00');
const everybody = [
  ['pia', 'peer'],
  ['sam', 'service-owner'],
] as const;
const file = aFile(aRequest({ sites: ['lyon', 'newark'] }), { evidence: 'all', approvals: everybody });
const ask = (windows: readonly WindowBody[], question: Partial<Question> = {}, asked = file) =>
  judge(aQuestion(question), asked, aJudgeContext({ windows }));

test('a freeze alone asks for a waiver and says when it ends', () => {
  const freeze = aWindow({ window: 'inventory', title: 'Inventory', owner: 'bea', schedule: afternoon });
  const verdict = ask([freeze]);
  assert.equal(verdict.answer, 'needs-waiver');
  const reason = verdict.reasons[0];
  assert.equal(reason?.code, 'freeze');
  assert.equal(reason?.record, 'window/inventory');
  assert.equal(reason?.rule, 'deny-wins');
  assert.equal(reason?.until, '2026-11-10T14:00:00Z');
  assert.equal(verdict.nextOpening, '2026-11-10T14:00:00Z');
  assert.deepEqual(verdict.spans, [
    { window: 'inventory', start: '2026-11-10T12:00:00Z', end: '2026-11-10T14:00:00Z', zone: 'Europe/Paris' },
  ]);
});

test('before and after the freeze it may go; the freeze holds its first moment and not its last', () => {
  const windows = [aWindow({ schedule: afternoon })];
  assert.equal(ask(windows, { at: '2026-11-10T11:59:59Z' }).answer, 'allow');
  assert.equal(ask(windows, { at: '2026-11-10T12:00:00Z' }).answer, 'needs-waiver');
  assert.equal(ask(windows, { at: '2026-11-10T13:59:59Z' }).answer, 'needs-waiver');
  assert.equal(ask(windows, { at: '2026-11-10T14:00:00Z' }).answer, 'allow');
});

test('a freeze beside another obstacle denies', () => {
  const windows = [aWindow({ schedule: afternoon })];
  assert.equal(ask(windows, { digest: anArtifact }).answer, 'deny');
});

test('the worst of the places decides, and one place can be asked about alone', () => {
  const windows = [aWindow({ schedule: afternoon, scope: { everything: false, sites: ['lyon'] } })];
  const whole = ask(windows);
  assert.equal(whole.answer, 'needs-waiver');
  assert.equal(whole.reasons[0]?.site, 'lyon');
  assert.match(whole.reasons[0]?.text ?? '', /1 of 2 places/);
  assert.equal(ask(windows, { site: 'newark' }).answer, 'allow');
  assert.equal(ask(windows, { site: 'lyon' }).answer, 'needs-waiver');
});

test('a proposal blocks nothing', () => {
  assert.equal(ask([aWindow({ schedule: afternoon, standing: 'proposed' })]).answer, 'allow');
});

test('a soft freeze denies until its owner has agreed, and then neither now nor later', () => {
  const windows = [aWindow({ effect: 'soft-freeze', owner: 'bea', schedule: afternoon })];
  const denied = ask(windows);
  assert.equal(denied.reasons[0]?.code, 'soft-freeze');
  assert.equal(denied.answer, 'deny');
  assert.equal(denied.nextOpening, '2026-11-10T14:00:00Z');
  const agreed = aFile(aRequest({ sites: ['lyon', 'newark'] }), {
    evidence: 'all',
    approvals: [...everybody, ['bea', 'business-owner']],
  });
  const verdict = ask(windows, {}, agreed);
  assert.equal(verdict.answer, 'allow');
  assert.equal(verdict.nextOpening, '2026-11-10T12:00:00Z');
});

test('outside of a maintenance window that closes its outside it is denied', () => {
  const night = once('2026-11-10T16:00', '2026-11-10T18:00');
  const windows = [aWindow({ effect: 'maintenance', closedOutside: true, schedule: night })];
  const verdict = ask(windows);
  assert.equal(verdict.reasons[0]?.code, 'closed-outside');
  assert.equal(verdict.nextOpening, '2026-11-10T15:00:00Z');
  const inside = ask(windows, { at: '2026-11-10T15:00:00Z' });
  assert.equal(inside.answer, 'allow');
  assert.ok(inside.reasons.some(({ code }) => code === 'maintenance'));
});

test('a peak is told and does not deny', () => {
  const verdict = ask([aWindow({ effect: 'peak', schedule: afternoon })]);
  assert.equal(verdict.answer, 'allow');
  assert.ok(verdict.reasons.some(({ code }) => code === 'peak'));
});

test('there is no next opening when the freeze outlasts the envelope', () => {
  const windows = [aWindow({ schedule: once('2026-11-10T13:00', '2026-11-12T13:00') })];
  assert.equal(ask(windows).nextOpening, null);
});

test('with reach feeders the path that explains it is told', () => {
  const windows = [
    aWindow({ schedule: afternoon, reach: 'feeders', scope: { everything: false, services: ['selling'] } }),
  ];
  const database = aFile(aRequest({ services: ['orders-db'] }), { evidence: 'all', approvals: everybody });
  assert.deepEqual(ask(windows, {}, database).reasons.find(({ code }) => code === 'freeze')?.path, [
    'orders-db',
    'orders',
    'selling',
  ]);
});

const started = (happenedAt: string) =>
  aFile(aRequest({ sites: ['lyon', 'newark'] }), {
    evidence: 'all',
    approvals: everybody,
    receipts: [{ event: 'started', happenedAt }],
  });

const atLyon = (event: 'started' | 'succeeded') => ({ event, site: 'lyon', happenedAt: '2026-11-10T11:00:00Z' });

test('what was running when a freeze began may finish, or stops at its next stage, as the freeze says', () => {
  const running = started('2026-11-10T11:00:00Z');
  const finish = ask([aWindow({ schedule: afternoon, edge: 'finish' })], {}, running);
  assert.equal(finish.answer, 'allow');
  const note = finish.reasons.find(({ code }) => code === 'edge-finish');
  assert.equal(note?.rule, 'edge');
  assert.equal(note?.until, '2026-11-10T14:00:00Z');
  assert.match(note?.text ?? '', /^Frozen by Peak freeze, which lets finish/);
  const stop = ask([aWindow({ schedule: afternoon, edge: 'stop-at-next-stage' })], {}, running);
  assert.equal(stop.answer, 'needs-waiver');
  assert.match(stop.reasons[0]?.text ?? '', /stops at its next stage$/);
});

test('what began inside of a freeze, has ended, or runs elsewhere, is frozen like the rest', () => {
  const windows = [aWindow({ schedule: afternoon, edge: 'finish' })];
  const late = { at: '2026-11-10T13:30:00Z' };
  assert.equal(ask(windows, late, started('2026-11-10T12:30:00Z')).answer, 'needs-waiver');
  const sites = { evidence: 'all' as const, approvals: everybody };
  const ended = aFile(aRequest({ sites: ['lyon', 'newark'] }), {
    ...sites,
    receipts: [atLyon('started'), atLyon('succeeded')],
  });
  assert.equal(ask(windows, {}, ended).answer, 'needs-waiver');
  const lyon = aFile(aRequest({ sites: ['lyon', 'newark'] }), { ...sites, receipts: [atLyon('started')] });
  assert.equal(ask(windows, { site: 'lyon' }, lyon).answer, 'allow');
  const whole = ask(windows, {}, lyon);
  assert.equal(whole.answer, 'needs-waiver');
  assert.match(whole.reasons[0]?.text ?? '', /1 of 2 places/);
});

test('a freeze that is published while work runs lets it finish and asks nobody anew', () => {
  const running = started('2026-11-10T10:00:00Z');
  const drawn = aWindow({ schedule: once('2026-11-10T09:00', '2026-11-10T20:00'), edge: 'finish' });
  const context = aJudgeContext({ windows: [drawn] });
  const judged = (published: string) =>
    judge(aQuestion({}), running, {
      ...context,
      board: { ...context.board, firstPublished: new Map([[drawn.window, Date.parse(published)]]) },
    });
  assert.equal(judged('2026-11-10T11:00:00Z').answer, 'allow');
  assert.notEqual(judged('2026-11-10T08:00:00Z').answer, 'allow');
});

test('closing time stops no running work that may finish', () => {
  const night = aWindow({
    effect: 'maintenance',
    closedOutside: true,
    schedule: once('2026-11-10T11:00', '2026-11-10T12:30'),
  });
  const running = started('2026-11-10T11:00:00Z');
  assert.equal(ask([night], {}, running).answer, 'allow');
  assert.equal(ask([{ ...night, edge: 'stop-at-next-stage' }], {}, running).answer, 'deny');
});

test('an earlier text that still applies is named as such', () => {
  const until = Date.parse('2026-11-10T13:00:00Z');
  const frozen = aWindow({ schedule: afternoon, standing: 'withdrawn' });
  const before = { ...frozen, standing: 'published' as const };
  const context = aJudgeContext({});
  const { sites, topology } = context.windows;
  const waiting = [{ window: frozen, earlier: [{ window: before, until }] }];
  const windows = createWindowContext({ windows: [], sites, topology, waiting });
  const verdict = judge(aQuestion({}), file, { ...context, windows });
  assert.equal(verdict.answer, 'needs-waiver');
  assert.match(verdict.reasons[0]?.text ?? '', /^Frozen by Peak freeze until its earlier text runs out/);
  assert.equal(verdict.reasons[0]?.rule, 'loosening-waits');
  assert.equal(verdict.reasons[0]?.until, '2026-11-10T13:00:00Z');
  assert.equal(verdict.nextOpening, '2026-11-10T13:00:00Z');
});
