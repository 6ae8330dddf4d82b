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

/** In the long run every step is tried until there is none left to be killed at; else one before and one after a commit. */
const isLong = rounds(0, 1) === 1;
const when = isLong ? 'any step' : 'two of the steps';

/** Tries the steps in turn; more than these cannot be. */
async function atEach(few: readonly number[], kill: (step: number) => Promise<boolean>): Promise<void> {
  const steps = isLong ? Array.from({ length: 50 }, (_, n) => n + 1) : few;
  let tried = 0;
  for (const step of steps) {
    if (!(await kill(step))) break;
    tried = step;
  }
  if (!isLong) assert.equal(tried, few.at(-1), 'each of them is a step');
  assert.ok(tried >= Math.max(...few) && tried < 50, `${tried} steps`);
}

test(`a desk that is killed at ${when} of saying again what lost its number has said it once`, async (t) => {
  const line = await sharedLine(t);
  const desk = await openSyncDesk(t, { address: line.address });
  const say = (what: string, statement: Statement) =>
    desk.scribe.say({ what, subject: CHANGE, statements: [statement] });
  say('submit', { kind: 'request', body: ritasRequest() });
  say('comment', { kind: 'comment', body: { change: CHANGE, text: 'Of mine.', follows: [] } });
  await line.push(line.sign('request', adasRequest(CHANGE), { by: 'ada' }));
  await desk.sync.once();
  await desk.close();
  await atEach([1, 5], async (step) => {
    const folder = tempFolder(t, 'killed');
    cpSync(desk.folder, folder, { recursive: true });
    const isKilled = await killedAt(step, 'reissue', folder, String(desk.now()), line.address);
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
    return isKilled;
  });
});

test(`a desk that is killed at ${when} of submitting has the draft or the change, never both`, async (t) => {
  const desk = await openTestDesk(t);
  await desk.ask('drafts.save', { draft: null, change: null, body: await draftOf(desk, { title: 'Only once' }) });
  await desk.close();
  await atEach([1, 3], async (step) => {
    const home = tempFolder(t, 'killed');
    cpSync(desk.home, home, { recursive: true });
    const isKilled = await killedAt(step, 'submit', home, String(desk.now()));
    const db = new Sqlite(join(home, 'workspace.sqlite'));
    const left = ['draft', 'outbox'].map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    db.close();
    assert.deepEqual(left, step < 3 ? [1, 0] : [0, 1], `killed at step ${step}`);
    return isKilled;
  });
});
