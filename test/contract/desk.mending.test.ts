import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { headOf } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { foundedDesk } from '../support/deskPair.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { folderRemote, tempFolder } from '../support/gitServer.ts';
import { mergeOnto } from '../support/mergeOnto.ts';
import { submit } from '../support/submit.ts';
import { refused } from '../support/syncDesk.ts';

const LATER = 9_000;

/** The shared sample, whose line a merge has halted: another desk's request came in by the side of an empty commit. */
async function halted(t: TestContext) {
  const alone = await openTestDesk(t);
  await alone.close();
  const remote = await folderRemote(t);
  const ledger = join(alone.home, 'boards', 'sample', 'ledger.git');
  await runGit(ledger, ['config', 'remote.origin.url', remote.address]);
  await runGit(ledger, ['push', '--quiet', 'origin', 'main']);
  const home = tempFolder(t, 'other');
  cpSync(alone.home, home, { recursive: true });
  const other = await openTestDesk(t, { home });
  const { change } = await submit(other);
  other.pass(LATER);
  await other.sendDue();
  const last = await headOf(ledger);
  const merge = await mergeOnto(remote.folder, last ?? '', 'main');
  const desk = await openTestDesk(t, { home: alone.home });
  desk.pass(LATER);
  await desk.sendDue();
  const admins = (await desk.ask('app.status', {})).me.canActAs.filter(({ roles }) => roles.includes('admin'));
  return { desk, remote, ledger, change, last, merge, admins };
}

async function found(desk: TestDesk) {
  return (await desk.ask('ledger.break', {})) ?? assert.fail('nothing to heal');
}

test('two admins heal a merge at their desk, and the line reads on with what it brought in', async (t) => {
  const { desk, remote, ledger, change, last, merge, admins } = await halted(t);
  const seen = await found(desk);
  const [brought] = seen.commits;
  assert.deepEqual([seen.head, seen.last, seen.commitCount], [merge, last, 1]);
  assert.deepEqual([brought?.isMerge, brought?.author, brought?.sideCommits], [true, 'Mallory', 1]);
  assert.ok(brought?.files.some((file) => file.kind === 'request' && file.subject === change && file.name !== null));
  assert.deepEqual([...seen.healers].toSorted(), admins.map(({ name }) => name).toSorted());
  assert.deepEqual([seen.isHealer, seen.maySign, seen.missing, seen.signed], [false, false, 2, []]);
  await assert.rejects(desk.ask('ledger.heal', { head: merge }), refused('not-entitled'));

  const [first, second] = admins;
  await desk.ask('me.actAs', { person: first?.person ?? '' });
  await assert.rejects(desk.ask('ledger.heal', { head: last ?? '' }), refused('stale-record'));
  await desk.ask('sync.pause', {});
  await assert.rejects(desk.ask('ledger.heal', { head: merge }), refused('sync-paused'));
  await desk.ask('sync.resume', {});
  assert.deepEqual(await desk.ask('ledger.heal', { head: merge }), { isHealed: false });
  const half = await found(desk);
  assert.deepEqual([half.signed, half.missing, half.isHealer, half.maySign], [[first?.name], 1, true, false]);
  assert.equal(half.head, await headOf(remote.folder), 'it is sent at once');
  assert.deepEqual((await desk.ask('ledger.break', {}))?.commits.at(-1)?.files[0]?.kind, 'ledger');

  await desk.ask('me.actAs', { person: second?.person ?? '' });
  assert.deepEqual(await desk.ask('ledger.heal', { head: half.head }), { isHealed: true });
  assert.equal(await desk.ask('ledger.break', {}), null);
  const { halted: halt, healCommand } = await desk.ask('app.status', {});
  assert.deepEqual([halt, healCommand], [null, null]);
  assert.equal((await desk.ask('ledger.health', {})).healed, 1);
  assert.equal((await desk.ask('changes.read', { change })).text.change, change);
  assert.equal(await headOf(ledger), await headOf(remote.folder));
  assert.deepEqual(desk.defects, []);
});

test('an admin who does not want the merge ends the line before it again, and nobody else does', async (t) => {
  const { desk, remote, ledger, last, merge, admins } = await halted(t);
  await assert.rejects(desk.ask('ledger.putBack', { head: merge }), refused('not-entitled'));
  await desk.ask('me.actAs', { person: admins[0]?.person ?? '' });
  await assert.rejects(desk.ask('ledger.putBack', { head: last ?? '' }), refused('stale-record'));
  await desk.ask('ledger.putBack', { head: merge });
  assert.deepEqual([await headOf(remote.folder), await headOf(ledger)], [last, last]);
  const { state } = await desk.ask('sync.status', {});
  assert.deepEqual([state, (await desk.ask('app.status', {})).halted], ['level', null]);
  await submit(desk);
  assert.deepEqual(desk.defects, []);
});

test('on a board of one machine its one admin heals with one signature, or puts the line back', async (t) => {
  const desk = await foundedDesk(t);
  const { ledger } = desk;
  const before = (await headOf(ledger)) ?? '';
  const side = await mergeOnto(ledger, before);
  await desk.sendDue();
  const { head, isHealer, missing } = await found(desk);
  assert.deepEqual([head, isHealer, missing], [side, true, 1]);
  await desk.ask('ledger.putBack', { head });
  assert.deepEqual([await headOf(ledger), await desk.ask('ledger.break', {})], [before, null]);
  const again = await mergeOnto(ledger, before);
  await desk.sendDue();
  assert.deepEqual(await desk.ask('ledger.heal', { head: again }), { isHealed: true });
  assert.equal((await desk.ask('app.status', {})).halted, null);
  const reopened = await desk.restart();
  assert.equal((await reopened.ask('app.status', {})).halted, null);
  assert.deepEqual([...desk.defects, ...reopened.defects], []);
});
