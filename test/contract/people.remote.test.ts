import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { initBare } from '../../electron/git/repository.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { newBoard } from '../support/newBoard.ts';
import { ended } from '../support/submit.ts';

async function sharedFolder(t: TestContext): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-shared-'));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  await initBare(folder);
  return folder;
}

async function done(desk: TestDesk, job: string): Promise<void> {
  const { state, problem } = await ended(desk, job);
  assert.equal(state, 'done', JSON.stringify(problem));
}

/** Sends what is due and reads what is new, as the background does. */
async function level(desk: TestDesk): Promise<void> {
  desk.pass(10_000);
  await desk.sendDue();
}

test('over a shared repository: a newcomer joins, asks, is heard, and acts', async (t) => {
  const address = await sharedFolder(t);
  const admin = await openTestDesk(t);
  const { name } = await admin.ask('boards.create', newBoard);
  await admin.ask('boards.open', { name });
  await done(admin, (await admin.ask('boards.publish', { address })).job);

  const newcomer = await openTestDesk(t);
  const { job } = await newcomer.ask('boards.join', { address, root: null });
  await done(newcomer, job);
  const { rootFingerprint } = await newcomer.ask('boards.joined', { job });
  const kept = await newcomer.ask('boards.keep', { job, root: rootFingerprint });
  await newcomer.ask('boards.open', { name: kept.name });
  const asks = { person: 'nora', name: 'Nora', label: 'desk', wishes: '', key: null, replaces: null };
  await newcomer.ask('people.enrol', asks);
  await level(newcomer);
  assert.equal((await newcomer.ask('app.status', {})).unsent, 0, 'the request has reached the remote');
  const [key] = (await newcomer.ask('people.myKeys', {})).keys;

  await level(admin);
  const [request] = await admin.ask('people.requests', {});
  const roles = [{ role: 'auditor' as const, reach: 'everything' as const }];
  const admit = { request: request?.request ?? '', words: key?.words.join(' ') ?? '', person: 'nora', name: 'Nora' };
  await admin.ask('people.admit', { ...admit, roles, revokes: null });
  await level(admin);
  await level(newcomer);
  const { me } = await newcomer.ask('app.status', {});
  assert.deepEqual([me.person, me.roles], ['nora', ['auditor']]);
});
