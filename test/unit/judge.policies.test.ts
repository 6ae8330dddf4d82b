import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../shared/gate/judge.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import type { PolicyBody } from '../../shared/record/body/policyBody.ts';
import { aFile, aJudgeContext, aRequest, CHANGE, NOW } from '../support/judgeBuild.ts';

const HOUR = 3_600_000;
const question: Question = {
  change: CHANGE,
  environment: 'production',
  at: '2026-11-10T12:00:00Z',
  simulated: false,
};
const strict: PolicyBody = { ...defaultPolicy(), follows: [] };
/** Nobody need agree and nothing need be shown. */
const relaxed: PolicyBody = {
  ...strict,
  approvals: strict.approvals.map((rule) => ({ band: rule.band, type: rule.type, allowed: true, roles: [] })),
  addOns: [],
};
const file = aFile(aRequest(), { evidence: 'all' });

function ask(policy: PolicyBody, earlier: readonly { readonly policy: PolicyBody; readonly until: number }[]) {
  const context = aJudgeContext({ policy });
  return judge(question, file, { ...context, board: { ...context.board, earlierPolicies: earlier } });
}

test('a relaxed policy is judged beside the one before it, and the worse answer wins', () => {
  assert.equal(ask(relaxed, []).answer, 'allow');
  const verdict = ask(relaxed, [{ policy: strict, until: NOW + HOUR }]);
  assert.equal(verdict.answer, 'deny');
  const [reason] = verdict.reasons;
  assert.deepEqual(
    [reason?.code, reason?.rule, reason?.until],
    ['approvals-missing', 'loosening-waits', '2026-11-10T13:00:00Z'],
  );
  assert.match(reason?.text ?? '', /by the policy before it was revised/);
});

test('an earlier policy that has run out says nothing, and a stricter one counts at once', () => {
  assert.equal(ask(relaxed, [{ policy: strict, until: NOW }]).answer, 'allow');
  const verdict = ask(strict, [{ policy: relaxed, until: NOW + HOUR }]);
  assert.equal(verdict.answer, 'deny');
  assert.ok(verdict.reasons.every(({ rule }) => rule !== 'loosening-waits'));
});
