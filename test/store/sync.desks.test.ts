import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { headOf } from '../../electron/git/repository.ts';
import { folderRemote } from '../support/gitServer.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { sshRemote } from '../support/gitServerSsh.ts';
import { START } from '../support/ledgerLine.ts';
import { openSyncDesk, publishSmall, refused, type SyncDesk } from '../support/syncDesk.ts';

const CLOCK = START + 3_600_000;
const DAY = 86_400_000;
const ID = 'CHG-2026-7K3FQ2';

async function level(...desks: readonly SyncDesk[]): Promise<void> {
  for (const desk of desks) assert.equal((await desk.sync.once()).problem, null);
}

test('what three desks sign reaches all three, over every transport', async (t) => {
  const login = { user: 'ada', password: 'word' };
  for (const kind of ['folder', 'http', 'ssh'] as const)
    await t.test(kind, async (each) => {
      const remote =
        kind === 'folder'
          ? await folderRemote(each)
          : kind === 'http'
            ? await httpRemote(each, { login, now: () => CLOCK })
            : await sshRemote(each);
      if (!remote) return;
      await publishSmall(each, remote);
      const given = { address: remote.address, now: CLOCK };
      const people = kind === 'folder' ? ['rita', 'ada', 'rita'] : ['rita', 'ada'];
      const desks = [];
      for (const person of people) desks.push(await openSyncDesk(each, { ...given, person }));
      const paths = desks.map((desk, n) => desk.say(`${ID}${n}`));
      await level(...desks, ...desks.slice(0, -1));
      for (const desk of desks) {
        assert.deepEqual(desk.counted(), paths.toSorted());
        assert.equal(desk.digest(), desks[0]?.digest());
        assert.equal(desk.sync.view().state, 'level');
        assert.equal(await headOf(desk.ledger), await headOf(remote.folder));
      }
    });
});

test('a desk that is cut off works on for days, and sends everything when the remote answers', async (t) => {
  const remote = await httpRemote(t);
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address, clocks: false });
  await level(desk);
  const contact = desk.sync.view().lastContact;
  await remote.down();
  const paths: string[] = [];
  for (let day = 0; day < 3; day += 1) {
    paths.push(desk.say(`${ID}${day}`));
    const { state, problem, unsent, lastContact, nextTry } = await desk.sync.once();
    assert.deepEqual([state, problem?.code, unsent], ['offline', 'remote-unreachable', day + 1]);
    assert.equal(lastContact, contact, 'the age of what is shown goes on from the last contact');
    assert.ok((nextTry ?? 0) > desk.now());
    desk.pass(DAY);
  }
  assert.deepEqual(desk.counted(), []);
  await remote.up();
  await level(desk);
  assert.deepEqual(desk.counted(), paths.toSorted());
  assert.equal(desk.sync.view().unsent, 0);
});

test('a login that is refused is rarely tried again by itself: refusals lock an account', async (t) => {
  const login = { user: 'rita', password: 'secret-word' };
  const remote = await httpRemote(t, { login });
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address, clocks: false });
  await level(desk);
  remote.logIn({ ...login, password: 'mistyped' });
  const { problem, nextTry } = await desk.sync.once();
  assert.equal(problem?.code, 'remote-refused-login');
  assert.ok((nextTry ?? 0) >= desk.now() + 5 * 60_000, 'from the first refusal on');
  remote.logIn(login);
  assert.equal((await desk.sync.once()).state, 'level', 'a person who has mended it need not wait');
});

test('who loses a race makes the same records again on the new head', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const other = await openSyncDesk(t, { address: remote.address, person: 'ada' });
  const rivals = [`${ID}0`, `${ID}1`];
  const desk = await openSyncDesk(t, {
    address: remote.address,
    line: (line) => ({
      ...line,
      push: async (...given) => {
        const rival = rivals.shift();
        if (rival !== undefined) {
          other.say(rival);
          await level(other);
        }
        return line.push(...given);
      },
    }),
  });
  const path = desk.say(`${ID}2`);
  await level(desk, other);
  assert.equal(desk.counted().length, 3);
  assert.ok(desk.counted().includes(path));
  assert.deepEqual(other.counted(), desk.counted());
  assert.equal(other.digest(), desk.digest());
});

test('what the remote refuses is told, and nothing is lost by it', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address });
  const open = remote.protect();
  desk.say(`${ID}0`);
  const { state, problem, unsent } = await desk.sync.once();
  assert.deepEqual([state, problem?.code, unsent], ['refused', 'branch-protected', 1]);
  assert.equal(desk.writer.isSending(1), false, 'it can still be undone');
  open();
  await level(desk);
  assert.equal(desk.counted().length, 1);
});

test('a paused desk says nothing to the remote until it is resumed, after a restart too', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address });
  desk.sync.pause();
  desk.say(`${ID}0`);
  assert.equal((await desk.sync.once()).state, 'paused');
  await desk.close();
  const again = await openSyncDesk(t, { address: remote.address, folder: desk.folder, now: desk.now() });
  assert.deepEqual([again.sync.view().state, again.sync.nextTry()], ['paused', null]);
  assert.throws(() => again.sync.requireRunning(), refused('sync-paused'));
  again.sync.resume();
  await level(again);
  assert.equal(again.counted().length, 1);
});

test('an import waits for the remote, stops when told, and is on the line when it is done', async (t) => {
  const remote = await httpRemote(t);
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address, clocks: false });
  const own = { files: [{ path: 'notes/import.txt', text: 'A row\n' }], message: 'Import', author: 'rita' };
  const before = await headOf(desk.ledger);
  await remote.down();
  const stop = new AbortController();
  const steps: string[] = [];
  const waiting = desk.writer.commit(own, { signal: stop.signal, say: (step) => steps.push(step) });
  while (!steps.some((step) => step.startsWith('Waiting'))) await sleep(10);
  stop.abort();
  await assert.rejects(waiting, refused('cancelled'));
  assert.equal(await headOf(desk.ledger), before, 'nothing was left on the line');
  await remote.up();
  remote.faults.loseAnswer = true;
  await assert.rejects(desk.writer.commit(own), refused('remote-unreachable'));
  const commit = await desk.writer.commit(own);
  assert.equal(await headOf(remote.folder), commit, 'whose answer was lost is found, not made twice');
  assert.equal(await headOf(desk.ledger), commit);
});

test('a clock that is far from the remote signs nothing, until it is set', async (t) => {
  let server = CLOCK;
  const remote = await httpRemote(t, { now: () => server });
  await publishSmall(t, remote);
  const desk = await openSyncDesk(t, { address: remote.address });
  server = desk.now() + 600_000;
  await level(desk);
  const { clockOffMs } = desk.sync.view();
  assert.ok(clockOffMs !== null && Math.abs(clockOffMs + 600_000) < 2_000, String(clockOffMs));
  assert.throws(() => desk.request(`${ID}0`), refused('clock-off'));
  desk.pass(600_000);
  await level(desk);
  assert.equal(desk.sync.view().clockOffMs, null);
  desk.request(`${ID}0`);
});

test('a clock that is behind what two others show on the line signs nothing, whatever the transport', async (t) => {
  const remote = await folderRemote(t);
  await publishSmall(t, remote);
  const slow = await openSyncDesk(t, { address: remote.address, person: 'rita' });
  for (const [n, person] of ['ada', 'ivan'].entries()) {
    const desk = await openSyncDesk(t, { address: remote.address, person, now: CLOCK + DAY });
    desk.say(`${ID}${n}`);
    await level(desk);
    await slow.sync.once();
    assert.equal(slow.sync.view().clockOffMs === null, n === 0, 'one clock alone stops nobody');
  }
  assert.throws(() => slow.request(`${ID}7`), refused('clock-off'));
});
