import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readOpensshKey } from '../../electron/seal/opensshKey.ts';
import { createSigner } from '../../electron/seal/sshsig.ts';
import { openTestDesk } from '../support/desk.ts';
import { everyQueryAnswers } from '../support/everyQuery.ts';
import { newBoard } from '../support/newBoard.ts';
import { draftOf } from '../support/submit.ts';

test('a founded board is whole, its root key leaves once, and its founder can write at once', async (t) => {
  const desk = await openTestDesk(t);
  const { name, rootKey } = await desk.ask('boards.create', newBoard);
  assert.equal(name, 'harbour-foods');
  assert.equal(createSigner(readOpensshKey(rootKey.text)).fingerprint, rootKey.fingerprint);
  const secret = rootKey.text.split('\n').slice(2, -2).join('');
  for (const file of readdirSync(join(desk.home, 'keys', name)))
    assert.ok(
      !readFileSync(join(desk.home, 'keys', name, file), 'utf8')
        .replaceAll('\n', '')
        .includes(secret),
      file,
    );

  const before = await desk.ask('app.status', {});
  assert.equal(before.sample, true, 'it is founded, not opened');
  await desk.ask('boards.open', { name });
  const status = await desk.ask('app.status', {});
  assert.deepEqual(
    [status.boardName, status.sample, status.setAside, status.halted, status.remote, status.rootFingerprint],
    ['Harbour Foods', false, 0, null, null, rootKey.fingerprint],
  );
  assert.equal(status.me.name, 'Ines Martel');
  const { sites, services } = await desk.ask('catalogue.read', {});
  assert.deepEqual(
    [sites.length, services.map(({ service }) => service).toSorted()],
    [2, ['cafe-tills', 'warehouse-system']],
  );

  const draft = {
    title: 'Stock count',
    effect: 'freeze',
    closedOutside: false,
    owner: status.me.person,
    ownerRole: 'change-manager',
    reason: '',
    scope: { everything: true },
    reach: 'direct',
    zone: 'UTC',
    schedule: { form: 'once', start: '2026-12-01T00:00', end: '2026-12-02T00:00' },
    edge: 'finish',
  } as const;
  await desk.ask('windows.save', { window: null, draft, standing: 'published' });
  desk.pass(60_000);
  await desk.sendDue();
  const { problems, counted, records } = await desk.ask('ledger.health', {});
  assert.deepEqual([problems.length, counted], [0, records]);
  assert.equal((await desk.ask('unsent.list', {})).length, 0);

  const again = await desk.restart();
  assert.equal((await again.ask('app.status', {})).boardName, 'Harbour Foods', 'the open board is remembered');
});

test('two boards founded at once have a name, a root key and a ledger each', async (t) => {
  const desk = await openTestDesk(t);
  const made = await Promise.all([desk.ask('boards.create', newBoard), desk.ask('boards.create', newBoard)]);
  assert.deepEqual(made.map(({ name }) => name).toSorted(), ['harbour-foods', 'harbour-foods-2']);
  for (const { name, rootKey } of made) {
    await desk.ask('boards.open', { name });
    assert.equal((await desk.ask('app.status', {})).rootFingerprint, rootKey.fingerprint);
  }
});

test('every query answers on a board that holds nothing', async (t) => {
  const desk = await openTestDesk(t);
  const { name } = await desk.ask('boards.create', { ...newBoard, services: [] });
  await desk.ask('boards.open', { name });
  await everyQueryAnswers(desk);
  assert.deepEqual(desk.defects, []);
});

test('each board keeps its own drafts, unsent records and views; what waits on one is sent when it is open again', async (t) => {
  const desk = await openTestDesk(t);
  const { rows } = await desk.ask('changes.list', {
    filter: { mine: 'waiting' },
    sort: { by: 'start', descending: false },
    offset: 0,
    limit: 1,
  });
  const { text } = await desk.ask('changes.read', { change: rows[0]?.change ?? '' });
  const { change: _c, follows: _f, cancelled: _x, imported: _i, requester: _r, ...body } = text;
  await desk.ask('drafts.save', { draft: null, change: null, body });
  await desk.ask('changes.submit', { draft: null, change: null, body });
  await desk.ask('view.save', { view: 'changes', state: { text: 'till' } });
  await desk.ask('view.save', { view: 'appearance', state: { theme: 'dark' } });

  const { name } = await desk.ask('boards.create', newBoard);
  await desk.ask('boards.open', { name });
  assert.deepEqual(await desk.ask('unsent.list', {}), []);
  assert.deepEqual(await desk.ask('drafts.list', {}), []);
  assert.equal(await desk.ask('view.read', { view: 'changes' }), null);
  assert.deepEqual(await desk.ask('view.read', { view: 'appearance' }), { theme: 'dark' });
  desk.pass(60_000);
  await desk.sendDue();

  await desk.ask('boards.open', { name: 'sample' });
  assert.equal((await desk.ask('unsent.list', {})).length, 1);
  assert.equal((await desk.ask('drafts.list', {})).length, 1);
  await desk.sendDue();
  assert.deepEqual(await desk.ask('unsent.list', {}), []);
  const listed = await desk.ask('boards.list', {});
  assert.deepEqual(
    listed.map(({ title, state }) => [title, state]),
    [
      ['Brackwater Group (sample)', 'open'],
      ['Harbour Foods', 'closed'],
    ],
  );
  const told = desk.news.at(-1)?.kinds ?? [];
  assert.ok(told.length > 0);
});

test('a board that has gone is said, the open one stays, and the desk starts without it', async (t) => {
  const desk = await openTestDesk(t);
  const { name } = await desk.ask('boards.create', newBoard);
  await desk.ask('boards.open', { name });
  await desk.close();
  rmSync(join(desk.home, 'boards', name, 'ledger.git'), { recursive: true });

  const again = await openTestDesk(t, { home: desk.home });
  await assert.rejects(again.ask('app.status', {}), /board-gone/);
  const [first, second] = await again.ask('boards.list', {});
  assert.deepEqual([first?.title, first?.state, first?.problem?.code], ['Harbour Foods', 'failed', 'board-gone']);
  await again.ask('boards.open', { name: second?.name ?? '' });
  assert.equal((await again.ask('app.status', {})).sample, true);
  await assert.rejects(again.ask('boards.open', { name }), /board-not-found/);

  await again.ask('boards.leave', { name: 'sample', unsent: 0 });
  assert.deepEqual(
    (await again.ask('boards.list', {})).map(({ state }) => state),
    ['absent'],
    'what was removed does not stand as gone',
  );
  assert.deepEqual(again.defects, []);
});

test('a board that has gone can be put away, and gives way to another', async (t) => {
  const desk = await openTestDesk(t);
  const { name } = await desk.ask('boards.create', newBoard);
  await desk.ask('boards.open', { name });
  await desk.close();
  rmSync(join(desk.home, 'boards', name, 'ledger.git'), { recursive: true });
  const again = await openTestDesk(t, { home: desk.home });
  assert.equal((await again.ask('boards.leaving', { name })).unsentCommits, 0);
  await again.ask('boards.leave', { name, unsent: 0 });
  assert.equal((await again.ask('app.status', {})).sample, true);
  assert.deepEqual(
    (await again.ask('boards.list', {})).map(({ name: each, state }) => [each, state]),
    [['sample', 'open']],
  );
});

test('what is signed while a board gives way is not thrown away with it', async (t) => {
  const desk = await openTestDesk(t);
  const { name } = await desk.ask('boards.create', newBoard);
  const body = await draftOf(desk);
  const leaving = desk.ask('boards.leave', { name: 'sample', unsent: 0 });
  const catalog = join(desk.home, 'boards', name, 'catalog.sqlite');
  while (!existsSync(catalog)) await new Promise((resolve) => setTimeout(resolve, 1));
  await Promise.all([
    assert.rejects(leaving, /stale-record/),
    desk.ask('changes.submit', { draft: null, change: null, body }),
  ]);
  await desk.ask('boards.open', { name: 'sample' });
  assert.equal((await desk.ask('unsent.list', {})).length, 1);
});

test('a damaged board does not take the open one with it', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'tidegate-damaged-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const desk = await openTestDesk(t);
  const { name } = await desk.ask('boards.create', newBoard);
  rmSync(join(desk.home, 'boards', name, 'ledger.git', 'objects'), { recursive: true });
  await assert.rejects(desk.ask('boards.open', { name }), /ledger-damaged|board-unreadable/);
  assert.equal((await desk.ask('app.status', {})).sample, true);
});
