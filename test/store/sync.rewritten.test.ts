import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { landCommit } from '../../electron/git/landCommit.ts';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { folderRemote, type TestRemote } from '../support/gitServer.ts';
import { openSyncDesk, publishSmall, refused, type SyncDesk } from '../support/syncDesk.ts';

const ID = 'CHG-2026-7K3FQ2';
const mallory = { author: { name: 'Mallory', email: '' }, at: 1_795_000_000_000, message: 'Tidied up' };
const note = (name: string) => ({ path: `notes/${name}.txt`, text: `${name}\n` });
const git = (folder: string, ...words: string[]) =>
  runGit(folder, words).then(({ stdout }) => stdout.toString().trim());
const setHead = (remote: TestRemote, commit: string) => git(remote.folder, 'update-ref', 'refs/heads/main', commit);

/** A desk that has sent two changes of its own. */
async function deskWithTwo(t: TestContext) {
  const remote = await folderRemote(t);
  const { folder: founding } = await publishSmall(t, remote);
  const first = (await headOf(founding)) ?? '';
  const desk = await openSyncDesk(t, { address: remote.address });
  const paths: string[] = [];
  for (const n of [0, 1]) {
    paths.push(desk.say(`${ID}${n}`));
    await desk.sync.once();
  }
  const ours = (await headOf(desk.ledger)) ?? '';
  assert.equal(await headOf(remote.folder), ours);
  return { remote, desk, first, ours, paths };
}

/** A desk of somebody else that adds a change on the line as the remote holds it. */
async function elsewhere(t: TestContext, remote: TestRemote, change: string): Promise<SyncDesk> {
  const other = await openSyncDesk(t, { address: remote.address, person: 'ada' });
  other.say(change);
  assert.equal((await other.sync.once()).problem, null);
  return other;
}

test('a remote that went back is raised once and pushed forward again', async (t) => {
  const { remote, desk, first, ours } = await deskWithTwo(t);
  await setHead(remote, first);
  const { state, wentBack } = await desk.sync.once();
  assert.equal(state, 'level');
  assert.deepEqual({ ...wentBack, at: 0 }, { at: 0, from: ours, to: first });
  assert.equal(await headOf(remote.folder), ours);
  desk.sync.dismissWentBack();
  assert.equal((await desk.sync.once()).wentBack, null);
});

test('a remote that was made anew, empty, receives the line again', async (t) => {
  const { remote, desk, ours } = await deskWithTwo(t);
  await git(remote.folder, 'update-ref', '-d', 'refs/heads/main');
  const { state, wentBack } = await desk.sync.once();
  assert.deepEqual([state, wentBack?.from, wentBack?.to], ['level', ours, null]);
  assert.equal(await headOf(remote.folder), ours);
});

test('what is signed while the remote is behind has seen only what it holds', async (t) => {
  const { remote, desk, first, ours } = await deskWithTwo(t);
  await setHead(remote, first);
  const open = remote.protect();
  assert.equal((await desk.sync.once()).problem?.code, 'branch-protected');
  assert.equal(desk.sync.seen(), first);
  open();
  await desk.sync.once();
  assert.equal(desk.sync.seen(), ours);
});

test('a rewritten remote is raised with what differs, nothing is sent, and a person puts the line back', async (t) => {
  const { remote, desk, first, ours, paths } = await deskWithTwo(t);
  await setHead(remote, first);
  await elsewhere(t, remote, `${ID}7`);
  const theirs = (await headOf(remote.folder)) ?? '';
  const waiting = desk.say(`${ID}2`);
  const { state, rewrite, unsent } = await desk.sync.once();
  assert.deepEqual(
    [state, unsent, rewrite?.base, rewrite?.ours, rewrite?.theirs],
    ['rewritten', 1, first, ours, theirs],
  );
  assert.equal(rewrite?.lostCommits, 2);
  assert.deepEqual(
    rewrite.lost.map(({ path, how, kind, by }) => ({ path, how, kind, by })),
    paths.toSorted().map((path) => ({ path, how: 'gone', kind: 'request', by: 'rita' })),
  );
  assert.match(rewrite.added.map(({ path }) => path).join(), new RegExp(`^changes/2026/7K/${ID}7/request/`));
  assert.equal(await headOf(remote.folder), theirs, 'nothing was sent');
  assert.deepEqual(desk.counted(), paths.toSorted(), 'what was verified is still shown');

  const again = await desk.sync.once();
  assert.equal(again.rewrite?.noticedAt, rewrite.noticedAt);
  await assert.rejects(desk.sync.restoreLine(first), refused('remote-moved'));
  await desk.sync.restoreLine(theirs);
  assert.equal(desk.sync.view().state, 'level');
  assert.equal(desk.sync.view().rewrite, null);
  assert.deepEqual(desk.counted(), [...paths, waiting].toSorted());
  assert.equal(await git(remote.folder, 'merge-base', 'main', ours), ours);
});

test('a desk that only reads notices a rewritten remote as well, from its joining on', async (t) => {
  const { remote, first, ours } = await deskWithTwo(t);
  const reader = await openSyncDesk(t, { address: remote.address, person: 'audra' });
  await setHead(remote, first);
  await elsewhere(t, remote, `${ID}7`);
  const { state, rewrite } = await reader.sync.once();
  assert.deepEqual([state, rewrite?.base, rewrite?.ours], ['rewritten', first, ours]);
});

test('an altered record is told from one that is gone, and a line without anything in common as well', async (t) => {
  const { remote, desk, first, paths } = await deskWithTwo(t);
  const files = [{ path: paths[0] ?? '', text: '{}' }];
  await setHead(remote, first);
  await writeCommit(remote.folder, { ...mallory, parent: first, files });
  const { rewrite } = await desk.sync.once();
  const hows = new Map(rewrite?.lost.map(({ path, how }) => [path, how]));
  assert.deepEqual([hows.get(paths[0] ?? ''), hows.get(paths[1] ?? '')], ['altered', 'gone']);

  await git(remote.folder, 'update-ref', '-d', 'refs/heads/main');
  await writeCommit(remote.folder, { ...mallory, parent: null, files: [note('new')] });
  const strange = await desk.sync.once();
  assert.deepEqual([strange.state, strange.rewrite?.base], ['rewritten', null]);
});

test('a merge that brings the verified line in by its side is a rewriting', async (t) => {
  const { remote, desk, first, ours } = await deskWithTwo(t);
  const { commit: beside } = await landCommit(remote.folder, { ...mallory, parent: first, files: [note('beside')] });
  const merge = await git(
    remote.folder,
    ...by,
    'commit-tree',
    '-p',
    beside,
    '-p',
    ours,
    '-m',
    'Merge',
    `${ours}^{tree}`,
  );
  await setHead(remote, merge);
  const { state, rewrite } = await desk.sync.once();
  assert.deepEqual([state, rewrite?.base, rewrite?.theirs], ['rewritten', first, merge]);
});
const by = ['-c', 'user.name=Mallory', '-c', 'user.email=m@example.invalid'];

test('a merge on top of the line is taken in as a break, and nothing is written behind it', async (t) => {
  const { remote, desk, first, ours, paths } = await deskWithTwo(t);
  const { commit: beside } = await landCommit(remote.folder, { ...mallory, parent: first, files: [note('beside')] });
  const merge = await git(
    remote.folder,
    ...by,
    'commit-tree',
    '-p',
    ours,
    '-p',
    beside,
    '-m',
    'Merge',
    `${ours}^{tree}`,
  );
  desk.say(`${ID}2`);
  await setHead(remote, merge);
  const { state, unsent } = await desk.sync.once();
  assert.deepEqual([state, unsent], ['halted', 1]);
  assert.equal(desk.model.replay().halt()?.commit, merge);
  assert.equal(await headOf(remote.folder), merge);
  assert.deepEqual(desk.counted(), paths.toSorted());
});

test('a line that somebody edited is put back by one desk, and the others go back with it', async (t) => {
  const { remote, desk, ours, paths } = await deskWithTwo(t);
  const other = await openSyncDesk(t, { address: remote.address, person: 'ada' });
  const edit = `commit refs/heads/main\ncommitter Mallory <m@example.invalid> 1795000000 +0000\ndata 4\nGone\nfrom ${ours}\nD ${paths[0]}\n\n`;
  await runGit(remote.folder, ['fast-import', '--quiet'], { input: edit });
  const theirs = (await headOf(remote.folder)) ?? '';
  desk.say(`${ID}2`);
  for (const each of [desk, other]) {
    const { state, rewrite } = await each.sync.once();
    assert.deepEqual([state, rewrite?.theirs, rewrite?.lost.map(({ path }) => path)], ['halted', theirs, [paths[0]]]);
  }
  await desk.sync.restoreLine(theirs);
  assert.deepEqual([desk.sync.view().state, desk.sync.view().rewrite], ['level', null]);
  assert.equal(desk.counted().length, 3, 'what waited is sent');
  assert.equal((await other.sync.once()).state, 'level');
  assert.equal(other.digest(), desk.digest());
  assert.equal(await git(remote.folder, 'merge-base', 'main', ours), ours);
});

test('own commits that split off are made again on the new head, to the byte', async (t) => {
  const { remote, desk, ours, paths } = await deskWithTwo(t);
  const other = await elsewhere(t, remote, `${ID}7`);
  // As an import command writes while the desk is closed: onto main, unseen by the remote.
  const written = [note('first'), note('second')];
  let parent = ours;
  for (const [n, file] of written.entries())
    parent = await writeCommit(desk.ledger, { ...mallory, parent, files: [rooted(file)], message: `Own ${n}` });
  desk.say(`${ID}2`);
  const { state, problem } = await desk.sync.once();
  assert.deepEqual([state, problem], ['level', null]);
  const told = await git(desk.ledger, 'log', '--format=%an %at %s', '-3');
  assert.deepEqual(told.split('\n').slice(1), ['Mallory 1795000000 Own 1', 'Mallory 1795000000 Own 0']);
  for (const file of written.map(rooted))
    assert.equal(`${await git(remote.folder, 'show', `main:${file.path}`)}\n`, file.text);
  assert.equal(await git(desk.ledger, 'for-each-ref', 'refs/tidegate/own', 'refs/tidegate/landing'), '');
  await other.sync.once();
  assert.equal(other.counted().length, paths.length + 2);
  assert.equal(other.digest(), desk.digest());
});

/** Under a root that readers look at; what it says is junk, and set aside. */
function rooted({ path, text }: { readonly path: string; readonly text: string }) {
  return { path: `services/${path}`, text };
}

test('own commits that the remote never had are pushed as they are', async (t) => {
  const { remote, desk, ours } = await deskWithTwo(t);
  const own = await writeCommit(desk.ledger, { ...mallory, parent: ours, files: [note('own')] });
  assert.equal((await desk.sync.once()).state, 'level');
  assert.equal(await headOf(remote.folder), own);
});

test('another board at the address is none of ours, and nothing is sent to it', async (t) => {
  const { desk } = await deskWithTwo(t);
  await desk.close();
  const strange = await folderRemote(t);
  await publishSmall(t, strange);
  const head = await headOf(strange.folder);
  await git(desk.ledger, 'config', 'remote.origin.url', strange.address);
  await git(desk.ledger, 'update-ref', '-d', 'refs/tidegate/held');
  await git(desk.ledger, 'update-ref', '-d', 'refs/remotes/origin/main');
  const again = await openSyncDesk(t, { address: strange.address, folder: desk.folder, now: desk.now() });
  const { state, problem } = await again.sync.once();
  assert.deepEqual([state, problem?.code], ['refused', 'remote-not-a-board']);
  assert.equal(await headOf(strange.folder), head);
});
