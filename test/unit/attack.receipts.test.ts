import { test } from 'node:test';
import assert from 'node:assert/strict';
import { judge } from '../../shared/gate/judge.ts';
import { judgeRollback } from '../../shared/gate/judgeRollback.ts';
import type { ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { isVoid, traceOf } from '../../shared/ledger/isVoid.ts';
import { waiverStandings } from '../../shared/waiver/waiverStanding.ts';
import { filed } from '../support/filedBuild.ts';
import { aContext, aFile, aJudgeContext, anArtifact, aQuestion, aRequest, NOW } from '../support/judgeBuild.ts';
import { aWindow, once } from '../support/windowBuild.ts';

type EarlierPolicies = NonNullable<Board['earlierPolicies']>;

const approvals = [
  ['pia', 'peer'],
  ['sam', 'service-owner'],
  ['paul', 'process-owner'],
  ['cora', 'change-manager'],
] as const;
const freeze = aWindow({ window: 'w-0', schedule: once('2026-11-10T11:30', '2026-11-11T11:00'), edge: 'finish' });
const artifacts = [{ service: 'till', digest: anArtifact }];

/** An approved change that was there, and one by the same implementer that nobody has approved. */
function rollback(by: string, { evil = anArtifact, touchedBy = by, policies = [] as EarlierPolicies } = {}) {
  const done = { artifacts: [{ service: 'till', digest: evil }], happenedAt: '2026-11-10T08:00:00Z' };
  const earlier = aFile(aRequest({ change: 'CHG-2026-AAAAAAA', artifacts }), {
    evidence: 'all',
    approvals,
    receipts: [{ event: 'succeeded', ...done, by }],
  });
  const own = aFile(aRequest(), { receipts: [{ event: 'started', by: touchedBy }] });
  const question = aQuestion({ isRollback: true, begins: true, digest: evil });
  const context = aJudgeContext({ windows: [freeze] });
  return judgeRollback(question, own, [earlier], {
    ...context,
    board: { ...context.board, earlierPolicies: policies },
  });
}

test('what pipelines put there is gone back to', () => {
  assert.equal(rollback('pipe').answer, 'allow');
});

test('a pipeline’s word leads back to nothing that nobody has approved', () => {
  assert.equal(rollback('pipe', { evil: `sha256:${'e'.repeat(64)}` }).answer, 'deny');
});

test('a policy that was loosened a moment ago opens no way back', () => {
  const { policy } = aJudgeContext().board;
  const roles = [{ role: 'director' as const, count: 1 }];
  const strict = { ...policy, approvals: policy.approvals.map((row) => ({ ...row, roles })) };
  const until = NOW + 1;
  assert.equal(rollback('pipe', { policies: [{ policy, until }] }).answer, 'allow');
  assert.equal(rollback('pipe', { policies: [{ policy: strict, until }] }).answer, 'deny');
  assert.equal(rollback('pipe', { policies: [{ policy: strict, until: NOW }] }).answer, 'allow');
});

test('an implementer’s own word about what stood there, or what was touched, opens no way back', () => {
  assert.equal(rollback('ivo', { evil: `sha256:${'e'.repeat(64)}` }).answer, 'deny');
  assert.equal(rollback('ivo').answer, 'deny');
  assert.equal(rollback('pipe', { touchedBy: 'ivo' }).answer, 'deny');
  assert.equal(rollback('ivo', { touchedBy: 'pipe' }).answer, 'deny');
});

function whileFrozen(by: string) {
  const file = aFile(aRequest(), { evidence: 'all', approvals, receipts: [{ event: 'started', by }] });
  return judge(aQuestion(), file, aJudgeContext({ windows: [freeze] })).answer;
}

test('a start that its own implementer dates before a freeze lets nothing finish inside it', () => {
  assert.equal(whileFrozen('pipe'), 'allow');
  for (const by of ['ivo', 'rita']) assert.equal(whileFrozen(by), 'needs-waiver', by);
});

test('a start of one’s own does not jump the order of the phases', () => {
  const phases = [
    { name: 'pilot', sites: ['lyon'] },
    { name: 'rest', sites: ['newark'] },
  ];
  const request = aRequest({ sites: ['lyon', 'newark'], phases });
  const receipts = [{ event: 'started' as const, phase: 'rest', by: 'ivo' }];
  const file = aFile(request, { evidence: 'all', approvals, receipts });
  const { answer, reasons } = judge(aQuestion({ phase: 'rest' }), file, aJudgeContext());
  assert.equal(answer, 'deny');
  assert.ok(reasons.some(({ code }) => code === 'phase-order'));
});

test('that a phase has succeeded is the pipeline’s word, unless no pipeline does the work', () => {
  const phases = [
    { name: 'pilot', sites: ['lyon'] },
    { name: 'rest', sites: ['newark'] },
  ];
  const rest = (by: string, more: Partial<Parameters<typeof aRequest>[0]>, later: string[] = []) => {
    const request = aRequest({ sites: ['lyon', 'newark'], phases, ...more });
    const receipts = [by, ...later].flatMap((person) =>
      (['started', 'succeeded'] as const).map((event) => ({ event, phase: 'pilot', by: person })),
    );
    const file = aFile(request, { evidence: 'all', approvals, receipts });
    const { reasons } = judge(aQuestion({ phase: 'rest', begins: true }), file, aJudgeContext());
    return reasons.some(({ code }) => code === 'phase-order');
  };
  assert.equal(rest('pipe', { artifacts }), false);
  assert.equal(rest('ivo', { artifacts }), true, 'its implementer’s word ends no phase of what is deployed');
  assert.equal(rest('ivo', { artifacts }, ['pipe']), false, 'and holds none up that a pipeline has ended');
  assert.equal(rest('pipe', { artifacts }, ['ivo']), false);
  assert.equal(rest('ivo', { artifacts: [] }), false, 'work by hand');
});

const signed = ['bea', ['cora', 'change-manager']] as const;

test('a waiver that a pipeline with a fast clock has used is used', () => {
  const file = aFile(aRequest(), { evidence: 'all', approvals, waivers: [{ cosigns: signed }] });
  const waiver = file.waivers[0]!;
  const ask = (receipts: typeof file.receipts) =>
    judge(
      aQuestion({ begins: true }),
      { ...file, receipts },
      aJudgeContext({ windows: [{ ...freeze, owner: 'bea' }] }),
    );
  assert.equal(ask([]).answer, 'allow');
  const body: ReceiptBody = {
    change: file.change,
    event: 'started',
    environment: 'production',
    services: ['till'],
    site: 'newark',
    artifacts: [],
    waivers: [waiver.record.id],
    happenedAt: '2026-11-10T14:00:00Z',
  };
  assert.equal(ask([filed('receipt', body, 'pipe', '2026-11-10T14:00:00Z')]).answer, 'needs-waiver');
});

function afterFollowing(by: string) {
  const file = aFile(aRequest(), { waivers: [{ cosigns: signed }] });
  const waiver = file.waivers[0]!;
  const follower = filed('waiver', { ...waiver.record.body, follows: [waiver.digest] }, by, '2026-11-10T10:00:00Z');
  const { board } = aContext({ windows: [{ ...freeze, owner: 'bea' }] });
  const moment = { at: NOW, band: 'low' } as const;
  return waiverStandings({ ...file, waivers: [waiver, follower] }, board, moment)[0]?.state;
}

test('a waiver is withdrawn by its author or by those whose change it is, and by nobody else', () => {
  assert.equal(afterFollowing('rita'), 'withdrawn');
  assert.equal(afterFollowing('ivo'), 'withdrawn');
  assert.equal(afterFollowing('mallory'), 'in-force');
});

test('a comment is taken back by its author alone', () => {
  const { board } = aContext();
  const { requests } = aFile(aRequest());
  const change = requests[0]!.record.body.change;
  const when = '2026-11-10T10:00:00Z';
  const first = filed('comment', { change, text: 'This will break the tills', follows: [] }, 'pia', when);
  const after = (by: string) => {
    const second = filed('comment', { change, text: 'All is well', follows: [first.digest] }, by, when);
    return assembleChange(change, [...requests, first, second], board)?.comments.length;
  };
  assert.equal(after('pia'), 1);
  assert.equal(after('ivo'), 2);
});

test('a break-glass role that ends and takes back what it signed takes the broken glass along', () => {
  const { waivers } = aFile(aRequest(), {
    waivers: [{ by: 'dirk', breakGlass: { incident: 'INC-1' } }, { by: 'dirk' }],
  });
  const roles = [{ person: 'dirk', role: 'break-glass', after: 0 }];
  const gone = waivers.map((waiver) => isVoid(traceOf(waiver), { keys: new Map(), paths: new Set(), roles }));
  assert.deepEqual(gone, [true, false]);
});
