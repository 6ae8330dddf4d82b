import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runGit } from '../../electron/git/runGit.ts';
import { foundedDesk } from '../support/deskPair.ts';
import { folderRemote, tempFolder } from '../support/gitServer.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { newBoard } from '../support/newBoard.ts';
import { ended } from '../support/submit.ts';

test('a board that is being published is not removed under the publication, nor published twice', async (t) => {
  const desk = await foundedDesk(t);
  const remote = await httpRemote(t, { now: desk.now });
  const own = (await desk.ask('boards.list', {})).find(({ state }) => state === 'open');
  assert.ok(own);
  const { name } = own;
  const other = await desk.ask('boards.create', newBoard);
  remote.faults.delayMs = 60_000;
  const { job } = await desk.ask('boards.publish', { address: remote.address });
  while (remote.requests() === 0) await sleep(5);

  await assert.rejects(desk.ask('boards.leave', { name, unsent: 0 }), /publish-in-progress/);
  await assert.rejects(desk.ask('boards.publish', { address: tempFolder(t, 'other') }), /publish-in-progress/);
  await desk.ask('boards.open', { name: other.name });
  await assert.rejects(desk.ask('boards.leave', { name, unsent: 0 }), /publish-in-progress/, 'behind another as well');
  assert.ok(existsSync(join(desk.home, 'boards', name)));

  await desk.ask('jobs.cancel', { job });
  assert.equal((await ended(desk, job)).state, 'cancelled');
  await desk.ask('boards.leave', { name, unsent: 0 });
  assert.equal(existsSync(join(desk.home, 'boards', name)), false);
  assert.deepEqual(desk.defects, []);
});

test('why a publication failed is what is told, whatever its folder refuses then', async (t) => {
  const desk = await foundedDesk(t);
  const remote = await httpRemote(t, { now: desk.now });
  const { ledgerFolder } = await desk.ask('app.status', {});
  const locked = join(ledgerFolder, 'config.lock');
  const open = remote.protect();
  remote.faults.before = (service) => {
    if (service === 'git-receive-pack') writeFileSync(locked, '');
  };
  const failed = await ended(desk, (await desk.ask('boards.publish', { address: remote.address })).job);
  assert.deepEqual([failed.state, failed.problem?.code], ['failed', 'branch-protected']);
  assert.equal((await desk.ask('boards.list', {}))[0]?.remote, null, 'and it stays without a remote');

  rmSync(locked);
  remote.faults.before = null;
  open();
  const done = await ended(desk, (await desk.ask('boards.publish', { address: remote.address })).job);
  assert.equal(done.state, 'done', JSON.stringify(done.problem));
  assert.ok((await desk.ask('app.status', {})).remote);
  assert.deepEqual(desk.defects, []);
});

test('what is at an address that holds another line leaves nothing behind', async (t) => {
  const desk = await foundedDesk(t);
  const other = await foundedDesk(t);
  const remote = await folderRemote(t);
  assert.equal(
    (await ended(other, (await other.ask('boards.publish', { address: remote.address })).job)).state,
    'done',
  );
  const { job } = await desk.ask('boards.publish', { address: remote.address });
  assert.equal((await ended(desk, job)).problem?.code, 'remote-not-empty');
  const { ledgerFolder } = await desk.ask('app.status', {});
  const { stdout } = await runGit(ledgerFolder, ['for-each-ref', 'refs/remotes']);
  assert.equal(stdout.toString(), '');
});
