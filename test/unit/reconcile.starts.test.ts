import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { judgeStart } from '../../shared/reconcile/judgeStart.ts';
import { matchReceipts } from '../../shared/reconcile/matchReceipts.ts';
import type { Deployment } from '../../shared/reconcile/deployment.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';
import { aFile, aJudgeContext, aRequest, anArtifact, CHANGE, type BoardGiven } from '../support/judgeBuild.ts';
import { aWindow, once } from '../support/windowBuild.ts';

const text: Partial<RequestBody> = { category: 'observability' };
const began = '2026-11-10T10:00:00Z';
const artifacts = [{ service: 'till', digest: anArtifact }];
const ready = { approvals: [['pia', 'peer']], evidence: 'all' } as const;
const started = (by = 'pipe') => ({ event: 'started', by, happenedAt: began, artifacts }) as const;
const filesOf = (request: RequestBody): Filed[] => [...aFile(request, ready).requests];

const recordsOf = (file: ChangeFile): Filed[] => [
  ...file.requests,
  ...file.decisions,
  ...file.evidence,
  ...file.receipts,
];

function judged(start: Filed<'receipt'>, records: readonly Filed[], board: BoardGiven = {}): string[] {
  const context = aJudgeContext(board);
  const stood = { contextAt: () => context, recordsOf: () => records, receipts: [] };
  return judgeStart(start, stood).reasons.map(({ code }) => code);
}

function startOf({ receipts }: ChangeFile): Filed<'receipt'> {
  const [start] = receipts;
  assert.ok(start);
  return start;
}

const request = aRequest({ ...text, artifacts });

test('a start is judged without itself, and without what came after it', () => {
  const file = aFile(request, {
    ...ready,
    receipts: [started(), { event: 'failed', happenedAt: '2026-11-10T11:00:00Z' }],
  });
  assert.deepEqual(judged(startOf(file), recordsOf(file)), [], 'it is not what runs already');
  const early = aFile(request, { evidence: 'all', receipts: [started()] });
  const late = aFile(request, ready);
  const records = [...recordsOf(early), ...late.decisions];
  assert.deepEqual(judged(startOf(early), records), ['approvals-missing']);
});

test('a clock that the line shows to have been slow does not bring a start before a freeze', () => {
  const file = aFile(request, { ...ready, receipts: [started()] });
  const windows = [aWindow({ window: 'peak', title: 'Peak', schedule: once('2026-11-10T12:15', '2026-11-10T20:00') })];
  assert.deepEqual(judged(startOf(file), recordsOf(file), { windows }), []);
  const slow = { ...startOf(file), effectiveAt: toMs('2026-11-10T11:30:00Z') };
  assert.ok(judged(slow, recordsOf(file), { windows }).includes('freeze'));
});

test('a start of several services is asked about each of them', () => {
  const other = `sha256:${'b'.repeat(64)}`;
  const both = ['till', 'orders'];
  const named = [...artifacts, { service: 'orders', digest: other }];
  const wide = aRequest({ ...text, services: both, artifacts: named });
  const codes = (given: typeof named) => {
    const file = aFile(wide, { ...ready, receipts: [{ ...started(), services: both, artifacts: given }] });
    return judged(startOf(file), recordsOf(file)).filter((code) => code.startsWith('artifact'));
  };
  assert.deepEqual(codes(named), []);
  assert.deepEqual(codes([...artifacts, { service: 'orders', digest: anArtifact }]), ['artifact-mismatch']);
  assert.deepEqual(codes(artifacts), ['artifact-mismatch'], 'one artifact for all of it is not what was approved');
});

test('which starts speak of a deployment: by a pipeline, of its run or its service, within the day before', () => {
  const at = toMs('2026-11-10T10:30:00Z');
  const live: Deployment = {
    source: 'line 2',
    at,
    service: 'till',
    site: 'lyon',
    environment: 'production',
    digest: null,
    change: null,
    run: 'https://ci.example/1',
  };
  const matches = (deployment: Partial<Deployment>, by = 'pipe', run = 'https://ci.example/1') => {
    const start = startOf(aFile(request, { receipts: [{ ...started(by), run }] }));
    const asked = filesOf(request).map((each) => ({ ...each, position: 0 }));
    const [match] = matchReceipts([{ ...live, ...deployment }], [start], asked as Filed<'request'>[]);
    return match?.starts.length === 1 ? 'starts' : match?.byHand ? 'by hand' : 'none';
  };
  assert.equal(matches({}), 'starts');
  assert.equal(matches({}, 'ivo'), 'by hand', 'who does it');
  assert.equal(matches({}, 'rita'), 'by hand', 'who asked for it');
  assert.equal(matches({ service: 'orders' }), 'none', 'the same run of another service');
  assert.equal(matches({ change: 'CHG-2026-0000000' }), 'none', 'the same run of another change');
  assert.equal(matches({ change: CHANGE, run: '17' }), 'starts', 'a number and an address may be the same run');
  assert.equal(matches({ run: 'https://ci.example/2' }), 'none');
  assert.equal(matches({ at: toMs('2026-11-10T09:30:00Z') }), 'none', 'before it began');
  assert.equal(matches({ at: toMs('2026-11-11T10:30:00Z') }), 'none', 'a day later');
});
