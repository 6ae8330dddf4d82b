import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runGit } from '../../electron/git/runGit.ts';
import { HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import { folderRemote } from '../support/gitServer.ts';
import { requestOf } from '../support/ledgerBodies.ts';
import { START } from '../support/ledgerLine.ts';
import { openSyncDesk, publishSmall } from '../support/syncDesk.ts';

const MANY = 200;

test('after days away every change that came shows, those that meet no other too', async (t) => {
  const remote = await folderRemote(t);
  const board = await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address, clocks: false });
  await desk.sync.once();
  const records = Array.from({ length: MANY }, (_, n) => {
    const start = START + n * 48 * HOUR_MS;
    const [from = '', to = ''] = [start, start + 2 * HOUR_MS].map(toInstant);
    const timing = { earliestStart: from, start: from, minutes: 60, latestEnd: to };
    return board.sign('request', requestOf({ change: `CHG-2026-8${String(n).padStart(6, '0')}`, timing }), {
      by: 'rita',
    });
  });
  await board.add(...records);
  await runGit(board.folder, ['push', '--quiet', 'origin', 'main']);
  await desk.sync.once();
  assert.equal(desk.counted().length, MANY);
  const rows = records.map(({ record }) => desk.model.change(record.body.change).entry.row.change);
  assert.equal(new Set(rows).size, MANY);
  const fresh = await openSyncDesk(t, { address: remote.address, clocks: false, now: desk.now() });
  assert.equal(desk.digest(), fresh.digest());
});
