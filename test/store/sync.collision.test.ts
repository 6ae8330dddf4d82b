import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nextNumber } from '../../shared/change/changeNumber.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { LedgerRecord } from '../../shared/record/envelope.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { CHANGE, requestOf } from '../support/ledgerBodies.ts';
import { adasRequest, ritasRequest, sharedLine, standingAt } from '../support/lostNumber.ts';
import { openSyncDesk, type SyncDesk } from '../support/syncDesk.ts';

const BOARD = 'board';

/** A round as the chores do it, and one more in which what was said in it is sent. */
async function settle(desk: SyncDesk): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    await desk.sync.once();
    await desk.reissue();
    desk.pass(9_000);
  }
  await desk.sync.once();
}

function waiting({ workspace }: SyncDesk) {
  return workspace.outbox.list(BOARD).map(({ what, subject, problem }) => [what, subject, problem]);
}

test('rule 3: what is void on the line is issued again under a new number, once, by the desk whose key signed it', async (t) => {
  const line = await sharedLine(t);
  const { address } = line;
  const lost = await line.collide();
  const [desk, home, other] = [
    await openSyncDesk(t, { address }),
    await openSyncDesk(t, { address, key: 'rita at home' }),
    await openSyncDesk(t, { address, person: 'ada' }),
  ];
  for (const each of [home, other]) {
    await settle(each);
    assert.deepEqual(standingAt(each), [], 'not theirs to say');
  }
  await settle(desk);
  const to = nextNumber(lost.record, 0);
  assert.deepEqual(standingAt(desk), [to]);
  const [request] = desk.model.change(to).file.requests;
  assert.deepEqual(request?.record.body, { ...lost.record.body, change: to }, 'word for word');
  assert.deepEqual(desk.model.change(CHANGE).file.requests[0]?.record.body.title, 'Ada was first');

  await desk.close();
  const again = await openSyncDesk(t, { address, folder: desk.folder, now: desk.now() });
  await settle(again);
  await again.close();
  // A new disk, the same key: what follows from the words is found where it stands.
  rmSync(join(desk.folder, 'workspace.sqlite'));
  const empty = await openSyncDesk(t, { address, folder: desk.folder, now: desk.now() });
  for (const each of [empty, home, other]) await settle(each);
  for (const each of [empty, home, other]) assert.deepEqual(standingAt(each), [to]);
  assert.equal(empty.counted().length, 2);
});

test('two desks with one key that both say it again at once say it once', async (t) => {
  const line = await sharedLine(t);
  const lost = await line.collide();
  const desks = [
    await openSyncDesk(t, { address: line.address }),
    await openSyncDesk(t, { address: line.address }),
  ] as const;
  for (const desk of desks) {
    await desk.sync.once();
    await desk.reissue();
    desk.pass(9_000);
  }
  for (const desk of desks) assert.deepEqual(standingAt(desk), [nextNumber(lost.record, 0)]);
  for (const desk of [...desks, ...desks]) await settle(desk);
  for (const desk of desks) {
    assert.deepEqual(standingAt(desk), [nextNumber(lost.record, 0)]);
    assert.equal(desk.counted().length, 2);
    assert.deepEqual(waiting(desk), []);
  }
});

test('a third request on the new number moves it on, before it is said, while it waits and on the line', async (t) => {
  for (const when of ['before', 'waiting', 'sent'] as const) {
    const line = await sharedLine(t);
    const lost = await line.collide();
    const taken = line.sign('request', adasRequest(nextNumber(lost.record, 0)), { by: 'ada' });
    const voided = line.sign('request', ritasRequest(nextNumber(lost.record, 0)), { by: 'rita' });
    if (when === 'before') await line.push(taken);
    if (when === 'sent') for (const file of [taken, voided]) await line.push(file);
    const desk = await openSyncDesk(t, { address: line.address });
    await desk.sync.once();
    await desk.reissue();
    if (when === 'waiting') await line.push(taken);
    await settle(desk);
    const to = [nextNumber(lost.record, 1)];
    assert.deepEqual(standingAt(desk), to, when);
    await desk.close();
    rmSync(join(desk.folder, 'workspace.sqlite'));
    const empty = await openSyncDesk(t, { address: line.address, folder: desk.folder, now: desk.now() });
    await settle(empty);
    assert.deepEqual(standingAt(empty), to, `${when}, on a new disk`);
    assert.equal(empty.counted().length, 3);
  }
});

test('what waits and was said of the lost one goes along; what was said of the other goes to the other', async (t) => {
  const line = await sharedLine(t);
  const { address } = line;
  const desk = await openSyncDesk(t, { address });
  const say = (what: string, ...statements: Parameters<SyncDesk['scribe']['say']>[0]['statements']) =>
    desk.scribe.say({ what, subject: CHANGE, statements });
  desk.request(CHANGE);
  const asked = desk.model.change(CHANGE).file.requests;
  const follows = asked.map(({ digest }) => digest);
  say('revise', { kind: 'request', body: requestOf({ requester: 'rita', title: 'Worded better', follows }) });
  say('comment', { kind: 'comment', body: { change: CHANGE, text: 'Of mine.', follows: [] } });
  const evidence = { evidence: 'build-test', title: 'Built', measuredAt: '2026-11-20T08:00:00Z', detail: '' } as const;
  say('evidence', { kind: 'evidence', body: { change: CHANGE, ...evidence, follows: [] } });
  const material = { version: 1, digest: `sha256:${'b'.repeat(64)}` } as const;
  const waiver = { windows: ['peak'], sites: [], expires: '2026-12-01T00:00:00Z', reason: 'Now.', rollbackProof: '' };
  say('waiver', { kind: 'waiver', body: { change: CHANGE, material, ...waiver, follows: [] } });

  await line.push(line.sign('request', adasRequest(CHANGE), { by: 'ada' }));
  await desk.sync.once();
  say('comment', { kind: 'comment', body: { change: CHANGE, text: 'Of hers.', follows: [] } });
  await settle(desk);
  await settle(desk);
  const to = desk.renumberings.list()[0]?.to ?? '';
  const { file } = desk.model.change(to);
  assert.deepEqual(
    file.requests.map(({ record }) => record.body.title),
    [asked[0]?.record.body.title, 'Worded better'],
  );
  assert.deepEqual(
    [file.current?.record.body.title, file.comments.length, file.evidence.length],
    ['Worded better', 1, 1],
  );
  const hers = desk.model.change(CHANGE).file;
  assert.deepEqual(
    hers.comments.map(({ record }) => record.body.text),
    ['Of hers.'],
  );
  assert.deepEqual([hers.evidence.length, hers.requests.length], [0, 1]);
  assert.deepEqual(
    waiting(desk).map(([what, subject]) => [what, subject]),
    [['waiver', CHANGE]],
    'what names a text by its digest stays, and is not sent',
  );
});

test('a row that waits beside what is void on the line is not sent as said of the other', async (t) => {
  const line = await sharedLine(t);
  const desk = await openSyncDesk(t, { address: line.address });
  desk.request(CHANGE);
  const [asked] = desk.workspace.outbox.list(BOARD);
  desk.scribe.say({
    what: 'comment',
    subject: CHANGE,
    statements: [{ kind: 'comment', body: { change: CHANGE, text: 'Of mine.', follows: [] } }],
  });
  desk.pass(9_000);
  // Another tool carries the request to the line, behind one that was there before it.
  const [file] = asked?.files ?? [];
  if (!file) throw new Error('nothing was said');
  const { record } = { record: JSON.parse(file.text) as LedgerRecord };
  await line.push(line.sign('request', adasRequest(CHANGE), { by: 'ada' }));
  await line.push({ ...file, record, digest: '' });
  await settle(desk);
  await settle(desk);
  const [to = ''] = desk.renumberings.list().map((each) => each.to);
  assert.deepEqual(
    desk.model.change(to).file.comments.map(({ record: { body } }) => body.text),
    ['Of mine.'],
  );
  assert.deepEqual(desk.model.change(CHANGE).file.comments, []);
  assert.deepEqual(waiting(desk), []);
});

test('undoing what was said again is final', async (t) => {
  const line = await sharedLine(t);
  await line.collide();
  const desk = await openSyncDesk(t, { address: line.address });
  await desk.sync.once();
  await desk.reissue();
  desk.workspace.outbox.remove(desk.workspace.outbox.list(BOARD).map(({ row }) => row));
  desk.model.outboxChanged();
  await settle(desk);
  assert.deepEqual([standingAt(desk), waiting(desk)], [[], []]);
});

test('the same words twice, and a row of a log that was imported twice, are not said a third time', async (t) => {
  const line = await sharedLine(t);
  const imported = { source: 'Desk', sourceId: '7', state: 'closed', openedAt: '2026-11-01T08:00:00Z' } as const;
  const log = (by: string) => line.sign('request', requestOf({ requester: by, imported }), { by });
  for (const by of ['ada', 'rita']) await line.push(log(by));
  const twice = 'CHG-2026-TW1CE00';
  for (let n = 0; n < 2; n += 1) await line.push(line.sign('request', ritasRequest(twice), { by: 'rita' }));
  const desk = await openSyncDesk(t, { address: line.address });
  await settle(desk);
  assert.deepEqual([waiting(desk), standingAt(desk), desk.counted().length], [[], [twice], 2]);
});

test('a key that does not sign leaves everything as it is, and is asked again after an hour', async (t) => {
  const line = await sharedLine(t);
  const desk = await openSyncDesk(t, { address: line.address });
  desk.say(CHANGE);
  const before = desk.workspace.outbox.list(BOARD);
  await line.push(line.sign('request', adasRequest(CHANGE), { by: 'ada' }));
  let asked = 0;
  desk.lockKey(() => {
    asked += 1;
    throw new TidegateError('agent-refused', { why: 'nobody there' });
  });
  for (let n = 0; n < 3; n += 1) await settle(desk);
  assert.equal(asked, 1);
  assert.deepEqual(
    desk.workspace.outbox.list(BOARD),
    before.map((row) => ({ ...row, problem: 'collision' })),
  );
  desk.lockKey(null);
  desk.pass(HOUR_MS);
  await settle(desk);
  assert.deepEqual([waiting(desk), desk.renumberings.list().length], [[], 1]);
});
