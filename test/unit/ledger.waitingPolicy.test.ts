import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyBody } from '../../shared/record/body/policyBody.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { fate, START, startLine, type Line } from '../support/ledgerLine.ts';
import { member, people } from '../support/ledgerPeople.ts';

const LATER = START + 2 * HOUR_MS;
const END = LATER + 48 * HOUR_MS;

function relax(line: Line, given: Partial<PolicyBody> = { approvalDays: 90 }, at = LATER) {
  const { policy } = line.replay.board();
  const revised = line.sign('policy', { ...policy, ...given, follows: [line.inForce('policy')] }, { at });
  return { revised, became: fate(line.add(revised), revised) };
}

function agree(line: Line, digest: string, by: string) {
  const cosign = line.sign('cosign', { of: { kind: 'policy', digest } }, { by, at: LATER });
  return fate(line.add(cosign), cosign);
}

const earlier = (line: Line, at: number) =>
  line.replay.board(at).earlierPolicies?.map(({ policy, until }) => [policy.approvalDays, until]);

test('the policy before applies beside a revised one for 48 hours', () => {
  const line = startLine();
  const { approvalDays } = line.replay.board().policy;
  relax(line);
  assert.equal(line.replay.board(LATER).policy.approvalDays, 90);
  assert.deepEqual(earlier(line, LATER), [[approvalDays, END]]);
  assert.deepEqual(earlier(line, END - 1), [[approvalDays, END]]);
  assert.deepEqual(earlier(line, END), []);
});

test('another name waits for nothing, and a policy that is taken back takes its successor along', () => {
  const line = startLine();
  relax(line, { name: 'Autumn' });
  assert.deepEqual(earlier(line, LATER), []);
  const { approvalDays } = line.replay.board().policy;
  relax(line);
  relax(line, { approvalDays }, LATER + HOUR_MS);
  assert.deepEqual(earlier(line, LATER + HOUR_MS), [[90, END + HOUR_MS]]);
});

test('a run of policies: each earlier one until the first of its successors takes effect alone', () => {
  const line = startLine();
  const { approvalDays } = line.replay.board().policy;
  relax(line, { approvalDays: 60 });
  relax(line, { approvalDays: 90 }, LATER + HOUR_MS);
  assert.deepEqual(earlier(line, LATER + HOUR_MS), [
    [approvalDays, END],
    [60, END + HOUR_MS],
  ]);
  assert.deepEqual(earlier(line, END), [[60, END + HOUR_MS]]);
});

test('a change manager besides the admins ends the wait', () => {
  const line = startLine();
  const { revised } = relax(line);
  assert.equal(agree(line, revised.digest, 'petra'), 'not-entitled');
  assert.equal(earlier(line, LATER)?.length, 1);
  assert.equal(agree(line, revised.digest, 'carl'), 'counted');
  assert.deepEqual(earlier(line, LATER), []);
});

test('an admin who is the change manager as well is one person', () => {
  const both = people.map((given) => (given.person === 'ada' ? member('ada', ['admin', 'change-manager']) : given));
  const alone = startLine({ people: both });
  const { revised } = relax(alone);
  assert.equal(agree(alone, revised.digest, 'ada'), 'counted');
  assert.equal(earlier(alone, LATER)?.length, 1);

  const two = startLine({ people: [...both, member('alan', ['admin']), member('anna', ['admin'])] });
  const second = relax(two);
  assert.equal(second.became, 'pending');
  agree(two, second.revised.digest, 'alan');
  assert.equal(earlier(two, LATER)?.length, 1);
  agree(two, second.revised.digest, 'anna');
  assert.deepEqual(earlier(two, LATER), []);
});

test('a change manager’s signature does not stand for an admin’s', () => {
  const line = startLine({ people: [...people, member('alan', ['admin'])] });
  const { revised, became } = relax(line);
  assert.equal(became, 'pending');
  assert.equal(agree(line, revised.digest, 'carl'), 'counted');
  assert.notEqual(line.replay.board().policy.approvalDays, 90);
});
