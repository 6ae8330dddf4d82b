import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { cloneLedger } from '../../electron/git/cloneLedger.ts';
import { fetchLine } from '../../electron/git/fetchLine.ts';
import { landCommit } from '../../electron/git/landCommit.ts';
import { pushLine } from '../../electron/git/pushLine.ts';
import type { GitProgress } from '../../electron/git/remoteWords.ts';
import { initBare } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { folderRemote, tempFolder, type TestRemote } from '../support/gitServer.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { sshRemote } from '../support/gitServerSsh.ts';
import { createRepository, type Repository } from '../support/ledgerRepository.ts';

const refused = (code: ErrorCode) => (error: unknown) => {
  assert.ok(error instanceof TidegateError, String(error));
  assert.equal(error.code, code, JSON.stringify(error.facts));
  assert.doesNotMatch(JSON.stringify(error.facts), /secret-w/, 'no secret is told');
  return true;
};
const secret = { user: 'ada', password: 'secret-word' };

/** A ledger whose remote this is, not pushed yet. */
async function boardAt(t: TestContext, { address }: Pick<TestRemote, 'address'>): Promise<Repository> {
  const board = await createRepository(t);
  await runGit(board.folder, ['config', 'remote.origin.url', address]);
  return board;
}

const push = ({ folder, head }: Repository) => pushLine(folder, { commit: head() });
const file = (name: string) => ({ path: `notes/${name}.txt`, text: 'a line\n'.repeat(50) });

test('a line is pushed, fetched and cloned over a folder, http with a login, and ssh with an agent', async (t) => {
  for (const kind of ['folder', 'http', 'ssh'] as const)
    await t.test(kind, async (each) => {
      const remote =
        kind === 'folder'
          ? await folderRemote(each)
          : kind === 'http'
            ? await httpRemote(each, { login: secret })
            : await sshRemote(each);
      if (!remote) return;
      const board = await boardAt(each, remote);
      assert.equal((await fetchLine(board.folder)).head, null, 'an empty remote has no line');
      await push(board);
      const clone = join(tempFolder(each, 'clone'), 'ledger.git');
      const seen = new Set<GitProgress['phase']>();
      assert.equal(
        await cloneLedger(remote.address, clone, { progress: ({ phase }) => seen.add(phase) }),
        board.head(),
      );
      assert.ok(seen.has('receive'), [...seen].join());
      await board.add(file('second'));
      await push(board);
      const { head, clock } = await fetchLine(clone);
      assert.equal(head, board.head());
      assert.equal(clock === null, kind !== 'http', 'http tells the time');
    });
});

test('what an http server does is told apart', async (t) => {
  const remote = await httpRemote(t, { login: secret });
  const board = await boardAt(t, remote);
  await push(board);
  const { faults } = remote;
  for (const [status, code] of [
    [500, 'remote-unreachable'],
    [503, 'remote-unreachable'],
    [403, 'remote-refused-login'],
    [404, 'remote-gone'],
  ] as const) {
    faults.answer = status;
    await assert.rejects(fetchLine(board.folder), refused(code), `${status}`);
  }
  faults.answer = null;
  await board.add(file('second'));
  faults.readOnly = true;
  await assert.rejects(push(board), refused('remote-read-only'));
  faults.readOnly = false;
  const open = remote.protect();
  await assert.rejects(push(board), refused('branch-protected'));
  open();
  faults.cutAfter = 20;
  await assert.rejects(push(board), refused('remote-unreachable'), 'cut in the middle');
  faults.cutAfter = null;
  await push(board);
  await runGit(remote.folder, ['update-ref', 'refs/heads/main', board.commits[0] ?? '']);
  await writeCommit(remote.folder, elsewhere(board));
  await assert.rejects(push(board), refused('remote-moved'));
  await remote.down();
  await assert.rejects(fetchLine(board.folder), refused('remote-unreachable'));
});

/** A commit that somebody else made beside what follows the first. */
function elsewhere(board: Repository) {
  const author = { name: 'Other', email: '' };
  return { parent: board.commits[0] ?? null, files: [file('other')], message: 'Other', author, at: 1_795_000_000_000 };
}

test('a server that says nothing is given up, and a person can stop waiting', async (t) => {
  const remote = await httpRemote(t);
  const board = await boardAt(t, remote);
  remote.faults.delayMs = 60_000;
  await assert.rejects(fetchLine(board.folder, { idleMs: 300 }), refused('remote-unreachable'));
  const stop = new AbortController();
  const waiting = fetchLine(board.folder, { signal: stop.signal });
  setTimeout(() => stop.abort(), 100);
  await assert.rejects(waiting, refused('cancelled'));
});

test('what a folder refuses is told apart', async (t) => {
  const remote = await folderRemote(t);
  const board = await boardAt(t, remote);
  await push(board);
  await board.add(file('second'));
  const open = remote.protect();
  await assert.rejects(push(board), refused('branch-protected'));
  open();
  writeFileSync(join(remote.folder, 'refs', 'heads', 'main.lock'), '');
  await assert.rejects(push(board), refused('remote-moved'), 'somebody else is writing');
  rmSync(join(remote.folder, 'refs', 'heads', 'main.lock'));
  rmSync(remote.folder, { recursive: true });
  await assert.rejects(fetchLine(board.folder), refused('remote-gone'));
  await assert.rejects(push(board), refused('remote-gone'));
});

test('a line is put back only over the head that was named, and only where the server lets it', async (t) => {
  const remote = await folderRemote(t);
  const board = await boardAt(t, remote);
  await push(board);
  const line = { parent: null, files: [file('other')], message: 'Other', author: { name: 'O', email: '' }, at: 0 };
  const { commit: theirs } = await landCommit(remote.folder, line);
  await runGit(remote.folder, ['update-ref', 'refs/heads/main', theirs]);
  const commit = board.head();
  await assert.rejects(pushLine(board.folder, { commit, expected: commit }), refused('remote-moved'));
  await runGit(remote.folder, ['config', 'receive.denyNonFastForwards', 'true']);
  await fetchLine(board.folder);
  await assert.rejects(pushLine(board.folder, { commit, expected: theirs }), refused('branch-protected'));
  await runGit(remote.folder, ['config', 'receive.denyNonFastForwards', 'false']);
  await pushLine(board.folder, { commit, expected: theirs });
  assert.equal((await fetchLine(board.folder)).head, commit);
});

test('a folder that may only be read is read-only', async (t) => {
  if (process.platform === 'win32') return t.skip('folders have no modes on Windows');
  if (process.getuid?.() === 0) return t.skip('root may write everywhere');
  const remote = await folderRemote(t);
  const board = await boardAt(t, remote);
  await push(board);
  await board.add(file('second'));
  const objects = join(remote.folder, 'objects');
  chmodSync(objects, 0o500);
  t.after(() => chmodSync(objects, 0o700));
  await assert.rejects(push(board), refused('remote-read-only'));
});

test('a full disk is told as one, here and at the remote', async (t) => {
  const small = join(tempFolder(t, 'full'), 'disk');
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    return t.skip('no small disk can be mounted here');
  }
  try {
    const remote = join(small, 'board.git');
    await initBare(remote);
    const board = await boardAt(t, { address: remote });
    await push(board);
    const random = Array.from({ length: 200_000 }, () => Math.random().toString(36).slice(2)).join('');
    await board.add({ path: 'notes/large.txt', text: random });
    await assert.rejects(push(board), refused('disk-full'));
    const large = await folderRemote(t);
    await runGit(board.folder, ['config', 'remote.origin.url', large.address]);
    await push(board);
    await assert.rejects(cloneLedger(large.address, join(small, 'clone.git')), refused('disk-full'));
  } finally {
    execFileSync('umount', ['-l', small]);
  }
});

test('a repository that holds no ledger is no board, and nothing of it stays', async (t) => {
  const parent = tempFolder(t, 'clone');
  const empty = await folderRemote(t);
  await assert.rejects(cloneLedger(empty.address, join(parent, 'a')), refused('remote-not-a-board'));
  const author = { name: 'Other', email: '' };
  await writeCommit(empty.folder, { parent: null, files: [file('readme')], message: 'Code', author, at: 0 });
  await assert.rejects(cloneLedger(empty.address, join(parent, 'b')), refused('remote-not-a-board'));
  await assert.rejects(cloneLedger(join(parent, 'nothing'), join(parent, 'c')), refused('remote-gone'));
  assert.equal(execFileSync('ls', [parent]).toString(), '');
});
