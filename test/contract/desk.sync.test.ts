import assert from 'node:assert/strict';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { TidegateError } from '../../shared/errors.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { folderRemote, type TestRemote } from '../support/gitServer.ts';
import { submit } from '../support/submit.ts';

const LATER = 9_000;

/** The sample board, published to a folder. */
async function shared(t: TestContext): Promise<{ readonly desk: TestDesk; readonly remote: TestRemote }> {
  const alone = await openTestDesk(t);
  await alone.close();
  const remote = await folderRemote(t);
  const ledger = join(alone.home, 'boards', 'sample', 'ledger.git');
  await runGit(ledger, ['config', 'remote.origin.url', remote.address]);
  await runGit(ledger, ['push', '--quiet', 'origin', 'main']);
  return { desk: await openTestDesk(t, { home: alone.home }), remote };
}

test('a board on this machine only says so', async (t) => {
  const desk = await openTestDesk(t);
  const { state, remote, unsent, problem } = await desk.ask('sync.status', {});
  assert.deepEqual([state, remote, unsent, problem], ['no-remote', null, 0, null]);
});

test('what is signed goes to the remote once undo is over, and every step of it is told', async (t) => {
  const { desk, remote } = await shared(t);
  assert.equal((await desk.ask('sync.status', {})).state, 'waiting');
  await desk.sendDue();
  const contact = desk.now();
  assert.equal((await desk.ask('sync.status', {})).state, 'level');
  const before = await headOf(remote.folder);
  const { change } = await submit(desk);
  const waiting = await desk.ask('sync.status', {});
  assert.deepEqual([waiting.state, waiting.unsent], ['waiting', 1]);
  desk.pass(LATER);
  desk.news.length = 0;
  await desk.sendDue();
  const { state, unsent, lastContact, problem } = await desk.ask('sync.status', {});
  assert.deepEqual([state, unsent, lastContact, problem], ['level', 0, contact + LATER, null]);
  assert.ok(desk.news.some(({ kinds }) => kinds.includes('sync')));
  assert.notEqual(await headOf(remote.folder), before);
  assert.equal((await desk.ask('changes.read', { change })).history[0]?.unsent, false);
  assert.deepEqual(desk.defects, []);
});

test('locks that a power cut left behind keep nobody from writing', async (t) => {
  const { desk, remote } = await shared(t);
  await desk.close();
  const ledger = join(desk.home, 'boards', 'sample', 'ledger.git');
  const locks = [join(ledger, 'packed-refs.lock'), join(ledger, 'refs', 'heads', 'main.lock')];
  for (const lock of locks) {
    writeFileSync(lock, '');
    utimesSync(lock, 1_000_000_000, 1_000_000_000);
  }
  const again = await openTestDesk(t, { home: desk.home });
  const before = await headOf(remote.folder);
  await submit(again);
  again.pass(LATER);
  await again.sendDue();
  assert.equal((await again.ask('sync.status', {})).state, 'level');
  assert.notEqual(await headOf(remote.folder), before);
});

test('a paused board is resumed by an order, and a remote that refuses is told with its reason', async (t) => {
  const { desk, remote } = await shared(t);
  assert.equal((await desk.ask('sync.pause', {})).state, 'paused');
  const { row } = await submit(desk);
  desk.pass(LATER);
  await desk.sendDue();
  assert.equal((await desk.ask('unsent.list', {})).length, 1);
  remote.protect();
  await desk.ask('sync.resume', {});
  await desk.sendDue();
  const { state, problem, nextTry } = await desk.ask('sync.status', {});
  assert.deepEqual([state, problem?.code], ['refused', 'branch-protected']);
  assert.ok((nextTry ?? 0) > desk.now());
  await desk.ask('unsent.undo', { row });
  assert.equal((await desk.ask('sync.status', {})).unsent, 0);
});

test('a rewritten remote is put right by an order that names what its reader saw', async (t) => {
  const { desk, remote } = await shared(t);
  await desk.sendDue();
  const ours = await headOf(remote.folder);
  const ids = ['-c', 'user.name=Mallory', '-c', 'user.email=m@example.invalid'];
  const made = await runGit(remote.folder, [...ids, 'commit-tree', '-p', 'main~3', '-m', 'Tidied', 'main~3^{tree}']);
  const theirs = made.stdout.toString().trim();
  await runGit(remote.folder, ['update-ref', 'refs/heads/main', theirs]);
  await desk.sendDue();
  const { state, rewrite } = await desk.ask('sync.status', {});
  assert.deepEqual([state, rewrite?.lostCommits, rewrite?.theirs], ['rewritten', 3, theirs]);
  assert.ok(rewrite?.lost.every(({ by, kind }) => by !== null && kind !== null));
  await assert.rejects(
    desk.ask('sync.restoreLine', { theirs: 'a'.repeat(40) }),
    (error) => error instanceof TidegateError && error.code === 'remote-moved',
  );
  assert.equal((await desk.ask('sync.restoreLine', { theirs })).state, 'level');
  assert.equal(await headOf(remote.folder), ours);
});
