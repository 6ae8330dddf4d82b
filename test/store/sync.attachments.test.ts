import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { readAttachment, writeAttachment } from '../../electron/git/attachments.ts';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { digestOfBytes } from '../../shared/record/digest.ts';
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

test('who puts a false file under a true one’s name, or takes the branch’s name, keeps no record and no true file from anybody', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const one = await openSyncDesk(t, { address: remote.address });
  const two = await openSyncDesk(t, { address: remote.address, person: 'ada' });
  const plan = Buffer.from('A plan');
  const digest = digestOfBytes(plan);
  const author = { name: 'Mallory', email: '' };
  const path = `${digest.slice(7, 9)}/${digest.slice(7)}`;
  const at = { message: 'Mine', author, at: 0, branch: 'attachments' };
  await writeCommit(remote.folder, { parent: null, files: [{ path, text: 'Another plan' }], ...at });
  await one.sync.once();
  assert.equal(await readAttachment(one.ledger, digest), 'false');
  await writeAttachment(one.ledger, plan, { author, at: 0 });
  for (const desk of [one, two]) assert.equal((await desk.sync.once()).problem, null);
  assert.deepEqual(await readAttachment(two.ledger, digest), plan);

  await runGit(remote.folder, ['update-ref', '-d', 'refs/heads/attachments']);
  await runGit(remote.folder, ['update-ref', 'refs/heads/attachments/mine', 'refs/heads/main']);
  assert.equal((await one.sync.once()).problem, null);
  const late = await writeAttachment(one.ledger, Buffer.from('A late plan'), { author, at: 0 });
  const request = one.say('CHG-2026-7K3FQ2M');
  const { state, problem, unsent } = await one.sync.once();
  assert.deepEqual(
    [state, problem?.code, problem?.facts['why'], unsent],
    ['refused', 'branch-protected', 'name-taken', 0],
  );
  await two.sync.once();
  assert.ok(two.counted().includes(request), 'the record went through');
  await runGit(remote.folder, ['update-ref', '-d', 'refs/heads/attachments/mine']);
  for (const desk of [one, two]) assert.equal((await desk.sync.once()).problem, null);
  assert.deepEqual(await readAttachment(remote.folder, digest), plan);
  assert.equal((await readAttachment(two.ledger, late)).toString(), 'A late plan');
});
