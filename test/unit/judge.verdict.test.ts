import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { ChangeFile } from '../../shared/change/changeFile.ts';
import type { VerdictSource } from '../../shared/gate/judgeContext.ts';
import { judge } from '../../shared/gate/judge.ts';
import type { Question, ReasonCode } from '../../shared/gate/verdict.ts';
import type { Problem } from '../../shared/ledger/standing.ts';
import { aWindow, once } from '../support/windowBuild.ts';
import {
  aFile,
  aJudgeContext,
  anArtifact,
  aQuestion,
  aRequest,
  CHANGE,
  type BoardGiven,
} from '../support/judgeBuild.ts';

const approved = { evidence: 'all', approvals: [['pia', 'peer']] } as const;
const ready = aFile(aRequest(), approved);
const ask = (
  question: Partial<Question> = {},
  file: ChangeFile | null = ready,
  given: BoardGiven = {},
  source: Partial<VerdictSource> = {},
) => judge(aQuestion(question), file, aJudgeContext(given, source));
const codes = (verdict: ReturnType<typeof ask>): ReasonCode[] => verdict.reasons.map(({ code }) => code);
/** The worst reason decides, and it is the one the test is about. */
function assertFirst(verdict: ReturnType<typeof ask>, answer: string, code: ReasonCode): void {
  assert.equal(verdict.answer, answer, JSON.stringify(verdict.reasons));
  assert.equal(verdict.reasons[0]?.code, code);
}

test('an approved change inside its envelope may go', () => {
  const verdict = ask();
  assertFirst(verdict, 'allow', 'approved');
  assert.match(verdict.reasons[0]?.record ?? '', /^decision\/01J/);
  assert.equal(verdict.nextOpening, '2026-11-10T12:00:00Z');
});

test('a change without a record may not go', () => assertFirst(ask({}, null), 'deny', 'change-unknown'));

test('records that cannot be relied upon leave it undecided', () => {
  const unsure = (source: Partial<VerdictSource>, code: ReasonCode, given: BoardGiven = {}) =>
    assertFirst(ask({}, ready, given, source), 'indeterminate', code);
  unsure({ checkpoint: null }, 'no-checkpoint');
  unsure({ dataAgeMinutes: 16 }, 'stale-data');
  unsure({ halt: { commit: 'd'.repeat(40), why: 'merge', paths: [] } }, 'ledger-halted');
  unsure({ halt: { commit: 'd'.repeat(40), why: 'root-mismatch', paths: [] } }, 'root-mismatch');
  unsure({}, 'sample', { sample: true });
  assert.equal(ask({}, ready, { sample: true }, { sampleAllowed: true }).answer, 'allow');
  assert.equal(ask({}, ready, {}, { dataAgeMinutes: 15 }).answer, 'allow');
  assert.equal(ask({}, ready, {}, { dataAgeMinutes: null }).answer, 'allow');
});

test('old data is enough outside of production', () => {
  const file = aFile(aRequest({ environment: 'staging' }), approved);
  assert.equal(ask({ environment: 'staging' }, file, {}, { dataAgeMinutes: 600 }).answer, 'allow');
});

const problem = (path: string, unreadable = true): { problems: Problem[] } => ({
  problems: [{ path, blob: 'b', commit: 'c'.repeat(40), reason: 'schema', detail: '', unreadable }],
});

const answer = (path: string, unreadable?: boolean, question: Partial<Question> = {}) =>
  ask(question, ready, {}, problem(path, unreadable)).answer;

test('only an unreadable record that could matter leaves it undecided', () => {
  assert.equal(answer('windows/black-friday/01.json'), 'indeterminate');
  assert.equal(answer(`changes/2026/7K/${CHANGE}/decisions/01.json`), 'indeterminate');
  assert.equal(answer('changes/2026/00/CHG-2026-0000001/request/01.json'), 'allow');
  assert.equal(answer('people/sofia/delegations/01.json'), 'indeterminate');
  assert.equal(answer('meetings/2026/MTG-2026-0000001/01.json'), 'allow');
  assert.equal(answer('windows/black-friday/01.json', false), 'allow');
  assert.equal(answer('sites/newark/01.json', true, { site: 'lyon' }), 'allow');
});

test('the change itself may speak against it', () => {
  assertFirst(ask({}, { ...ready, current: null }), 'deny', 'forked');
  assertFirst(ask({ environment: 'test' }), 'deny', 'wrong-environment');
  assertFirst(ask({ site: 'newark' }), 'deny', 'not-in-change');
  assertFirst(ask({ service: 'orders' }), 'deny', 'not-in-change');
  assertFirst(ask({ phase: 'pilot' }), 'deny', 'not-in-change');
  assertFirst(ask({}, aFile(aRequest({ cancelled: { reason: 'x' } }), approved)), 'deny', 'cancelled');
  const imported = { source: 'Old desk', sourceId: '1', state: 'scheduled' as const };
  assertFirst(ask({}, aFile(aRequest({ imported }), approved)), 'deny', 'imported');
  const no = aFile(aRequest(), { evidence: 'all', approvals: [['pia', 'peer', { verdict: 'reject' }]] });
  assertFirst(ask({}, no), 'deny', 'rejected');
  assert.match(ask({}, no).reasons[0]?.text ?? '', /Pia/);
});

test('the envelope opens at its first moment and ends before its last', () => {
  const early = ask({ at: '2026-11-10T07:59:59Z' });
  assertFirst(early, 'deny', 'outside-envelope');
  assert.equal(early.reasons[0]?.until, '2026-11-10T08:00:00Z');
  assert.equal(early.nextOpening, '2026-11-10T08:00:00Z');
  assert.equal(ask({ at: '2026-11-10T08:00:00Z' }).answer, 'allow');
  assert.equal(ask({ at: '2026-11-10T17:59:59Z' }).answer, 'allow');
  assert.ok(codes(ask({ at: '2026-11-10T18:00:00Z' })).includes('expired'));
});

test('work that is over is not begun again', () => {
  const done = aFile(aRequest(), { ...approved, receipts: [{ event: 'failed' }] });
  assertFirst(ask({}, done), 'deny', 'closed');
});

test('missing approvals are named with who could give them', () => {
  const verdict = ask({}, aFile(aRequest(), { evidence: 'all' }));
  assertFirst(verdict, 'deny', 'approvals-missing');
  assert.equal(verdict.reasons[0]?.text, 'Missing: peer, could be Pia');
  assert.equal(verdict.reasons[0]?.rule, 'matrix: low x normal');
});

test('an approval on an earlier text is counted out loud', () => {
  const material = { version: 1 as const, digest: `sha256:${'0'.repeat(64)}` };
  const verdict = ask({}, aFile(aRequest(), { evidence: 'all', approvals: [['pia', 'peer', { material }]] }));
  assert.match(verdict.reasons[0]?.text ?? '', /1 given on an earlier text/);
});

test('a freeze drawn after the decision raises the risk and names only who is still missing', () => {
  const windows = [aWindow({ schedule: once('2026-11-10T10:00', '2026-11-10T12:00') })];
  const verdict = ask({}, ready, { windows });
  const rose = verdict.reasons.filter(({ code }) => code === 'risk-rose');
  assert.equal(rose.length, 4);
  assert.ok(rose.every(({ text }) => !text.includes('peer')));
  assert.match(rose[0]?.text ?? '', /rose from low to high/);
});

const withPoints = (points: Record<string, number>) =>
  ask(
    {},
    aFile(aRequest({ services: ['orders'], category: 'application-release', plans: { ...aRequest().plans } }), {
      evidence: 'all',
      approvals: [
        ['pia', 'peer', { risk: { score: 40, band: 'moderate', points } }],
        ['sam', 'service-owner', { risk: { score: 40, band: 'moderate', points } }],
      ],
    }),
  );

test('collisions and track record come from the newest decision, the latter never below neutral', () => {
  const calm = codes(withPoints({ collisions: 0, 'track-record': 0 }));
  const wild = codes(withPoints({ collisions: 6, 'track-record': 6 }));
  assert.ok(!calm.includes('risk-rose'));
  assert.ok(!wild.includes('approvals-missing'));
});

test('standard is refused above low', () => {
  const file = aFile(aRequest({ type: 'standard', category: 'unclassified' }), approved);
  assert.ok(codes(ask({}, file)).includes('type-not-allowed'));
});

test('missing and old evidence deny; for an emergency it is a debt until it is overdue', () => {
  const bare = ask({}, aFile(aRequest(), { approvals: [['pia', 'peer']] }));
  assert.ok(codes(bare).includes('evidence-missing'));
  assert.ok(!bare.reasons.some(({ rule }) => rule === 'evidence: business-smoke'));
  const old = aFile(aRequest(), { ...approved, measuredAt: '2026-01-01T00:00:00Z' });
  assert.ok(codes(ask({}, old)).includes('evidence-stale'));
  const request = aRequest({ type: 'emergency', incident: 'INC-1' });
  const emergency = aFile(request, {
    approvals: [
      ['pia', 'peer'],
      ['bea', 'business-owner'],
      ['sam', 'service-owner'],
    ],
  });
  const debt = ask({}, emergency);
  assert.equal(debt.answer, 'allow', JSON.stringify(debt.reasons));
  assert.ok(debt.reasons.some(({ code, until }) => code === 'evidence-missing' && until === '2026-11-11T09:00:00Z'));
});

test('what is deployed must be what was approved, for every service asked about', () => {
  const other = `sha256:${'b'.repeat(64)}`;
  const request = aRequest({
    category: 'observability',
    services: ['till', 'orders'],
    artifacts: [
      { service: 'till', digest: anArtifact },
      { service: 'orders', digest: other },
    ],
  });
  const file = aFile(request, {
    ...approved,
    approvals: [
      ['pia', 'peer'],
      ['sam', 'service-owner'],
    ],
  });
  assertFirst(ask({ service: 'till' }, file), 'deny', 'artifact-missing');
  assertFirst(ask({ service: 'till', digest: other }, file), 'deny', 'artifact-mismatch');
  assert.equal(ask({ service: 'till', digest: anArtifact }, file).answer, 'allow');
  assert.match(ask({ digest: anArtifact }, file).reasons[0]?.text ?? '', /orders/);
  assertFirst(ask({ digest: anArtifact }), 'deny', 'artifact-mismatch');
  const release = aFile(aRequest({ category: 'application-release' }), approved);
  assert.ok(codes(ask({}, release)).includes('artifact-missing'));
});

test('a text or a decision from the future does not count yet', () => {
  const early = { at: '2026-11-09T08:54:00Z' };
  assert.ok(codes(ask(early)).includes('future-dated'));
  assert.ok(!codes(ask({ at: '2026-11-09T08:56:00Z' })).includes('future-dated'));
  assert.ok(codes(ask({ at: '2026-11-09T11:54:00Z' })).includes('approvals-missing'));
  assert.ok(!codes(ask({ at: '2026-11-09T11:56:00Z' })).includes('approvals-missing'));
});

test('one commit, one question, one answer', () => {
  assert.deepEqual(ask(), ask());
});
