import assert from 'node:assert/strict';
import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { SyncState } from '../../shared/api/syncCalls.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { authority, type Certificate } from '../support/certificates.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { emptyDesk, foundedDesk } from '../support/deskPair.ts';
import { away, emptied, guarded, hooked, smallDisk, type Fault } from '../support/faults.ts';
import { folderRemote, setVariables, tempFolder, type TestRemote } from '../support/gitServer.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { sshRemote } from '../support/gitServerSsh.ts';
import { ended, submit } from '../support/submit.ts';

const login = { user: 'ines', password: 'fish-and-chips' };

/** A fault, and what the Ledger page is told of it; its words go by the code, and by `why` where there is one. */
type Row = readonly [what: string, fault: Fault, state: SyncState, code: ErrorCode, why?: RegExp];

/** A desk whose board lies at the remote, with one record that waits to be sent. */
async function published(remote: TestRemote, desk: TestDesk): Promise<TestDesk> {
  const { job } = await desk.ask('boards.publish', { address: remote.address });
  const { state, problem } = await ended(desk, job);
  assert.equal(state, 'done', JSON.stringify(problem));
  await submit(desk);
  desk.pass(10_000);
  return desk;
}

/** Each goes wrong and is put right; at the end what waited is sent. */
async function runRows(desk: TestDesk, rows: readonly Row[]): Promise<void> {
  for (const [what, { wrong, right }, state, code, why = /^$/] of rows) {
    await wrong();
    await desk.sendDue();
    await right();
    const view = await desk.ask('sync.status', {});
    const { problem } = view;
    assert.deepEqual([view.state, problem?.code, view.unsent], [state, code, 1], `${what}: ${JSON.stringify(problem)}`);
    assert.match(String(problem?.facts['why'] ?? ''), why, what);
    assert.doesNotMatch(JSON.stringify(view), /fish|wrong-pass/, `${what}: no secret is told`);
  }
  await desk.sendDue();
  const { state, unsent, problem } = await desk.ask('sync.status', {});
  assert.deepEqual([state, unsent, problem], ['level', 0, null]);
  assert.deepEqual(desk.defects, []);
}

test('over https: what is wrong with login, certificate, server and branch is said in words, and passes', async (t) => {
  const tls = authority(t);
  if (!tls) return;
  const founder = await foundedDesk(t);
  const remote = await httpRemote(t, { login, tls, now: founder.now });
  const { faults } = remote;
  const desk = await published(remote, founder);
  const settings = join(remote.folder, '..', '.gitconfig');
  const knows = (as: typeof login | null): Fault => ({
    wrong: () => remote.logIn(as),
    right: () => remote.logIn(login),
  });
  const shows = (other: Certificate): Fault => ({
    wrong: () => remote.show(other),
    right: () => remote.show(tls.good),
  });
  const distrusts = { wrong: () => writeFileSync(settings, ''), right: () => remote.logIn(login) };
  const answers = { wrong: () => (faults.answer = 502), right: () => (faults.answer = null) };
  const readOnly = { wrong: () => (faults.readOnly = true), right: () => (faults.readOnly = false) };
  await runRows(desk, [
    ['wrong password', knows({ ...login, password: 'wrong-pass' }), 'refused', 'remote-refused-login'],
    ['no password', knows(null), 'refused', 'remote-refused-login'],
    ['authority nobody trusts', distrusts, 'failed', 'remote-untrusted', /^tls$/],
    ['expired certificate', shows(tls.expired), 'failed', 'remote-untrusted', /^tls(-date)?$/],
    ['certificate of another', shows(tls.elsewhere), 'failed', 'remote-untrusted', /^tls-name$/],
    ['server that fails', answers, 'offline', 'remote-unreachable'],
    ['server down', { wrong: remote.down, right: remote.up }, 'offline', 'remote-unreachable'],
    ['403 on push', readOnly, 'refused', 'remote-read-only'],
    ['protected branch', guarded(remote), 'refused', 'branch-protected'],
    ['update hook', hooked(remote), 'refused', 'branch-protected'],
    ['no repository', away(remote), 'refused', 'remote-gone'],
    ['damaged repository', emptied(remote), 'refused', 'remote-damaged'],
    ['no Git', noGit(t), 'failed', 'git-missing'],
  ]);
});

function noGit(t: TestContext): Fault {
  const { PATH = '' } = process.env;
  const empty = tempFolder(t, 'path');
  return { wrong: () => (process.env['PATH'] = empty), right: () => (process.env['PATH'] = PATH) };
}

test('a server that hangs: a person stops the sync, a join and a publication, and nothing of them stays', async (t) => {
  const founder = await foundedDesk(t);
  const remote = await httpRemote(t, { now: founder.now });
  const desk = await published(remote, founder);
  await desk.sendDue();
  const other = await foundedDesk(t);
  remote.faults.delayMs = 60_000;
  const round = desk.sendDue();
  assert.equal((await desk.ask('sync.pause', {})).state, 'paused');
  await round;
  const { address } = remote;
  for (const call of ['boards.join', 'boards.publish'] as const) {
    const asked = remote.requests();
    const { job } = await (call === 'boards.join'
      ? other.ask(call, { address, root: null })
      : other.ask(call, { address }));
    while (remote.requests() === asked) await new Promise((resolve) => setTimeout(resolve, 10));
    await other.ask('jobs.cancel', { job });
    assert.equal((await ended(other, job)).state, 'cancelled', call);
  }
  assert.equal((await other.ask('app.status', {})).remote, null);
  assert.deepEqual([...desk.defects, ...other.defects], []);
});

test('over ssh: what is wrong with keys of both sides is said in words, and passes', async (t) => {
  const remote = await sshRemote(t);
  if (!remote) return;
  const desk = await published(remote, await foundedDesk(t));
  const { forgetHost, mistakeHost, knowHost, forgetKey, knowKey } = remote;
  const noKey = { wrong: forgetKey, right: knowKey };
  const otherHost = { wrong: mistakeHost, right: knowHost };
  await runRows(desk, [
    ['unknown host', { wrong: forgetHost, right: knowHost }, 'failed', 'remote-untrusted', /^host-key$/],
    ['host with another key', otherHost, 'failed', 'remote-untrusted', /^key-changed$/],
    ['agent without the key', noKey, 'refused', 'remote-refused-login'],
    ['no repository', away(remote), 'refused', 'remote-gone'],
    ['protected branch', guarded(remote), 'refused', 'branch-protected'],
  ]);
  await remote.down();
  await desk.sendDue();
  assert.equal((await desk.ask('sync.status', {})).state, 'offline');
});

async function failed(desk: TestDesk, job: string): Promise<string | undefined> {
  return (await ended(desk, job)).problem?.code;
}

test('publishing and joining fail in the same words, and leave a board without a remote and no board', async (t) => {
  const founder = await foundedDesk(t);
  const remote = await httpRemote(t, { login, known: false, now: founder.now });
  const { address } = remote;
  assert.equal(await failed(founder, (await founder.ask('boards.publish', { address })).job), 'remote-refused-login');
  assert.equal((await founder.ask('app.status', {})).remote, null);
  remote.logIn(login);
  remote.faults.readOnly = true;
  assert.equal(await failed(founder, (await founder.ask('boards.publish', { address })).job), 'remote-read-only');
  assert.equal((await founder.ask('app.status', {})).remote, null);
  remote.faults.readOnly = false;
  await published(remote, founder);
  remote.logIn({ ...login, password: 'wrong-pass' });
  const newcomer = await emptyDesk(t);
  assert.equal(
    await failed(newcomer, (await newcomer.ask('boards.join', { address, root: null })).job),
    'remote-refused-login',
  );
  assert.deepEqual(
    (await newcomer.ask('boards.list', {})).filter(({ state }) => state === 'closed'),
    [],
  );
});

test('a folder that may not be written to, and a full disk on either side', async (t) => {
  const disk = smallDisk(t);
  if (!disk) return t.skip('no small disk can be mounted here');
  const founder = await foundedDesk(t);
  const large = await folderRemote(t);
  const folder = join(disk.folder, 'board.git');
  cpSync(large.folder, folder, { recursive: true });
  const remote = { ...large, address: folder, folder };
  const desk = await published(remote, founder);
  const readOnly = { wrong: () => disk.mount('ro'), right: () => disk.mount('rw') };
  await runRows(desk, [
    ['read-only', readOnly, 'refused', 'remote-read-only'],
    ['full at the remote', { wrong: disk.fill, right: disk.clear }, 'refused', 'disk-full'],
  ]);
  // The same desk with its own data on a disk that fills up.
  await desk.close();
  const home = join(disk.folder, 'home');
  cpSync(desk.home, home, { recursive: true });
  const moved = await openTestDesk(t, { home, now: desk.now() });
  await submit(moved);
  moved.pass(10_000);
  disk.fill();
  await moved.sendDue();
  const full = await moved.ask('sync.status', {});
  assert.deepEqual([full.state, full.unsent], ['failed', 1]);
  assert.match(full.problem?.code ?? '', /^(disk-full|not-saved)$/, 'Git or the workspace may meet it first');
  disk.clear();
  await runRows(moved, []);
  await moved.close();
});

test('a Git that is too old does not begin', async (t) => {
  const bin = tempFolder(t, 'bin');
  writeFileSync(join(bin, 'git'), '#!/bin/sh\necho git version 2.38.5\n');
  chmodSync(join(bin, 'git'), 0o755);
  setVariables(t, { PATH: `${bin}${delimiter}${process.env['PATH']}` });
  await assert.rejects(openTestDesk(t, { home: tempFolder(t, 'home') }), { code: 'git-too-old' });
});
