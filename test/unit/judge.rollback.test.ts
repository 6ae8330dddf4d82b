import { test } from 'node:test';
import assert from 'node:assert/strict';
import { judgeRollback } from '../../shared/gate/judgeRollback.ts';
import { aFile, anArtifact, aJudgeContext, aQuestion, aRequest, CHANGE } from '../support/judgeBuild.ts';

const newer = `sha256:${'b'.repeat(64)}`;
const approvals = [['pia', 'peer']] as const;

/** A change that put this artifact on the till of Lyon within half an hour. */
function deployed(change: string, digest: string, began: string, ended: string) {
  const artifacts = [{ service: 'till', digest }];
  const run = { artifacts, site: 'lyon', run: `run-${change}` };
  return aFile(aRequest({ change, artifacts }), {
    evidence: 'all',
    approvals,
    receipts: [
      { ...run, event: 'started', happenedAt: began },
      { ...run, event: 'succeeded', happenedAt: ended },
    ],
  });
}

const first = deployed('CHG-2026-0000001', anArtifact, '2026-11-10T08:00:00Z', '2026-11-10T08:30:00Z');
const second = deployed(CHANGE, newer, '2026-11-10T10:00:00Z', '2026-11-10T10:30:00Z');
const ask = (at: string, file = second) => {
  const asked = aQuestion({ at, digest: anArtifact, begins: true });
  const { answer, reasons } = judgeRollback(asked, file, [first], aJudgeContext());
  return [answer, ...reasons.map(({ code }) => code)];
};

test('what a change did is taken back while it is watched, and no more once it is closed', () => {
  assert.deepEqual(ask('2026-11-10T14:29:59Z'), ['allow', 'rollback']);
  assert.deepEqual(ask('2026-11-10T14:30:00Z'), ['deny', 'closed']);
});

test('what was done elsewhere and imported is not taken back here', () => {
  const { heads, ...rest } = second;
  const imported = { source: 'Old desk', sourceId: '1', state: 'scheduled' as const };
  const [text] = heads.map((head) => ({
    ...head,
    record: { ...head.record, body: { ...head.record.body, imported } },
  }));
  const file = { ...rest, current: text!, heads: [text!], requests: [text!] };
  assert.deepEqual(ask('2026-11-10T11:00:00Z', file), ['deny', 'closed']);
});
