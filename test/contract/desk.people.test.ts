import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import type { Role } from '../../shared/record/words.ts';
import { DAY_MS, HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { draftOf, submit } from '../support/submit.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;

/** Has everybody who is asked sign, one after the other, until the change is approved; who signed in which role. */
async function everybodySigns(desk: TestDesk, change: string): Promise<{ person: string; role: Role }[]> {
  const signed: { person: string; role: Role }[] = [];
  for (;;) {
    const { tally, material } = await desk.ask('changes.read', { change });
    const open = tally.requirements.find(({ met, count }) => met.length < count);
    const person = open?.could.find((each) => !signed.some((already) => already.person === each));
    if (!open || person === undefined) return signed;
    await desk.ask('me.actAs', { person });
    await desk.ask('changes.decide', { change, role: open.role, verdict: 'approve', material: material.digest });
    signed.push({ person, role: open.role });
  }
}

/** A change that waits for signatures: its evidence is filed. On a Thursday: weekends are softly frozen. */
async function waiting(desk: TestDesk): Promise<string> {
  const start = desk.now() + 2 * DAY_MS;
  const [earliestStart, latestEnd] = [toInstant(start), toInstant(start + 4 * HOUR_MS)];
  const { change } = await submit(desk, { timing: { earliestStart, start: earliestStart, minutes: 60, latestEnd } });
  const { text, evidence } = await desk.ask('changes.read', { change });
  await desk.ask('me.actAs', { person: text.implementer });
  for (const { kind } of evidence.filter(({ required, standing }) => required && standing === 'missing'))
    await desk.ask('changes.addEvidence', {
      change,
      evidence: kind,
      title: 'Shown',
      measuredAt: toInstant(desk.now()),
      detail: '',
    });
  return change;
}

test('several members sign one change, which is then scheduled; the last signature can be taken back', async (t) => {
  const desk = await openTestDesk(t);
  const change = await waiting(desk);
  assert.equal((await desk.ask('changes.read', { change })).lifecycle.state, 'authorization');
  const signed = await everybodySigns(desk, change);
  assert.ok(new Set(signed.map(({ person }) => person)).size >= 2, JSON.stringify(signed));
  assert.equal((await desk.ask('changes.read', { change })).lifecycle.state, 'scheduled');
  const last = (await desk.ask('unsent.list', {})).at(-1);
  await desk.ask('unsent.undo', { row: last?.row ?? 0 });
  const { lifecycle, tally } = await desk.ask('changes.read', { change });
  assert.equal(lifecycle.state, 'authorization');
  assert.equal(tally.decisions.length, signed.length - 1);

  const again = await desk.restart();
  assert.equal((await again.ask('changes.read', { change })).tally.decisions.length, signed.length - 1);
});

test('a rejection with its reason ends it, a recusal leaves the role to others', async (t) => {
  const desk = await openTestDesk(t);
  const change = await waiting(desk);
  const first = await desk.ask('changes.read', { change });
  const open = first.tally.requirements.find(({ could }) => could.length > 1);
  assert.ok(open, 'a role that several could fill');
  const [one = '', other = ''] = open.could;
  const decision = { change, role: open.role, material: first.material.digest, reason: 'Not before the audit' };
  await desk.ask('me.actAs', { person: one });
  await desk.ask('changes.decide', { ...decision, verdict: 'recuse' });
  const recused = await desk.ask('changes.read', { change });
  assert.deepEqual(
    recused.tally.requirements.find(({ role }) => role === open.role)?.could,
    open.could.filter((person) => person !== one),
  );
  await desk.ask('me.actAs', { person: other });
  await desk.ask('changes.decide', { ...decision, verdict: 'reject' });
  const rejected = await desk.ask('changes.read', { change });
  assert.equal(rejected.lifecycle.state, 'rejected');
  assert.ok(rejected.history.some(({ by }) => by === other));
});

test('an author cancels, somebody else cannot, and nothing can be signed after it', async (t) => {
  const desk = await openTestDesk(t);
  const change = await waiting(desk);
  const { text, material } = await desk.ask('changes.read', { change });
  const { me } = await desk.ask('app.status', {});
  const stranger = me.canActAs.find(({ roles }) => roles.includes('auditor'))?.person ?? '';
  await desk.ask('me.actAs', { person: stranger });
  await assert.rejects(desk.ask('changes.cancel', { change, reason: 'No' }), refused('not-entitled'));
  await desk.ask('me.actAs', { person: text.requester });
  await desk.ask('changes.cancel', { change, reason: 'Ordered new printers' });
  const cancelled = await desk.ask('changes.read', { change });
  assert.deepEqual([cancelled.lifecycle.state, cancelled.mayRevise], ['cancelled', false]);
  await desk.ask('me.actAs', { person: 'helen-marsh' });
  const late = { change, role: 'director', verdict: 'approve', material: material.digest } as const;
  await assert.rejects(desk.ask('changes.decide', late), (error) => error instanceof TidegateError);
});

test('a move out of the approved envelope takes the approvals with it and says how many', async (t) => {
  const desk = await openTestDesk(t);
  const change = await waiting(desk);
  const signed = await everybodySigns(desk, change);
  const { text } = await desk.ask('changes.read', { change });
  await desk.ask('me.actAs', { person: text.requester });
  const start = desk.now() + 8 * DAY_MS;
  assert.equal((await desk.ask('calendar.tryMove', { change, start })).voids, signed.length);
  assert.equal((await desk.ask('changes.move', { change, start })).voids, signed.length);
  const moved = await desk.ask('changes.read', { change });
  assert.ok(moved.tally.decisions.every(({ standing }) => standing === 'stale'));
  assert.notEqual(moved.lifecycle.state, 'scheduled');
  await desk.ask('me.actAs', { person: signed[0]?.person ?? '' });
  const { sinceApproval } = await desk.ask('changes.read', { change });
  assert.ok(
    sinceApproval.some(({ material }) => material),
    'the signer sees what moved',
  );
});

test('how a page was left, and who acts, is the same after a restart', async (t) => {
  const desk = await openTestDesk(t);
  const state = { text: 'till', bands: ['high'] };
  await desk.ask('view.save', { view: 'changes', state });
  await desk.ask('me.actAs', { person: 'helen-marsh' });
  const body = await draftOf(desk, { title: 'Half a thought' });
  await desk.ask('drafts.save', { draft: null, change: null, body });
  const again = await desk.restart();
  assert.deepEqual(await again.ask('view.read', { view: 'changes' }), state);
  assert.equal((await again.ask('app.status', {})).me.person, 'helen-marsh');
  assert.equal((await again.ask('drafts.list', {}))[0]?.body.title, 'Half a thought');
});
