import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { draftOf, submit } from '../support/submit.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const send = async (desk: TestDesk) => {
  desk.pass(9_000);
  await desk.sendDue();
};

/** Does this while another program holds the file for writing, as a full disk or a backup would. */
async function whileHeld<T>(file: string, act: () => Promise<T>): Promise<T> {
  const other = new Sqlite(file);
  other.exec('BEGIN IMMEDIATE');
  try {
    return await act();
  } finally {
    other.exec('ROLLBACK');
    other.close();
  }
}

test('damaged rows of the workspace stop neither the desk nor what is sound beside them', async (t) => {
  const desk = await openTestDesk(t);
  const { row } = await submit(desk);
  const sound = await submit(desk, { title: 'Sound as a bell' });
  const { draft } = await desk.ask('drafts.save', { draft: null, change: null, body: await draftOf(desk) });
  const kept = await desk.ask('drafts.save', { draft: null, change: null, body: await draftOf(desk) });
  await desk.ask('view.save', { view: 'changes', state: { text: 'till' } });
  await desk.close();
  const db = new Sqlite(join(desk.home, 'workspace.sqlite'));
  db.prepare('UPDATE outbox SET files = substr(files, 1, 40) WHERE row = ?').run(row);
  db.prepare('UPDATE draft SET body = substr(body, 1, 40) WHERE draft = ?').run(draft);
  db.prepare(`UPDATE view_state SET state = '{'`).run();
  db.close();

  const again = await openTestDesk(t, { home: desk.home, now: desk.now() });
  assert.deepEqual(
    (await again.ask('drafts.list', {})).map((each) => each.draft),
    [kept.draft],
  );
  assert.equal(await again.ask('view.read', { view: 'changes' }), null);
  await send(again);
  const { history } = await again.ask('changes.read', { change: sound.change });
  assert.equal(history[0]?.unsent, false, 'what is sound is sent');
  assert.deepEqual(
    (await again.ask('unsent.list', {})).map((each) => [each.row, each.problem]),
    [[row, 'not-json']],
  );
  await again.ask('unsent.undo', { row });
  assert.deepEqual(await again.ask('unsent.list', {}), []);
  assert.deepEqual(again.defects, []);
});

test('what could not be kept was not said, and a second try says it once', async (t) => {
  const desk = await openTestDesk(t);
  const before = (await desk.ask('app.status', {})).changes;
  await assert.rejects(
    whileHeld(join(desk.home, 'workspace.sqlite'), () => submit(desk)),
    refused('not-saved'),
  );
  assert.deepEqual(await desk.ask('unsent.list', {}), []);
  assert.equal((await desk.ask('app.status', {})).changes, before);
  await submit(desk);
  assert.equal((await desk.ask('app.status', {})).changes, before + 1);
});

test('what was said is not refused because the index cannot be written, which catches up later', async (t) => {
  const desk = await openTestDesk(t);
  const before = (await desk.ask('app.status', {})).changes;
  const catalog = join(desk.home, 'boards', 'sample', 'catalog.sqlite');
  const { change, row } = await whileHeld(catalog, () => submit(desk));
  assert.equal(desk.defects.length, 1, 'it is reported');
  assert.deepEqual(
    (await desk.ask('unsent.list', {})).map((each) => each.row),
    [row],
  );
  await send(desk);
  assert.equal((await desk.ask('app.status', {})).changes, before + 1);
  assert.equal((await desk.ask('changes.read', { change })).history[0]?.unsent, false);
  const found = { filter: { text: change }, sort: { by: 'start', descending: false }, offset: 0, limit: 1 } as const;
  assert.equal((await desk.ask('changes.list', found)).total, 1);
});
