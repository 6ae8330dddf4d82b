import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { runGit } from '../../electron/git/runGit.ts';
import { folderRemote, tempFolder } from '../support/gitServer.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { killPoints } from '../support/killedDesk.ts';
import { openSyncDesk, publishSmall, syncDesk } from '../support/syncDesk.ts';

const program = fileURLToPath(new URL('../support/killedDesk.ts', import.meta.url));
const ID = 'CHG-2026-7K3FQ2';

/** Runs a desk that kills itself at the point; answers the path of what it signed. */
async function killed(...given: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [, signal]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
  assert.equal(signal, 'SIGKILL');
  return said.toString();
}

async function commitsOf(folder: string, path: string): Promise<number> {
  const { stdout } = await runGit(folder, ['rev-list', '--count', 'main', '--', path]);
  return Number(stdout.toString());
}

test('a desk that is killed between any two steps loses nothing and doubles nothing', async (t) => {
  const remote = await folderRemote(t);
  const { address } = remote;
  await publishSmall(t, remote);
  const other = await openSyncDesk(t, { address, person: 'ada' });
  const folder = tempFolder(t, 'killed');
  await (await syncDesk({ address, folder })).close();
  const paths: string[] = [];
  for (const [n, point] of killPoints.entries()) {
    // Somebody else goes on meanwhile, so that there is something to follow.
    paths.push(other.say(`${ID}${n}`));
    await other.sync.once();
    paths.push(await killed(folder, address, `${ID}${n + killPoints.length}`, point));
  }
  const desk = await openSyncDesk(t, { address, folder, now: other.now() });
  const { state, unsent, problem } = await desk.sync.once();
  assert.deepEqual([state, unsent, problem], ['level', 0, null]);
  await other.sync.once();
  assert.deepEqual(desk.counted(), paths.toSorted());
  assert.equal(other.digest(), desk.digest());
  for (const path of paths) assert.equal(await commitsOf(remote.folder, path), 1, path);
  const { stdout } = await runGit(desk.ledger, ['for-each-ref', 'refs/tidegate/landing']);
  assert.equal(stdout.toString(), '', 'nothing is left lying about');
});

test('an answer that was lost after the push was taken sends nothing twice, and undo comes too late', async (t) => {
  const remote = await httpRemote(t);
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address, clocks: false });
  const path = desk.say(`${ID}0`);
  remote.faults.loseAnswer = true;
  const { state, unsent } = await desk.sync.once();
  assert.deepEqual([state, unsent], ['offline', 1]);
  assert.equal(desk.writer.isSending(1), true, 'it may be on the line');
  await desk.close();

  const again = await openSyncDesk(t, { address: remote.address, folder: desk.folder, clocks: false, now: desk.now() });
  assert.equal(again.writer.isSending(1), true, 'after a restart too');
  assert.equal((await again.sync.once()).unsent, 0);
  assert.deepEqual(again.counted(), [path]);
  assert.equal(await commitsOf(remote.folder, path), 1);
});

test('a connection that is cut in the middle of a fetch or a push leaves both ends whole', async (t) => {
  const remote = await httpRemote(t);
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address, clocks: false });
  const other = await openSyncDesk(t, { address: remote.address, clocks: false, person: 'ada' });
  const paths = [other.say(`${ID}0`), desk.say(`${ID}1`)];
  await other.sync.once();
  for (const cutAfter of [0, 10, 300]) {
    remote.faults.cutAfter = cutAfter;
    assert.equal((await desk.sync.once()).state, 'offline');
  }
  remote.faults.cutAfter = null;
  assert.equal((await desk.sync.once()).state, 'level');
  assert.deepEqual(desk.counted(), paths.toSorted());
});
