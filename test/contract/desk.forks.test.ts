import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { runGit } from '../../electron/git/runGit.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { folderRemote, tempFolder } from '../support/gitServer.ts';
import { submit } from '../support/submit.ts';

const LATER = 9_000;

/** Two desks of the same board on one remote, both level, and a change that both know. */
async function pair(t: TestContext): Promise<{ one: TestDesk; other: TestDesk; change: string }> {
  const first = await openTestDesk(t);
  const { change } = await submit(first);
  first.pass(LATER);
  await first.sendDue();
  await first.close();
  const remote = await folderRemote(t);
  const ledger = join(first.home, 'boards', 'sample', 'ledger.git');
  await runGit(ledger, ['config', 'remote.origin.url', remote.address]);
  await runGit(ledger, ['push', '--quiet', 'origin', 'main']);
  const second = tempFolder(t, 'desk');
  cpSync(first.home, second, { recursive: true });
  const now = first.now() + LATER;
  const one = await openTestDesk(t, { home: first.home, now });
  const other = await openTestDesk(t, { home: second, now });
  for (const desk of [one, other]) await desk.sendDue();
  return { one, other, change };
}

async function exchange(...desks: readonly TestDesk[]): Promise<void> {
  for (const desk of desks) desk.pass(LATER);
  // The first to send hears of the others when all have sent.
  for (const desk of [...desks, ...desks]) await desk.sendDue();
}

test('a change that two people moved at once stands twice on both desks, until one text is kept', async (t) => {
  const { one, other, change } = await pair(t);
  const { row } = await one.ask('changes.read', { change });
  const start = row.start ?? 0;
  await one.ask('changes.move', { change, start: start + HOUR_MS, minutes: 60 });
  await other.ask('changes.move', { change, start: start + 2 * HOUR_MS, minutes: 60 });
  await exchange(one, other);
  for (const desk of [one, other]) {
    const [fork, ...more] = await desk.ask('ledger.forks', {});
    assert.deepEqual(more, []);
    assert.deepEqual([fork?.kind, fork?.subject, fork?.what], ['request', change, 'moved-twice']);
    assert.deepEqual(fork?.sites, row.sites, 'the clocks by which its moments are read');
    assert.equal(fork?.sides.length, 2);
    assert.ok(fork.fields.some(({ field, values }) => field === 'Planned start' && values[0] !== values[1]));
    assert.equal(fork.maySettle, true);
  }
  const [fork] = await one.ask('ledger.forks', {});
  const kept = fork?.sides[1]?.digest ?? '';
  await one.ask('ledger.settle', { kind: 'request', subject: change, keep: kept });
  assert.deepEqual(await one.ask('ledger.forks', {}), []);
  await exchange(one, other);
  assert.deepEqual(await other.ask('ledger.forks', {}), []);
  const [here, there] = await Promise.all([one, other].map((desk) => desk.ask('changes.read', { change })));
  assert.equal(here?.row.start, there?.row.start);
  await assert.rejects(one.ask('ledger.settle', { kind: 'request', subject: change, keep: kept }), /stale-record/);
});

test('a window that two people revised at once holds as both say, side by side, until it is settled', async (t) => {
  const { one, other } = await pair(t);
  const { me } = await one.ask('app.status', {});
  const [{ window = '' } = {}] = (await one.ask('windows.list', {})).filter(({ effect }) => effect === 'freeze');
  const { body } = await one.ask('windows.read', { window });
  const { window: _id, standing: _standing, follows: _follows, origin: _origin, ...draft } = body;
  await one.ask('windows.save', { window, draft: { ...draft, title: 'One' }, standing: 'published' });
  await other.ask('windows.save', {
    window,
    draft: { ...draft, title: 'Other', reason: 'Other' },
    standing: 'published',
  });
  await exchange(one, other);
  const [fork] = await other.ask('ledger.forks', {});
  assert.deepEqual([fork?.kind, fork?.subject, fork?.what], ['window', window, 'two-texts']);
  assert.deepEqual(fork?.fields.find(({ field }) => field === 'Title')?.values.toSorted(), ['One', 'Other']);
  assert.ok(fork.sides.every(({ by }) => by === me.person));
  await other.ask('ledger.settle', { kind: 'window', subject: window, keep: fork.sides[0]?.digest ?? '' });
  await exchange(other, one);
  for (const desk of [one, other]) assert.deepEqual(await desk.ask('ledger.forks', {}), []);
});

test('a text that one approved and another rejected, neither knowing of the other, is shown until one decides again', async (t) => {
  const { one, other, change } = await pair(t);
  const open = async (desk: TestDesk) => {
    const { tally, material } = await desk.ask('changes.read', { change });
    return {
      could: tally.requirements.flatMap(({ role, could }) => could.map((person) => ({ person, role }))),
      material,
    };
  };
  const { could, material } = await open(one);
  const [yes, no] = [could[0], could.find(({ person }) => person !== could[0]?.person)];
  assert.ok(yes && no, JSON.stringify(could));
  const decide = async (desk: TestDesk, { person, role }: typeof yes, verdict: 'approve' | 'reject') => {
    await desk.ask('me.actAs', { person });
    const reason = verdict === 'reject' ? { reason: 'Not in stocktaking.' } : {};
    await desk.ask('changes.decide', { change, role, verdict, material: material.digest, ...reason });
  };
  await decide(one, yes, 'approve');
  await decide(other, no, 'reject');
  await exchange(one, other);
  for (const desk of [one, other]) {
    const [fork, ...more] = await desk.ask('ledger.forks', {});
    assert.deepEqual(more, []);
    assert.deepEqual([fork?.kind, fork?.subject, fork?.what], ['decision', change, 'yes-and-no']);
    assert.deepEqual(fork?.sides.map(({ by }) => by).toSorted(), [yes.person, no.person].toSorted());
    assert.ok(fork.fields[0]?.values.some((value) => value.endsWith(': Not in stocktaking.')));
  }
  await decide(other, no, 'approve');
  await exchange(other, one);
  for (const desk of [one, other]) {
    assert.deepEqual(await desk.ask('ledger.forks', {}), []);
    assert.notEqual((await desk.ask('changes.read', { change })).lifecycle.state, 'rejected');
  }
  await decide(one, yes, 'reject');
  await exchange(one, other);
  assert.deepEqual(await other.ask('ledger.forks', {}), [], 'who had read the approval and rejects disputes nothing');
});

test('history, storage and a rebuilt index say the same before and after', async (t) => {
  const desk = await openTestDesk(t);
  const whole = await desk.ask('ledger.history', { before: null, by: null });
  assert.ok(whole.commits.length > 20 && whole.commits.every(({ commit }) => /^[0-9a-f]{40}$/.test(commit)));
  const head = whole.commits[0];
  assert.equal(
    head?.files.some(({ kind }) => kind === 'checkpoint'),
    true,
  );
  const { ledger, catalogue, freeOnDisk } = await desk.ask('ledger.storage', {});
  assert.ok(ledger > 100_000 && catalogue > 100_000 && freeOnDisk > 0);
  const mine = await desk.ask('ledger.history', { before: null, by: head?.files[0]?.by ?? '' });
  assert.ok(mine.commits.every(({ files }) => files.every(({ by }) => by === head?.files[0]?.by)));
  const before = await desk.ask('ledger.health', {});
  const { job } = await desk.ask('ledger.rebuild', {});
  assert.equal((await desk.ask('ledger.rebuild', {})).job, job, 'asked again while it runs, it is the same');
  const { job: proof } = await desk.ask('ledger.verify', {});
  assert.equal((await desk.ask('ledger.verify', {})).job, proof);
  for (let turn = 0; turn < 400; turn += 1) {
    const view = (await desk.ask('jobs.list', {})).find((each) => each.job === job);
    if (view?.state !== 'running') break;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  assert.equal((await desk.ask('jobs.list', {})).find((each) => each.job === job)?.state, 'done');
  const after = await desk.ask('ledger.health', {});
  assert.deepEqual({ ...after, checkpoint: null }, { ...before, checkpoint: null });
  assert.deepEqual(await desk.ask('ledger.history', { before: null, by: null }), whole);
});
