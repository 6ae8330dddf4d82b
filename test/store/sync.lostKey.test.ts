import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createLostChanges, type LostChanges } from '../../electron/app/lostChanges.ts';
import { createNewsroom } from '../../electron/desk/newsroom.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { changeDraft } from '../../shared/api/changeCalls.ts';
import type { CommitId } from '../../shared/ids.ts';
import { TidegateError } from '../../shared/errors.ts';
import { digestOf } from '../../shared/record/digest.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time/instant.ts';
import { CHANGE } from '../support/ledgerBodies.ts';
import { keyNamed, signerNamed } from '../support/ledgerPeople.ts';
import { ritasRequest, sharedLine, standingAt, type SharedLine } from '../support/lostNumber.ts';
import { openSyncDesk, type SyncDesk } from '../support/syncDesk.ts';

const HOME = 'rita at home';

/** What Rita's desk with this key tells her on Today. */
function toldAt(desk: SyncDesk, keyName: string): LostChanges {
  const rita = () => desk.model.board().roster.people.find(({ person }) => person === 'rita');
  const member = () => rita() ?? assert.fail('Rita is on the board');
  const key = () => ({ ...signerNamed(keyName), place: 'private-file' as const });
  const acting = { could: () => [member()], reader: member, key };
  const { model, scribe, workspace, now } = desk;
  const place = { boardName: 'board', ledgerFolder: desk.ledger, newsroom: createNewsroom() };
  return createLostChanges({ ...place, model, scribe, workspace, now, acting });
}

async function deskAtHome(t: TestContext, { address }: SharedLine): Promise<SyncDesk> {
  const desk = await openSyncDesk(t, { address, key: HOME });
  await desk.sync.once();
  await desk.reissue();
  return desk;
}

/** Takes Rita's first key out, as of this commit, and lets the desk read it. */
async function revoke(line: SharedLine, desk: SyncDesk, after: CommitId): Promise<void> {
  const show = async (...args: string[]) => (await runGit(desk.ledger, args)).stdout.toString();
  const path = (await show('ls-tree', '--name-only', 'main', 'roster/')).trim();
  const people = desk.model.board().roster.people.map((member) => {
    if (member.person !== 'rita') return member;
    return { ...member, keys: [keyNamed('rita', { revoked: { after, reason: '' } }), keyNamed(HOME)] };
  });
  await line.push(line.sign('roster', { people, follows: [digestOf(await show('show', `main:${path}`))] }));
  await desk.sync.once();
  assert.ok(desk.model.board().voids.keys.has(keyNamed('rita').fingerprint));
}

const lineEnd = async ({ ledger }: SyncDesk) => (await runGit(ledger, ['rev-parse', 'main'])).stdout.toString().trim();

test('a request that only another device can say again is told, and no more once that device has said it', async (t) => {
  const line = await sharedLine(t);
  const lost = await line.collide();
  const home = await deskAtHome(t, line);
  const told = toldAt(home, HOME);
  const { title } = ritasRequest();
  const one = { request: lost.path, from: CHANGE, title, keyLabel: 'laptop', key: 'elsewhere' };
  assert.deepEqual([standingAt(home), await told.list()], [[], [one]]);

  const work = await openSyncDesk(t, { address: line.address });
  await work.sync.once();
  assert.deepEqual(await toldAt(work, 'rita').list(), [], 'where its key is, it is said again and told so');
  await work.reissue();
  work.pass(9_000);
  await work.sync.once();
  await home.sync.once();
  assert.equal(standingAt(home).length, 1);
  assert.deepEqual(await told.list(), []);
});

test('where the key is gone its author is told, and takes the words into a new draft, once', async (t) => {
  const line = await sharedLine(t);
  const lost = await line.collide();
  const home = await deskAtHome(t, line);
  await revoke(line, home, await lineEnd(home));
  await home.reissue();
  const told = toldAt(home, HOME);
  assert.deepEqual(
    (await told.list()).map(({ request, key }) => [request, key]),
    [[lost.path, 'gone']],
  );
  assert.deepEqual(standingAt(home), [], 'nothing is said in the name of another key');
  const name = await told.writeAgain(lost.path);
  const [draft, ...more] = home.workspace.drafts.list('board');
  assert.deepEqual([draft?.draft, draft?.change, more], [name, null, []]);
  const { change: _number, follows: _follows, requester: _requester, ...words } = ritasRequest();
  assert.deepEqual(changeDraft.parse(draft?.body), words, 'word for word, and a draft that the form takes');
  assert.deepEqual(await told.list(), []);
  await assert.rejects(told.writeAgain(lost.path), /request-not-found/);
});

test('what came in after its key was stolen is nothing of hers', async (t) => {
  const line = await sharedLine(t);
  const desk = await openSyncDesk(t, { address: line.address, key: HOME });
  const before = await lineEnd(desk);
  await line.collide();
  await desk.sync.once();
  await revoke(line, desk, before);
  assert.deepEqual(await toldAt(desk, HOME).list(), []);
});

test('a key of this desk that does not sign is told after a while, not while it is being said again', async (t) => {
  const line = await sharedLine(t);
  await line.collide();
  const desk = await openSyncDesk(t, { address: line.address });
  const told = toldAt(desk, 'rita');
  desk.lockKey(() => {
    throw new TidegateError('agent-refused', {});
  });
  await desk.sync.once();
  assert.deepEqual(await told.list(), []);
  await desk.reissue();
  desk.pass(5 * MINUTE_MS);
  const kinds = async () => (await told.list()).map(({ key }) => key);
  assert.deepEqual(await kinds(), ['silent']);
  desk.lockKey(null);
  desk.pass(HOUR_MS);
  await desk.reissue();
  assert.deepEqual([await kinds(), standingAt(desk).length], [[], 1]);
});
