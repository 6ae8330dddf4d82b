import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../../electron/git/runGit.ts';
import { artifact, createGateBoard, type GateBoard } from '../support/gateBoard.ts';
import { runGate } from '../support/runGate.ts';

const home = mkdtempSync(join(tmpdir(), 'tidegate-copies-'));
const now = Math.floor(Date.now() / 60_000) * 60_000;
let board: GateBoard;
let ready: string;

before(async () => {
  board = await createGateBoard(join(home, 'board.git'), { now });
  ready = await board.change();
  await board.checkpoint();
});
after(() => rmSync(home, { recursive: true, force: true }));

const ask = (folder: string, ...more: string[]) =>
  runGate([
    'check',
    '--ledger',
    folder,
    '--root',
    board.root,
    '--change',
    ready,
    '--env',
    'production',
    '--digest',
    artifact,
    ...more,
  ]);
const clone = async (name: string, ...args: string[]) => {
  await runGit(home, ['clone', '--quiet', ...args, `file://${board.folder}`, name]);
  return join(home, name);
};
const daysAgo = (days: number) => (now - days * 86_400_000) / 1000;

test('a normal, a bare and a shallow clone answer alike, and a work tree is never read', async () => {
  const normal = await clone('normal');
  writeFileSync(join(normal, 'windows'), 'not a window');
  await runGit(normal, ['rm', '-r', '--quiet', '--cached', 'roster']);
  const bare = await clone('bare.git', '--bare');
  const shallow = await clone('shallow', '--depth', '2');
  for (const folder of [normal, bare, shallow]) {
    const { code, stdout, stderr } = await ask(folder);
    assert.equal(code, 0, `${folder}: ${stdout}${stderr}`);
    assert.match(stdout, /data {10}0 minutes old/);
  }
});

test('a clone so shallow that it holds no checkpoint is undecided', async () => {
  const { code, stdout } = await ask(await clone('cut', '--depth', '1'));
  assert.equal(code, 20, stdout);
  assert.match(stdout, /shallow|checkpoint/);
});

test('production is undecided on old data, whatever the age of the newest commit', async () => {
  const folder = await clone('old');
  for (const name of ['HEAD', 'config', 'packed-refs']) utimesSync(join(folder, '.git', name), daysAgo(1), daysAgo(1));
  const old = await ask(folder);
  assert.equal(old.code, 20);
  assert.match(old.stdout, /144\d minutes old, production allows 15/);
  await runGit(folder, ['fetch', '--quiet']);
  assert.equal((await ask(folder)).code, 0);
});

test('a fetch that failed is no contact', async () => {
  const folder = await clone('failed');
  for (const name of ['HEAD', 'config', 'packed-refs']) utimesSync(join(folder, '.git', name), daysAgo(1), daysAgo(1));
  writeFileSync(join(folder, '.git', 'FETCH_HEAD'), '');
  assert.equal((await ask(folder)).code, 20);
});

test('what was fetched counts before it is merged', async () => {
  const folder = await clone('behind');
  await board.window({
    window: 'surprise',
    title: 'Surprise',
    scope: { everything: true },
    start: now,
    end: now + 3_600_000,
  });
  assert.equal((await ask(folder)).code, 0);
  await runGit(folder, ['fetch', '--quiet']);
  assert.equal((await ask(folder)).code, 11);
});

test('a line with a merge is undecided', async () => {
  const folder = await clone('merged');
  const git = (...args: string[]) => runGit(folder, ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args]);
  await git('checkout', '--quiet', '-b', 'side', 'HEAD~1');
  writeFileSync(join(folder, 'note.txt'), 'side');
  await git('add', 'note.txt');
  await git('commit', '--quiet', '-m', 'Side');
  await git('checkout', '--quiet', 'main');
  await git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'side');
  const { code, stdout } = await ask(folder, '--commit', 'main');
  assert.equal(code, 20, stdout);
  assert.match(stdout, /two parents/);
  const verified = await runGate(['verify', '--ledger', folder, '--root', board.root, '--commit', 'main']);
  assert.equal(verified.code, 20);
  assert.match(verified.stdout, /not verified: .*merge.*two parents\n$/);
});

test('an edited record is undecided and fails the proof', async () => {
  const folder = await clone('edited');
  const git = (...args: string[]) => runGit(folder, ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args]);
  const { stdout } = await git('ls-files', 'windows', 'services');
  const [path = ''] = stdout.toString().split('\n');
  writeFileSync(join(folder, path), '{}\n');
  await git('commit', '--quiet', '-am', 'Edit');
  assert.equal((await ask(folder, '--commit', 'main')).code, 20);
  const verified = await runGate(['verify', '--ledger', folder, '--root', board.root, '--commit', 'main']);
  assert.equal(verified.code, 20);
  assert.match(verified.stdout, /altered/);
});

test('verify reads everything and ends with one word', async () => {
  const { code, stdout } = await runGate(['verify', '--ledger', board.folder, '--root', board.root]);
  assert.equal(code, 0, stdout);
  assert.match(stdout, /problems {4}0/);
  assert.match(stdout, /request {12}1\n/);
  assert.equal(stdout.match(/nothing, as it must be/g)?.length, 2);
  assert.match(stdout, /\nverified\n$/);
});

test('a checkpoint that vouches for something else misleads nobody and fails verify', async () => {
  const lied = await createGateBoard(join(home, 'lied.git'), { now });
  const change = await lied.change();
  const honest = await lied.checkpoint();
  const state = `sha256:${'0'.repeat(64)}`;
  await lied.add('checkpoint', { commit: honest, position: 7, state, setAside: [] }, 'audra');
  const args = ['--ledger', lied.folder, '--root', lied.root];
  const checked = ['--change', change, '--env', 'production', '--digest', artifact];
  const { code, stdout } = await runGate(['check', ...args, ...checked]);
  assert.equal(code, 0, stdout);
  const verified = await runGate(['verify', ...args]);
  assert.equal(verified.code, 20, verified.stdout);
  assert.match(verified.stdout, /not verified: checkpoints that vouch for something else: 1\n$/);
});
