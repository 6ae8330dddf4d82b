import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { folderRemote } from '../support/gitServer.ts';
import { openSyncDesk, publishSmall, type SyncDesk } from '../support/syncDesk.ts';

/** Attaches a text at this desk; answers its path. */
async function attach({ ledger }: SyncDesk, text: string): Promise<string> {
  const name = createHash('sha256').update(text).digest('hex');
  const path = `${name.slice(0, 2)}/${name}`;
  const parent = await headOf(ledger, 'refs/heads/attachments');
  const author = { name: 'Rita', email: '' };
  await writeCommit(ledger, {
    parent,
    files: [{ path, text }],
    message: 'Attached',
    author,
    at: 0,
    branch: 'attachments',
  });
  return path;
}

async function attached(folder: string): Promise<readonly string[]> {
  const { stdout } = await runGit(folder, ['ls-tree', '-r', '--name-only', 'attachments']);
  return stdout.toString().trim().split('\n');
}

test('attachments of all reach all, whoever was faster, and what was erased stays erased', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const one = await openSyncDesk(t, { address: remote.address });
  const two = await openSyncDesk(t, { address: remote.address, person: 'ada' });
  const secret = await attach(one, 'A name that should not be here');
  const kept = await attach(one, 'A plan');
  await one.sync.once();
  const other = await attach(two, 'Another plan');
  assert.equal((await two.sync.once()).problem, null);
  await one.sync.once();
  for (const folder of [one.ledger, two.ledger, remote.folder])
    assert.deepEqual(await attached(folder), [secret, kept, other].toSorted());

  // An administrator writes the branch anew without it; meanwhile somebody attaches something more.
  await runGit(remote.folder, ['update-ref', '-d', 'refs/heads/attachments']);
  const files = [kept, other].map((path) => ({ path, text: path === kept ? 'A plan' : 'Another plan' }));
  const author = { name: 'Ada', email: '' };
  await writeCommit(remote.folder, { parent: null, files, message: 'Anew', author, at: 0, branch: 'attachments' });
  const late = await attach(two, 'A late plan');
  for (const desk of [two, one]) assert.equal((await desk.sync.once()).problem, null);
  for (const folder of [one.ledger, two.ledger, remote.folder])
    assert.deepEqual(await attached(folder), [kept, other, late].toSorted());
});
