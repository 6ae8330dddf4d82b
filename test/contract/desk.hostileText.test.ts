import assert from 'node:assert/strict';
import { test } from 'node:test';
import { legibleAnswer } from '../../shared/api/legibleAnswer.ts';
import type { QueryName } from '../../shared/api/contract.ts';
import { DAY_MS, toInstant } from '../../shared/time/instant.ts';
import { openTestDesk } from '../support/desk.ts';
import { draftOf } from '../support/submit.ts';

const HOSTILE = 'Invoices \u202Efdp.exe\u0007';
const SHOWN = 'Invoices <U+202E>fdp.exe<U+0007>';

test('a title that would turn its line around comes out legible wherever it is listed, and whole where it is edited', async (t) => {
  const desk = await openTestDesk(t);
  const draft = await draftOf(desk, { title: HOSTILE });
  const { change } = await desk.ask('changes.submit', { draft: null, change: null, body: draft });
  await desk.ask('comments.write', { change, text: HOSTILE });
  const start = desk.now() + 15 * DAY_MS;
  const list = { filter: { text: 'Invoices' }, sort: { by: 'start', descending: true }, offset: 0, limit: 50 } as const;
  const month = toInstant(start + 5 * DAY_MS).slice(0, 7);
  const asked = {
    'changes.list': await desk.ask('changes.list', list),
    'calendar.timeline': await desk.ask('calendar.timeline', {
      start,
      end: start + 10 * DAY_MS,
      by: 'site',
      filter: {},
    }),
    'calendar.month': await desk.ask('calendar.month', { month, zone: 'Europe/Paris', filter: { text: 'Invoices' } }),
    'today.read': await desk.ask('today.read', {}),
    'unsent.list': await desk.ask('unsent.list', {}),
    'changes.read': await desk.ask('changes.read', { change }),
  } satisfies Partial<Record<QueryName, unknown>>;
  for (const name of ['changes.list', 'calendar.timeline', 'calendar.month', 'today.read', 'changes.read'] as const)
    assert.match(JSON.stringify(asked[name]), /\u202E/, `${name} tells of it`);
  for (const name of Object.keys(asked) as (keyof typeof asked)[]) {
    const { text: _text, ...drawn } = legibleAnswer(name, { ...(asked[name] as { text?: unknown }) });
    assert.doesNotMatch(JSON.stringify(drawn), /\u202E|\\u0007/, name);
  }
  const detail = legibleAnswer('changes.read', asked['changes.read']);
  assert.equal(detail.row.title, SHOWN);
  assert.equal(detail.text.title, HOSTILE);
  assert.equal(detail.comments[0]?.text, SHOWN);
});
