import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR_MS, MINUTE_MS } from '../../shared/time/instant.ts';
import { folderRemote, tempFolder } from '../support/gitServer.ts';
import { requestOf } from '../support/ledgerBodies.ts';
import { openSyncDesk, publishSmall, syncDesk } from '../support/syncDesk.ts';

test('a text revised after a start with the clock put back, both unsent, is on the line behind what it follows', async (t) => {
  const remote = await folderRemote(t);
  const { address } = remote;
  await publishSmall(t, remote);
  const folder = tempFolder(t, 'back');
  const change = 'CHG-2026-7K3FQ2M';
  const before = await syncDesk({ address, folder, clocks: false });
  const first = before.say(change);
  await before.close();
  const desk = await openSyncDesk(t, { address, folder, clocks: false, now: before.now() - 2 * MINUTE_MS });
  const [head] = desk.model.change(change).file.heads;
  const body = requestOf({ change, title: 'Said better', follows: head ? [head.digest] : [] });
  desk.scribe.say({ what: 'submit', subject: change, statements: [{ kind: 'request', body }] });
  desk.pass(HOUR_MS);
  let left = 2;
  for (let round = 0; round < 3 && left > 0; round += 1) left = (await desk.sync.once()).unsent;
  assert.equal(left, 0);
  assert.deepEqual(desk.model.replay().problems(), []);
  assert.equal(desk.counted()[1], first, 'the later one is named before it');
  assert.equal(desk.model.change(change).file.current?.record.body.title, 'Said better');
});
