import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { initBare } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { artifact } from '../support/gateBoard.ts';
import { createPipelines } from '../support/pipelines.ts';

const yesterday = Date.now() / 1000 - 86_400;
/** The copy was made yesterday. */
function age(folder: string): void {
  for (const name of ['HEAD', 'config', 'packed-refs']) utimesSync(join(folder, name), yesterday, yesterday);
}

/** A board on which one change is ready, with a checkpoint, before and after a freeze. */
async function frozenLater(t: Parameters<typeof createPipelines>[0]) {
  const pipes = await createPipelines(t);
  const change = await pipes.board.change();
  const before = await pipes.board.checkpoint();
  const check = (folder: string, ...more: string[]) =>
    pipes.gate('check', folder, change, '--digest', artifact, ...more);
  return { ...pipes, change, before, check };
}

test('a fetch that moves no branch is no contact: a bare clone stays where it was', async (t) => {
  const { clone, check, freeze } = await frozenLater(t);
  const bare = await clone('--bare');
  age(bare);
  await freeze();
  await runGit(bare, ['fetch', '--quiet', 'origin']);
  const stale = await check(bare);
  assert.equal(stale.code, 20, stale.stdout);
  assert.match(stale.stdout, /minutes old/);
  await runGit(bare, ['fetch', '--quiet', 'origin', 'main:main']);
  assert.equal((await check(bare)).code, 11);
});

test('a fetch of something else is no contact either', async (t) => {
  const { clone, check, board } = await frozenLater(t);
  const folder = await clone();
  age(join(folder, '.git'));
  await runGit(board.folder, ['update-ref', 'refs/heads/notes', `${board.head()}~1`]);
  await runGit(folder, ['fetch', '--quiet', 'origin', 'notes']);
  assert.equal((await check(folder)).code, 20);
  await runGit(folder, ['fetch', '--quiet']);
  assert.equal((await check(folder)).code, 0);
});

test('a copy that was fetched into without naming a remote has an age', async (t) => {
  const { check, board, home } = await frozenLater(t);
  const folder = join(home, 'nameless.git');
  await initBare(folder);
  await runGit(folder, ['fetch', '--quiet', `file://${board.folder}`, 'main:main']);
  assert.equal((await check(folder)).code, 0);
  utimesSync(join(folder, 'FETCH_HEAD'), yesterday, yesterday);
  assert.equal((await check(folder)).code, 20);
});

test('a commit from before a freeze that this copy knows opens nothing', async (t) => {
  const { clone, check, before, freeze } = await frozenLater(t);
  await freeze();
  const folder = await clone();
  const past = await check(folder, '--commit', before);
  assert.deepEqual([past.code, past.stdout.startsWith('ALLOW (simulated)')], [30, true], past.stdout);
  assert.equal((await check(folder, '--commit', 'origin/main')).code, 11);
});

test('a pipeline that clones anew each time, and remembers, sees a remote that goes back', async (t) => {
  const { board, home, clone, check, begin, gate, key, change, before, freeze, head } = await frozenLater(t);
  const state = join(home, 'seen');
  const remembered = () => readFileSync(state, 'utf8').trim();
  assert.equal((await check(await clone(), '--state', state)).code, 0);
  assert.equal(remembered(), before);
  await freeze();
  assert.equal((await check(await clone(), '--state', state)).code, 11);
  const frozen = await head();
  assert.equal(remembered(), frozen);

  await runGit(board.folder, ['update-ref', 'refs/heads/main', before]);
  for (const options of [[], ['--depth', '3']]) {
    const folder = await clone(...options);
    assert.equal((await check(folder)).code, 0, 'nobody else can know');
    for (const run of [
      await check(folder, '--state', state),
      await begin(folder, change, '--state', state),
      await gate('receipt', folder, change, '--key', key, '--event', 'failed', '--state', state),
    ]) {
      assert.equal(run.code, 20, run.stdout);
      assert.match(run.stderr, /no longer holds/);
    }
  }
  assert.equal(remembered(), frozen);

  await runGit(board.folder, ['update-ref', 'refs/heads/main', frozen]);
  assert.equal((await check(await clone(), '--state', state)).code, 11);
  writeFileSync(state, 'main\n');
  assert.equal((await check(await clone(), '--state', state)).code, 20);
  assert.equal((await check(await clone(), '--state', state, '--commit', 'main')).code, 64);
});
