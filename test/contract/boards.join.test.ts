import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { initBare } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import type { JobView } from '../../shared/api/appCalls.ts';
import type { WindowDraft } from '../../shared/api/windowCalls.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { everyQueryAnswers } from '../support/everyQuery.ts';
import { newBoard } from '../support/newBoard.ts';

const author = { name: 'Test', email: 'test@example.invalid' };

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'tidegate-boards-'));
  t.after(() => rmSync(made, { recursive: true, force: true, maxRetries: 5 }));
  return made;
}

async function bareFolder(t: TestContext): Promise<string> {
  const made = folder(t);
  await initBare(made);
  return made;
}

async function ended(desk: TestDesk, job: string): Promise<JobView> {
  for (;;) {
    const view = (await desk.ask('jobs.list', {})).find((each) => each.job === job);
    if (view && view.state !== 'running') return view;
    await sleep(20);
  }
}

/** A desk whose open board was founded here and published into the bare folder. */
async function publishedDesk(t: TestContext): Promise<{ desk: TestDesk; name: string; address: string; root: string }> {
  const desk = await openTestDesk(t);
  const address = await bareFolder(t);
  const { name, rootKey } = await desk.ask('boards.create', newBoard);
  await desk.ask('boards.open', { name });
  const { job } = await desk.ask('boards.publish', { address });
  assert.deepEqual((await ended(desk, job)).problem, undefined);
  return { desk, name, address, root: rootKey.fingerprint };
}

async function freezeOfAll(desk: TestDesk): Promise<WindowDraft> {
  const { draft } = await desk.ask('suggestions.draft', { id: 'month-end-close', country: 'FR', region: null });
  return { ...draft, scope: { everything: true } };
}

async function joined(desk: TestDesk, address: string, root: string | null = null): Promise<string> {
  const { job } = await desk.ask('boards.join', { address, root });
  assert.deepEqual((await ended(desk, job)).problem, undefined);
  return job;
}

async function refusal(desk: TestDesk, address: string, root: string | null = null): Promise<string | undefined> {
  const { job } = await desk.ask('boards.join', { address, root });
  return (await ended(desk, job)).problem?.code;
}

function leftOver(desk: TestDesk): string[] {
  return readdirSync(join(desk.home, 'boards')).filter((name) => name.startsWith('.'));
}

test('a founded board is published whole, and another desk joins it as a reader whom nothing crashes for', async (t) => {
  const { desk, address, root } = await publishedDesk(t);
  const status = await desk.ask('app.status', {});
  assert.equal(status.remote, address);

  const other = await openTestDesk(t);
  const job = await joined(other, `  ${address} `);
  const found = await other.ask('boards.joined', { job });
  assert.deepEqual(
    [found.title, found.rootFingerprint, found.people, found.admins, found.halted, found.already, found.setAside],
    ['Harbour Foods', root, 1, ['Ines Martel'], null, null, 0],
  );
  await assert.rejects(other.ask('boards.keep', { job, root: `SHA256:${'a'.repeat(43)}` }), /root-mismatch/);
  const { name } = await other.ask('boards.keep', { job, root });
  assert.equal((await other.ask('app.status', {})).sample, true, 'kept, not opened');
  await other.ask('boards.open', { name });

  const theirs = await other.ask('app.status', {});
  assert.deepEqual([theirs.head, theirs.ledger, theirs.remote], [status.head, status.ledger, address]);
  assert.deepEqual([theirs.me.isMember, theirs.me.person, theirs.me.roles], [false, '', []]);
  await everyQueryAnswers(other);
  const draft = await freezeOfAll(other);
  await assert.rejects(
    other.ask('windows.save', { window: null, draft, standing: 'published' }),
    /not-a-member|entitled/,
  );
  other.pass(8 * 86_400_000);
  other.tick();
  assert.deepEqual(other.defects, []);
  assert.deepEqual(leftOver(other), []);

  const again = await joined(other, address);
  assert.equal((await other.ask('boards.joined', { job: again })).already, name);
  await assert.rejects(other.ask('boards.keep', { job: again, root }), /board-is-here/);
  await other.ask('boards.discard', { job: again });
  assert.deepEqual(leftOver(other), []);
});

test('a reader opens every page of a full board, joined where nothing was open', async (t) => {
  const desk = await openTestDesk(t);
  const other = await openTestDesk(t);
  const { ledgerFolder, rootFingerprint, changes } = await desk.ask('app.status', {});
  await other.ask('boards.leave', { name: 'sample', unsent: 0 });
  const job = await joined(other, ledgerFolder, rootFingerprint);
  const found = await other.ask('boards.joined', { job });
  assert.deepEqual([found.rootExpected, found.sample, found.already], [true, true, null]);
  await other.ask('boards.open', await other.ask('boards.keep', { job, root: rootFingerprint }));
  const status = await other.ask('app.status', {});
  assert.deepEqual([status.changes, status.me.isMember], [changes, false]);
  await everyQueryAnswers(other);
});

test('what is no board, is empty, has another root or cannot be used as an address is refused and leaves nothing', async (t) => {
  const { desk, address } = await publishedDesk(t);
  const plain = await bareFolder(t);
  const files = [{ path: 'README.md', text: 'hello' }];
  await writeCommit(plain, { parent: null, files, message: 'Read me', author, at: 0 });
  const lookalike = await bareFolder(t);
  const forged = [{ path: 'ledger/01ARZ3NDEKTSV4RRFFQ69G5FAV.json', text: '{}' }];
  await writeCommit(lookalike, { parent: null, files: forged, message: 'Ledger', author, at: 0 });

  assert.equal(await refusal(desk, plain), 'remote-not-a-board');
  assert.equal(await refusal(desk, lookalike), 'remote-not-a-board');
  assert.equal(await refusal(desk, await bareFolder(t)), 'remote-not-a-board');
  assert.equal(await refusal(desk, join(plain, 'nothing-here')), 'remote-gone');
  assert.equal(await refusal(desk, address, `SHA256:${'a'.repeat(43)}`), 'root-mismatch');
  for (const bad of [
    '',
    'relative/path',
    '--upload-pack=touch',
    'ext::sh -c id',
    'https://me:secret@example.invalid/b',
  ])
    await assert.rejects(desk.ask('boards.join', { address: bad, root: null }), /address-refused/, bad);
  assert.deepEqual(leftOver(desk), []);
  assert.deepEqual(desk.defects, []);
});

test('a join that is cancelled leaves nothing, nor does one that nobody confirmed', async (t) => {
  const { desk, address } = await publishedDesk(t);
  const { job } = await desk.ask('boards.join', { address, root: null });
  await desk.ask('boards.discard', { job });
  assert.equal((await ended(desk, job)).state, 'cancelled');
  assert.deepEqual(leftOver(desk), []);
  await joined(desk, address);
  assert.equal(leftOver(desk).length, 1);
  const again = await desk.restart();
  assert.deepEqual(leftOver(again), []);
});

test('publishing asks for an empty repository, or for this very board', async (t) => {
  const desk = await openTestDesk(t);
  const { name } = await desk.ask('boards.create', newBoard);
  await desk.ask('boards.open', { name });
  const publish = async (address: string) =>
    (await ended(desk, (await desk.ask('boards.publish', { address })).job)).problem?.code;

  const other = await bareFolder(t);
  const files = [{ path: 'README.md', text: 'hello' }];
  await writeCommit(other, { parent: null, files, message: 'Read me', author, at: 0 });
  assert.equal(await publish(other), 'remote-not-empty');
  const branched = await bareFolder(t);
  await writeCommit(branched, { parent: null, files, message: 'Read me', author, at: 0, branch: 'trunk' });
  assert.equal(await publish(branched), 'remote-not-empty');
  assert.equal(await publish(join(other, 'gone')), 'remote-gone');
  assert.equal((await desk.ask('app.status', {})).remote, null, 'and it stays without a remote');

  // A publication that was cut short: the repository holds the beginning of the line.
  const begun = await bareFolder(t);
  const { ledgerFolder, head } = await desk.ask('app.status', {});
  await runGit(ledgerFolder, ['push', '--quiet', begun, `${head}~1:refs/heads/main`]);
  assert.equal(await publish(begun), undefined);
  const { stdout } = await runGit(begun, ['rev-parse', 'refs/heads/main']);
  assert.equal(stdout.toString().trim(), head);
  await assert.rejects(desk.ask('boards.publish', { address: other }), /has a remote/);
});

test('leaving names what was not sent, puts the keys aside and gives way to the board opened before', async (t) => {
  const desk = await openTestDesk(t);
  const { name } = await desk.ask('boards.create', newBoard);
  await desk.ask('boards.open', { name });
  const draft = await freezeOfAll(desk);
  await desk.ask('windows.save', { window: null, draft, standing: 'published' });
  const leaving = await desk.ask('boards.leaving', { name });
  assert.deepEqual(
    [leaving.title, leaving.remote, leaving.unsent.map(({ what }) => what), leaving.keys],
    ['Harbour Foods', null, ['publish'], 1],
  );
  await assert.rejects(desk.ask('boards.leave', { name, unsent: 0 }), /stale-record/);
  await desk.ask('boards.leave', { name, unsent: 1 });
  assert.equal((await desk.ask('app.status', {})).sample, true);
  assert.equal(existsSync(join(desk.home, 'boards', name)), false);
  assert.ok(existsSync(join(desk.home, 'keys', `${name}.aside-1`)));

  // The last one: nothing is open, and the sample can be had again.
  const { length } = await desk.ask('unsent.list', {});
  await desk.ask('boards.leave', { name: 'sample', unsent: length });
  await assert.rejects(desk.ask('app.status', {}), /no-board/);
  assert.deepEqual(
    (await desk.ask('boards.list', {})).map(({ name: each, state }) => [each, state]),
    [['sample', 'absent']],
  );
  assert.deepEqual(desk.defects, []);
});

test('a hand-made folder that is no repository is no board', async (t) => {
  const desk = await openTestDesk(t);
  writeFileSync(join(desk.home, 'boards', 'stray'), '');
  assert.deepEqual(
    (await desk.ask('boards.list', {})).map(({ name }) => name),
    ['sample'],
  );
});

test('while a board gets its remote nobody hears that there is none', async (t) => {
  const desk = await openTestDesk(t);
  const { name } = await desk.ask('boards.create', newBoard);
  await desk.ask('boards.open', { name });
  const { job } = await desk.ask('boards.publish', { address: await bareFolder(t) });
  let asked = 0;
  for (let state = 'running'; state === 'running'; asked += 1) {
    assert.equal((await desk.ask('app.status', {})).boardName, 'Harbour Foods');
    state = (await desk.ask('jobs.list', {})).find((each) => each.job === job)?.state ?? 'running';
    await sleep(1);
  }
  assert.ok(asked > 1);
  assert.ok((await desk.ask('app.status', {})).remote);
});
