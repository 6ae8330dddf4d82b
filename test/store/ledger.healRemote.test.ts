import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { findBreak, healLine } from '../../electron/heal/healLine.ts';
import { privateKeyOf } from '../../electron/seal/ed25519.ts';
import { writeKey } from '../../electron/seal/keyFile.ts';
import { windowOf } from '../support/ledgerBodies.ts';
import { signerNamed } from '../support/ledgerPeople.ts';
import { folderRemote, tempFolder } from '../support/gitServer.ts';
import { MERGED_AT, mergedLine } from '../support/mergedLine.ts';
import { projectRoot } from '../support/sources.ts';
import { openSyncDesk, refused } from '../support/syncDesk.ts';

const run = (...words: readonly string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'electron/heal/healCommand.ts', ...words], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
const git = (folder: string, ...words: string[]) => runGit(folder, words);
const signer = signerNamed('ada');
const stranger = { author: { name: 'Rita', email: '' }, at: MERGED_AT, message: 'Meanwhile' };

test('the command heals the remote’s line from a plain clone, and a desk that was halted reads on', async (t) => {
  const line = await mergedLine(t);
  const remote = await folderRemote(t);
  const push = () => git(line.folder, 'push', '--quiet', remote.address, 'main');
  await push();
  const desk = await openSyncDesk(t, { address: remote.address });
  desk.say('CHG-2026-7K3FQ20');
  const merge = await line.merge(line.head(), line.sign('window', windowOf(), { by: 'carl' }));
  await push();
  const { state, rewrite } = await desk.sync.once();
  assert.deepEqual([state, rewrite], ['halted', null]);

  const folder = tempFolder(t, 'heal');
  await git(folder, 'clone', '--quiet', remote.address, 'clone');
  const clone = join(folder, 'clone');
  const key = join(folder, 'ada');
  writeKey(key, privateKeyOf(createHash('sha256').update('tidegate test key ada').digest()), 'ada');
  const shown = run('--ledger', clone);
  assert.equal(shown.status, 0, shown.stderr);
  assert.match(shown.stdout, /window signed by carl, would count[^]*Nothing was signed/);
  assert.equal(await headOf(remote.folder), merge);
  const done = run('--ledger', clone, '--key', key);
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stdout, /Signed by ada\. The line reads on/);
  assert.equal(await headOf(clone), merge, 'what is checked out stays as it is until it is pulled');
  assert.equal(`${(await git(clone, 'status', '--porcelain')).stdout}`, '');

  assert.equal((await desk.sync.once()).state, 'level');
  assert.equal(desk.counted().length, 1, 'what waited is sent');
  assert.match(run('--ledger', clone, '--key', key).stdout, /nothing to heal/);
});

test('what others send meanwhile is read, and another merge is shown before it is healed', async (t) => {
  const line = await mergedLine(t);
  await line.merge(line.head());
  const remote = await folderRemote(t);
  const clone = tempFolder(t, 'heal');
  await git(line.folder, 'push', '--quiet', remote.address, 'main');
  await git(clone, 'clone', '--quiet', '--bare', remote.address, '.');
  const found = (await findBreak(clone)) ?? assert.fail();
  const heal = () => healLine(clone, { found, signer, cosignOnly: false, now: MERGED_AT + 300_000 });

  await line.merge((await headOf(line.folder)) ?? '');
  await git(line.folder, 'push', '--quiet', remote.address, 'main');
  await assert.rejects(heal(), refused('remote-moved'));

  await git(remote.folder, 'update-ref', 'refs/heads/main', found.head);
  const files = [{ path: 'notes/meanwhile.txt', text: 'x\n' }];
  await writeCommit(remote.folder, { ...stranger, parent: found.head, files });
  const { how, commit } = await heal();
  assert.deepEqual([how, await headOf(remote.folder)], ['healed', commit]);
  assert.equal(`${(await git(clone, 'for-each-ref', 'refs/tidegate')).stdout}`, '', 'nothing is left lying about');
});

test('behind a merge that is healed no more, because a record was removed as well, the desk offers the line before', async (t) => {
  const line = await mergedLine(t);
  const freeze = line.sign('window', windowOf(), { by: 'carl' });
  const before = await line.add(freeze);
  const remote = await folderRemote(t);
  await git(line.folder, 'push', '--quiet', remote.address, 'main');
  const desk = await openSyncDesk(t, { address: remote.address });
  await line.merge(before);
  await runGit(line.folder, ['fast-import', '--quiet'], { input: removing(freeze.path) });
  await git(line.folder, 'push', '--quiet', remote.address, 'main');
  const { rewrite } = await desk.sync.once();
  assert.deepEqual(
    rewrite?.lost.map(({ path }) => path),
    [freeze.path],
  );
  await desk.sync.restoreLine(rewrite?.theirs ?? '');
  assert.deepEqual([desk.sync.view().state, await headOf(remote.folder)], ['level', before]);
});

/** A commit on `main` that removes the file, as somebody without a desk makes it. */
function removing(path: string): string {
  const who = 'committer M <m@example.invalid> 1795000000 +0000';
  return `commit refs/heads/main\n${who}\ndata 4\nGone\nfrom refs/heads/main^0\nD ${path}\n\n`;
}

test('a rewritten remote gets no signature, and an edit is told from a merge', async (t) => {
  const line = await mergedLine(t);
  const first = line.head();
  await line.add(line.sign('window', windowOf(), { by: 'carl' }));
  const remote = await folderRemote(t);
  const clone = tempFolder(t, 'heal');
  await git(line.folder, 'push', '--quiet', remote.address, 'main');
  await git(clone, 'clone', '--quiet', '--bare', remote.address, '.');
  await git(remote.folder, 'update-ref', 'refs/heads/main', first);
  await assert.rejects(findBreak(clone), refused('remote-rewritten'));

  const [freeze = ''] = `${(await git(clone, 'ls-tree', '-r', '--name-only', 'main', 'windows/')).stdout}`.split('\n');
  await runGit(line.folder, ['fast-import', '--quiet'], { input: removing(freeze) });
  await git(line.folder, 'push', '--quiet', remote.address, 'main');
  const refusal = run('--ledger', clone);
  assert.equal(refusal.status, 1);
  assert.match(refusal.stderr, /ledger-halted.*removed.*\n.*put the verified line back/);
});
