import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { openTestDesk } from '../support/desk.ts';
import { failWrites } from '../support/failingWrites.ts';
import { CHANGE } from '../support/ledgerBodies.ts';
import { adasRequest, sharedLine } from '../support/lostNumber.ts';
import { draftOf, submit } from '../support/submit.ts';
import { openSyncDesk } from '../support/syncDesk.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;

test('a draft is gone when it was submitted, and where it cannot go nothing was submitted', async (t) => {
  const desk = await openTestDesk(t);
  const body = await draftOf(desk);
  const { draft } = await desk.ask('drafts.save', { draft: null, change: null, body });
  const both = async () => [(await desk.ask('drafts.list', {})).length, (await desk.ask('unsent.list', {})).length];
  const heal = failWrites(desk.home, 'DELETE ON draft');
  await assert.rejects(desk.ask('changes.submit', { draft, change: null, body }), refused('unexpected'));
  assert.deepEqual(await both(), [1, 0]);
  heal();
  await desk.ask('changes.submit', { draft, change: null, body });
  assert.deepEqual(await both(), [0, 1]);
});

test('what is undone goes with all that rests on it, or not at all', async (t) => {
  const desk = await openTestDesk(t);
  const { change, row } = await submit(desk);
  await desk.ask('comments.write', { change, text: 'Rests on it.' });
  const heal = failWrites(desk.home, 'DELETE ON outbox', `OLD.row > ${row}`);
  await assert.rejects(desk.ask('unsent.undo', { row }), refused('unexpected'));
  assert.equal((await desk.ask('unsent.list', {})).length, 2);
  heal();
  await desk.ask('unsent.undo', { row });
  assert.deepEqual(await desk.ask('unsent.list', {}), []);
});

test('what is said again under a new number and the row that it replaces are one act', async (t) => {
  const line = await sharedLine(t);
  const desk = await openSyncDesk(t, { address: line.address });
  desk.say(CHANGE);
  await line.push(line.sign('request', adasRequest(CHANGE), { by: 'ada' }));
  await desk.sync.once();
  const before = desk.workspace.outbox.list('board');
  for (const write of ['DELETE ON outbox', 'INSERT ON setting'] as const) {
    const heal = failWrites(desk.folder, write);
    await assert.rejects(desk.reissue(), /no space/);
    assert.deepEqual(desk.workspace.outbox.list('board'), before, write);
    assert.deepEqual(desk.renumberings.list(), []);
    heal();
  }
  await desk.reissue();
  assert.deepEqual(
    desk.workspace.outbox.list('board').map(({ what }) => what),
    ['reissue'],
  );
});
