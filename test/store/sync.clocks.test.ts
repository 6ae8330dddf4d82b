import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderRemote, tempFolder } from '../support/gitServer.ts';
import { openSyncDesk, publishSmall, refused, syncDesk } from '../support/syncDesk.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const ID = 'CHG-2026-7K3FQ20';

test('what a clock ahead of ours has signed shows when its time comes, without anybody touching it', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address, clocks: false });
  const ahead = await openSyncDesk(t, { address: remote.address, clocks: false, now: desk.now() + 20 * MINUTE });
  ahead.say(ID);
  await ahead.sync.once();
  await desk.sync.once();
  assert.throws(() => desk.model.change(ID), refused('change-not-found'));
  desk.pass(30 * MINUTE);
  desk.model.tick();
  assert.equal(desk.model.change(ID).file.change, ID);
  assert.equal(desk.digest(), ahead.digest());
});

test('the same after a restart in between', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const folder = tempFolder(t, 'later');
  const given = { address: remote.address, clocks: false, folder };
  const desk = await syncDesk(given);
  const ahead = await openSyncDesk(t, { ...given, folder: tempFolder(t, 'ahead'), now: desk.now() + 20 * MINUTE });
  ahead.say(ID);
  await ahead.sync.once();
  await desk.sync.once();
  const now = desk.now();
  await desk.close();
  const again = await openSyncDesk(t, { ...given, now: now + 30 * MINUTE });
  assert.equal(again.model.change(ID).file.change, ID);
  assert.equal(again.digest(), ahead.digest());
});

test('a clock that is put back takes with it what only it had seen run out', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const folder = tempFolder(t, 'back');
  const given = { address: remote.address, clocks: false };
  const right = await openSyncDesk(t, given);
  right.say(ID);
  await right.sync.once();
  const wrong = await syncDesk({ ...given, folder, now: right.now() + 60 * DAY });
  await wrong.sync.once();
  assert.notEqual(wrong.digest(), right.digest());
  await wrong.close();
  const again = await openSyncDesk(t, { ...given, folder, now: right.now() });
  assert.equal(again.digest(), right.digest());
});

test('what a clock ahead has signed here is sent once the clock is right', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const folder = tempFolder(t, 'sent');
  const given = { address: remote.address, clocks: false, folder };
  const desk = await syncDesk(given);
  const now = desk.now();
  desk.pass(DAY);
  const path = desk.request(ID);
  await desk.close();
  const again = await openSyncDesk(t, { ...given, now });
  assert.equal((await again.sync.once()).unsent, 0);
  assert.deepEqual(again.counted(), [path]);
});
