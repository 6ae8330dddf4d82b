import { test } from 'node:test';
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runGit } from '../../electron/git/runGit.ts';
import { artifact } from '../support/gateBoard.ts';
import { keyFileOf, keyTextOf } from '../support/gateKeys.ts';
import { codes, createPipelines, said } from '../support/pipelines.ts';
import { runGate } from '../support/runGate.ts';

test('an allow is a signed start on the very commit that was judged', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, begin } = pipes;
  const change = await board.change();
  await board.checkpoint();
  const judged = board.head();
  const run = await begin(await clone(), change, '--site', 'lyon', '--run', 'https://ci.example/1');
  assert.equal(run.code, 0, run.stderr + run.stdout);
  const { commit, receipt } = said(run);
  assert.equal(commit, judged);
  assert.equal(receipt?.commit, await pipes.head());
  const parent = await runGit(board.folder, ['rev-parse', 'main^']);
  assert.equal(parent.stdout.toString().trim(), judged);
  const verified = await runGate(['verify', '--ledger', board.folder, '--root', board.root]);
  assert.equal(verified.code, 0, verified.stdout);
});

test('what runs is not begun again until its end is reported; the end is recorded once for each run', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, gate, begin, key } = pipes;
  const change = await board.change();
  await board.checkpoint();
  const folder = await clone('--bare');
  assert.equal((await begin(folder, change, '--run', 'r1')).code, 0);
  const again = await begin(folder, change, '--run', 'r2');
  assert.equal(again.code, 10);
  assert.ok(codes(again).includes('already-running'));
  const end = () =>
    gate('receipt', folder, change, '--key', key, '--event', 'failed', '--run', 'r1', '--format', 'json');
  const first = await end();
  assert.equal(first.code, 0, first.stderr);
  const head = await pipes.head();
  const second = await end();
  assert.equal(JSON.parse(second.stdout).receipt, JSON.parse(first.stdout).receipt);
  assert.equal(await pipes.head(), head);
});

test('a waiver opens for begin alone, once', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, gate, begin, key } = pipes;
  const change = await board.change();
  await pipes.freeze();
  await board.checkpoint();
  const folder = await clone();
  assert.equal((await begin(folder, change)).code, 11);
  await pipes.waive(change);
  await runGit(folder, ['fetch', '--quiet']);
  const check = await gate('check', folder, change, '--digest', artifact, '--format', 'json');
  assert.equal(check.code, 11, check.stdout);
  assert.deepEqual(codes(check).slice(0, 1), ['waiver-ready']);
  const first = await begin(folder, change, '--run', 'r1');
  assert.equal(first.code, 0, first.stdout + first.stderr);
  assert.ok(codes(first).includes('waived'));
  assert.equal(said(first).waivers.length, 1);
  await gate('receipt', folder, change, '--key', key, '--event', 'succeeded', '--run', 'r1');
  const second = await begin(folder, change, '--site', 'lyon', '--run', 'r2');
  assert.notEqual(second.code, 0);
});

test('of several begins with one waiver exactly one is allowed', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, begin } = pipes;
  const change = await board.change();
  await pipes.freeze();
  await pipes.waive(change);
  await board.checkpoint();
  const folders = [
    await clone(),
    await clone('--bare'),
    await clone('--depth', '4'),
    await clone('--filter=blob:none'),
  ];
  const runs = await Promise.all(folders.map((folder, n) => begin(folder, change, '--run', `r${n}`)));
  const allowed = runs.filter(({ code }) => code === 0);
  assert.equal(allowed.length, 1, runs.map(({ code, stderr }) => `${code} ${stderr}`).join('\n'));
  for (const { code } of runs) assert.ok([0, 10, 11].includes(code), String(code));
  assert.equal(await pipes.starts(), 1);
});

test('a refused push is judged again on the head that has moved', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, begin } = pipes;
  const change = await board.change();
  await board.checkpoint();
  const folder = await clone();
  // The first push meets a remote that has just been written to.
  const mark = join(pipes.home, 'moved');
  const other = await clone();
  const hook = join(board.folder, 'hooks', 'pre-receive');
  mkdirSync(join(board.folder, 'hooks'), { recursive: true });
  const who = ['-c', 'user.name=Other', '-c', 'user.email=other@example.org'];
  const commit = await runGit(other, [...who, 'commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', 'Other']);
  const moved = commit.stdout.toString().trim();
  await runGit(other, ['push', '--quiet', 'origin', `${moved}:refs/heads/other`]);
  writeFileSync(
    hook,
    `#!/bin/sh\nunset GIT_QUARANTINE_PATH\n[ -e "${mark}" ] || { : > "${mark}"; git update-ref refs/heads/main ${moved}; }\n`,
  );
  chmodSync(hook, 0o755);
  const run = await begin(folder, change, '--run', 'r1');
  assert.equal(run.code, 0, run.stderr + run.stdout);
  assert.equal(said(run).commit, moved);
});

test('a push whose answer was lost has happened, and is not repeated', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, begin } = pipes;
  const change = await board.change();
  await board.checkpoint();
  const folder = await clone();
  const hook = join(board.folder, 'hooks', 'post-receive');
  mkdirSync(join(board.folder, 'hooks'), { recursive: true });
  writeFileSync(hook, '#!/bin/sh\nkill -9 $PPID\n');
  chmodSync(hook, 0o755);
  const run = await begin(folder, change, '--run', 'r1');
  assert.equal(run.code, 0, run.stderr + run.stdout);
  assert.equal(await pipes.starts(), 1);
});

test('without its remote, with a strange key or with one that others may read, nothing begins', async (t) => {
  const pipes = await createPipelines(t);
  const { board, clone, begin } = pipes;
  const change = await board.change();
  await board.checkpoint();
  const folder = await clone();
  const head = await pipes.head();
  assert.equal((await begin(folder, change, '--key', keyFileOf(pipes.home, 'nobody'))).code, 20);
  assert.equal((await begin(folder, change, '--as', 'carl')).code, 20);
  if (process.platform !== 'win32') {
    const open = await begin(folder, change, '--key', keyFileOf(pipes.home, 'pipe', 0o644));
    assert.equal(open.code, 20);
    assert.match(open.stderr, /chmod 600/);
  }
  const requester = await begin(folder, change, '--key', keyFileOf(pipes.home, 'rita'));
  assert.equal(requester.code, 20, 'a requester starts nothing');
  await runGit(folder, ['remote', 'set-url', 'origin', join(pipes.home, 'nowhere.git')]);
  const offline = await begin(folder, change);
  assert.equal(offline.code, 20);
  assert.equal(await pipes.head(), head);
});

test('the key may stand in the environment, and a copy without a remote is the line itself', async (t) => {
  const pipes = await createPipelines(t);
  const { board } = pipes;
  const change = await board.change();
  await board.checkpoint();
  const args = ['--ledger', board.folder, '--root', board.root, '--change', change, '--env', 'production'];
  const run = await runGate(['begin', ...args, '--digest', artifact], {
    env: { TIDEGATE_GATE_KEY: keyTextOf('pipe') },
  });
  assert.equal(run.code, 0, run.stderr + run.stdout);
  assert.match(run.stdout, /begun {9}receipt/);
});
