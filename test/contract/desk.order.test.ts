import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDesk } from '../support/desk.ts';
import { submit } from '../support/submit.ts';

test('what is said of a change before it was sent counts once both are on the line', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  await desk.ask('comments.write', { change, text: 'The printers were ordered in May.' });
  desk.pass(60_000);
  await desk.sendDue();
  await desk.sendDue();
  assert.deepEqual(await desk.ask('unsent.list', {}), []);
  const again = await desk.restart();
  const { comments } = await again.ask('changes.read', { change });
  assert.deepEqual(
    comments.map(({ text }) => text),
    ['The printers were ordered in May.'],
  );
});
