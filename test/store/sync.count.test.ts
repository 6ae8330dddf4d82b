import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { runGit } from '../../electron/git/runGit.ts';
import type { SyncView } from '../../shared/api/syncCalls.ts';
import { folderRemote } from '../support/gitServer.ts';
import { openSyncDesk, publishSmall } from '../support/syncDesk.ts';

const COMMITS = 450;

test('checking what came in is counted, stops behind a commit when told, and goes on from there', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address });
  const before = desk.model.board().length;
  await runGit(remote.folder, ['fast-import', '--quiet'], { input: emptyCommits() });
  const [told, stopped] = await pausedWhile(desk.sync);
  assert.equal(stopped.state, 'paused');
  assert.deepEqual(told[0], { name: 'verify', done: 0, total: COMMITS });
  const read = desk.model.board().length - before;
  assert.ok(read > 0 && read < COMMITS, `${read} commits were read`);
  assert.equal(stopped.problem, null);

  desk.say('CHG-2026-7K3FQ20');
  desk.sync.resume();
  assert.equal((await desk.sync.once()).state, 'level');
  assert.equal(desk.model.board().length - before, COMMITS + 1);
  assert.equal(desk.counted().length, 1);
});

/** One round that is paused once the count has moved: what it told of the checking, and where it ended. */
async function pausedWhile(sync: {
  readonly view: () => SyncView;
  readonly once: () => Promise<SyncView>;
  readonly pause: () => void;
}) {
  const told: NonNullable<SyncView['step']>[] = [];
  const round = sync.once();
  for (let { state, step } = sync.view(); state === 'syncing'; { state, step } = sync.view()) {
    if (step?.name === 'verify' && step.done !== told.at(-1)?.done) told.push(step);
    if (told.length === 2) sync.pause();
    await setImmediate();
  }
  return [told, await round] as const;
}

function emptyCommits(): string {
  const who = 'committer R <r@example.invalid> 1795000000 +0000';
  const commits = Array.from({ length: COMMITS }, () => `commit refs/heads/main\n${who}\ndata 1\n.\n`);
  return `${commits[0]}from refs/heads/main^0\n\n${commits.slice(1).join('\n')}`;
}
