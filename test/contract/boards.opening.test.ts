import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { compose, type Application } from '../../electron/compose.ts';
import type { OpeningView } from '../../shared/api/boardCalls.ts';
import type { StatusView } from '../../shared/api/appCalls.ts';
import { openTestDesk, quietDesk } from '../support/desk.ts';

/** The application as a host has it: at once, while its board is still being opened. */
async function starting(t: TestContext, given: { home: string; now: number }): Promise<Application> {
  const { home, now } = given;
  const application = await compose({ home, desk: quietDesk, now: () => now, version: 'test', timers: false });
  t.after(application.close);
  return application;
}

async function asked<T>({ dispatch }: Application, name: string): Promise<T> {
  const reply = await dispatch(name, {});
  assert.ok(reply.ok, JSON.stringify(reply));
  return reply.value as T; // the answer of the call that is named
}

/** A full board that was closed, and whose index is gone, as after an update that raised its number. */
async function withoutIndex(t: TestContext): Promise<{ home: string; now: number; changes: number }> {
  const desk = await openTestDesk(t);
  const { changes } = await desk.ask('app.status', {});
  await desk.close();
  rmSync(join(desk.home, 'boards', 'sample', 'catalog.sqlite'));
  return { home: desk.home, now: desk.now(), changes };
}

test('while the index is made anew it is told how far that is, and whoever asks the board waits for it', async (t) => {
  const { changes, ...given } = await withoutIndex(t);
  const application = await starting(t, given);
  const status = asked<StatusView>(application, 'app.status');
  const told: OpeningView[] = [];
  application.subscribe(() => {
    void asked<OpeningView | null>(application, 'boards.opening').then((opening) => opening && told.push(opening));
  });
  assert.equal((await status).changes, changes, 'asked before there was a board');
  await application.opened;
  assert.equal(await asked(application, 'boards.opening'), null);

  assert.ok(told.length > 0);
  for (const { title, step, done, total } of told) {
    assert.match(title, /Brackwater|Sample board/);
    assert.match(step, /^(Reading the record|Assessing the changes)$/);
    assert.ok(done <= total, `${step} ${done} of ${total}`);
  }
});

test('an application that is closed while it opens its board leaves it to the next one', async (t) => {
  const { changes, ...given } = await withoutIndex(t);
  const application = await starting(t, given);
  await application.close();
  const again = await starting(t, given);
  assert.equal((await asked<StatusView>(again, 'app.status')).changes, changes);
});
