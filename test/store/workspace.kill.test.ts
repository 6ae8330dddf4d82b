import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Sqlite from 'better-sqlite3';
import type { Statement } from '../../electron/desk/scribe.ts';
import { openTestDesk } from '../support/desk.ts';
import { tempFolder } from '../support/gitServer.ts';
import { killedAt } from '../support/killedWrites.ts';
import { CHANGE } from '../support/ledgerBodies.ts';
import { adasRequest, ritasRequest, sharedLine, standingAt } from '../support/lostNumber.ts';
import { rounds } from '../support/seed.ts';
import { draftOf } from '../support/submit.ts';
import { openSyncDesk } from '../support/syncDesk.ts';

/** The new row is written, the old one gone, both are committed, the next row is written; and of two steps and a commit. */
const STEPS = { reissue: [5, 1, 3, 6].slice(0, rounds(2, 4)), submit: [1, 3] };

test('a desk that is killed at any step of saying again what lost its number has said it once', async (t) => {
  const line = await sharedLine(t);
  const desk = await openSyncDesk(t, { address: line.address });
  const say = (what: string, statement: Statement) =>
    desk.scribe.say({ what, subject: CHANGE, statements: [statement] });
  say('submit', { kind: 'request', body: ritasRequest() });
  say('comment', { kind: 'comment', body: { change: CHANGE, text: 'Of mine.', follows: [] } });
  await line.push(line.sign('request', adasRequest(CHANGE), { by: 'ada' }));
  await desk.sync.once();
  await desk.close();
  for (const step of STEPS.reissue) {
    const folder = tempFolder(t, 'killed');
    cpSync(desk.folder, folder, { recursive: true });
    assert.ok(await killedAt(step, 'reissue', folder, String(desk.now()), line.address), `step ${step}`);
    const again = await openSyncDesk(t, { address: line.address, folder, now: desk.now() });
    await again.reissue();
    const [to = '', ...more] = standingAt(again);
    assert.deepEqual([to === CHANGE, more], [false, []], `killed at step ${step}`);
    assert.deepEqual(
      again.workspace.outbox.list('board').map(({ what, subject, problem }) => [what, subject, problem]),
      [
        ['reissue', to, null],
        ['comment', to, null],
      ],
      `killed at step ${step}`,
    );
    await again.close();
  }
});

test('a desk that is killed at any step of submitting has the draft or the change, never both', async (t) => {
  const desk = await openTestDesk(t);
  await desk.ask('drafts.save', { draft: null, change: null, body: await draftOf(desk, { title: 'Only once' }) });
  await desk.close();
  for (const step of STEPS.submit) {
    const home = tempFolder(t, 'killed');
    cpSync(desk.home, home, { recursive: true });
    assert.ok(await killedAt(step, 'submit', home, String(desk.now())), `step ${step}`);
    const db = new Sqlite(join(home, 'workspace.sqlite'));
    const left = ['draft', 'outbox'].map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    db.close();
    assert.deepEqual(left, step < 3 ? [1, 0] : [0, 1], `killed at step ${step}`);
  }
});
