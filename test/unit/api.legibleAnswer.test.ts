import assert from 'node:assert/strict';
import { test } from 'node:test';
import { legibleAnswer, legibleFacts } from '../../shared/api/legibleAnswer.ts';

const HOSTILE = 'Pay\u202Egpj.exe\u0007';
const SHOWN = 'Pay<U+202E>gpj.exe<U+0007>';

test('what a list, a calendar, a map or a message draws shows the characters that would act without being seen', () => {
  const page = { total: 1, rows: [{ change: 'CHG-2026-1', title: HOSTILE, waitingFor: [] }] };
  assert.equal(legibleAnswer('changes.list', page).rows[0]?.title, SHOWN);
  assert.deepEqual(legibleAnswer('calendar.timeline', { bars: [{ title: HOSTILE }], bands: [{ title: HOSTILE }] }), {
    bars: [{ title: SHOWN }],
    bands: [{ title: SHOWN }],
  });
  assert.deepEqual(legibleAnswer('map.read', [{ name: HOSTILE }]), [{ name: SHOWN }]);
  assert.deepEqual(legibleFacts({ change: 'CHG-2026-1', title: HOSTILE, count: 2 }), {
    change: 'CHG-2026-1',
    title: SHOWN,
    count: 2,
  });
});

test('an answer without such characters is itself, not a copy', () => {
  const page = { rows: [{ title: 'Étiquettes à Lyon – “urgent” 🚚', at: 5, gone: null, flag: true }] };
  assert.equal(legibleAnswer('changes.list', page), page);
});

test('what goes back into a record or a file is not altered', () => {
  const detail = {
    row: { title: HOSTILE },
    text: { title: HOSTILE, plans: { implementation: HOSTILE } },
    comments: [{ text: HOSTILE }],
  };
  assert.deepEqual(legibleAnswer('changes.read', detail), {
    row: { title: SHOWN },
    text: detail.text,
    comments: [{ text: SHOWN }],
  });
  const window = { row: { title: HOSTILE }, body: { title: HOSTILE }, proposals: [{ body: { reason: HOSTILE } }] };
  assert.deepEqual(legibleAnswer('windows.read', window), { ...window, row: { title: SHOWN } });
  for (const name of ['drafts.list', 'calendar.export', 'people.requests', 'imports.stage'] as const)
    assert.equal(legibleAnswer(name, window), window, name);
});
