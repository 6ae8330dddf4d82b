import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import Sqlite from 'better-sqlite3';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { folderRemote } from '../support/gitServer.ts';
import { openSyncDesk, publishSmall, type SyncDesk } from '../support/syncDesk.ts';

// A desk of these tests ends as a killed one does: nothing is saved by its end.
const ID = 'CHG-2026-7K3FQ2';
const mallory = { author: { name: 'Mallory', email: '' }, at: 1_795_000_000_000, message: 'Tidied up' };

async function twoDesks(
  t: TestContext,
): Promise<{ readonly address: string; readonly ours: SyncDesk; readonly theirs: SyncDesk }> {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const ours = await openSyncDesk(t, { address: remote.address });
  const theirs = await openSyncDesk(t, { address: remote.address, person: 'ada' });
  return { address: remote.address, ours, theirs };
}

async function sendTwo(desk: SyncDesk): Promise<void> {
  for (const n of [0, 1]) {
    desk.say(`${ID}${n}`);
    assert.equal((await desk.sync.once()).problem, null);
  }
}

/** What a desk says that reads the same line from its first commit. */
async function readAnew(t: TestContext, { folder, ledger, now }: SyncDesk, address: string): Promise<string> {
  const anew = await openSyncDesk(t, { address, now: now() });
  assert.equal(await headOf(anew.ledger), await headOf(ledger), folder);
  return anew.digest();
}

test('a desk that ended before it saved goes on from what it had saved, to the same catalogue', async (t) => {
  const { address, ours, theirs } = await twoDesks(t);
  await sendTwo(theirs);
  await ours.sync.once();
  assert.deepEqual(noted(ours, 'head') === noted(ours, 'stored'), false, 'it has read further than it saved');
  await ours.close();
  const again = await openSyncDesk(t, { address, folder: ours.folder, now: ours.now() });
  assert.equal(again.counted().length, 2);
  assert.equal(again.digest(), await readAnew(t, again, address));
});

test('what it saved is taken up after a minute, and the newest commits are not read again', async (t) => {
  const { address, ours, theirs } = await twoDesks(t);
  await sendTwo(theirs);
  await ours.sync.once();
  ours.model.tick();
  assert.equal(noted(ours, 'head'), await headOf(ours.ledger));
  await ours.close();
  const again = await openSyncDesk(t, { address, folder: ours.folder, now: ours.now() });
  assert.equal(again.counted().length, 2);
});

for (const [name, target] of [
  ['a shorter', 'before'],
  ['another', 'beside'],
] as const)
  test(`records of a line that gave way to ${name} one while the desk was off do not stay`, async (t) => {
    const { address, ours, theirs } = await twoDesks(t);
    const before = (await headOf(ours.ledger)) ?? '';
    await sendTwo(theirs);
    await ours.sync.once();
    await ours.close();
    for (const ref of ['refs/heads/main', 'refs/remotes/origin/main', 'refs/tidegate/held'])
      await runGit(ours.ledger, ['update-ref', ref, before]);
    if (target === 'beside') {
      const files = [{ path: 'notes/n.txt', text: 'n\n' }];
      await writeCommit(ours.ledger, { ...mallory, parent: before, files });
    }
    const again = await openSyncDesk(t, { address, folder: ours.folder, now: ours.now() });
    assert.deepEqual(again.counted(), []);
  });

function noted(desk: SyncDesk, key: string): string | null {
  const db = new Sqlite(join(desk.folder, 'catalog.sqlite'), { readonly: true });
  try {
    return db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key) ?? null;
  } finally {
    db.close();
  }
}
