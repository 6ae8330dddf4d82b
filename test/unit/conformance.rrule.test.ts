import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { conform } from '../../scripts/conformance/rrule.ts';

const base = { id: 'own-1', tier: 'core', tzid: null, complete: true };
const daily = {
  ...base,
  rule: 'FREQ=DAILY;COUNT=2',
  dtstart: '2026-11-20T09:00:00',
  expected: ['2026-11-20T09:00:00', '2026-11-21T09:00:00'],
};

async function said(t: TestContext, content: unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'vectors.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const lines: string[] = [];
  return { ...(await conform(path, (line) => lines.push(line))), lines };
}

test('core vectors are counted, and each that differs is one line', async (t) => {
  const wrong = { ...daily, id: 'own-2', expected: ['2026-11-20T09:00:00', '2026-11-22T09:00:00'] };
  const unreadable = { ...daily, id: 'own-3', rule: 'FREQ=FORTNIGHTLY' };
  const { agreed, total, lines } = await said(t, [daily, wrong, unreadable]);
  assert.deepEqual([agreed, total], [1, 3]);
  assert.deepEqual(lines.slice(0, 1), [
    'own-2 FREQ=DAILY;COUNT=2: occurrence 2 is 2026-11-21T09:00:00, expected 2026-11-22T09:00:00',
  ]);
  assert.match(lines[1] ?? '', /^own-3 FREQ=FORTNIGHTLY: rule-unreadable/);
});

test('a complete list ends, and an incomplete one may go on', async (t) => {
  const first = { ...daily, rule: 'FREQ=DAILY' };
  const { agreed, lines } = await said(t, [first, { ...first, id: 'own-2', complete: false }]);
  assert.equal(agreed, 1);
  assert.match(lines[0] ?? '', /^own-1 .*occurrence 3 is 2026-11-22T09:00:00, expected none$/);
});

test('a local time that the clocks skip moves forward', async (t) => {
  const skipped = {
    ...daily,
    tzid: 'Europe/Paris',
    dtstart: '2026-03-28T02:15:00',
    expected: ['2026-03-28T02:15:00+01:00', '2026-03-29T03:15:00+02:00'],
  };
  assert.equal((await said(t, [skipped])).agreed, 1);
});

test('a disputed vector is listed with the decision that its text is about, and not counted', async (t) => {
  const disputed = {
    ...daily,
    tier: 'disputed',
    rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=1',
    expected: ['2026-11-20T09:00:00'],
  };
  const { total, lines } = await said(t, [disputed]);
  assert.equal(total, 0);
  assert.match(lines[0] ?? '', /^disputed, not counted: own-1 .*\[start-not-in-rule\]: occurrence 1 is 2026-11-23/);
  assert.match(lines[1] ?? '', /^ {2}decided, start-not-in-rule: DTSTART is/);
});

test('sets and raw lines are evaluated and not counted', async (t) => {
  const lines = ['dtstart:20261120T090000 RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20261121T090000', 'RDATE:20261130T090000'];
  const expected = ['2026-11-20T09:00:00', '2026-11-22T09:00:00', '2026-11-30T09:00:00'];
  const set = [
    { kind: 'RRULE', rule: 'FREQ=DAILY;COUNT=3', dtstart: '2026-11-20T09:00:00' },
    { kind: 'EXRULE', rule: 'FREQ=DAILY;INTERVAL=2;COUNT=1', dtstart: '2026-11-20T09:00:00' },
  ];
  const found = await said(t, [
    { ...base, tier: 'unchecked', lines, expected },
    { ...base, id: 'own-2', tier: 'unchecked', set, expected: ['2026-11-21T09:00:00', '2026-11-22T09:00:00'] },
  ]);
  assert.deepEqual(found.lines, ['unchecked, not counted: own-1: the same', 'unchecked, not counted: own-2: the same']);
});

test('what is not of the form is refused with the place', async (t) => {
  await assert.rejects(said(t, '{'), SyntaxError);
  await assert.rejects(said(t, { vectors: [] }), /a list of vectors is expected/);
  await assert.rejects(said(t, [daily, { ...daily, expected: 'none' }]), /vector 2: expected/);
});

const shared = new URL('../../../shared/data/rrule-vectors/vectors.json', import.meta.url).pathname;

test('recurrence vectors of other libraries', { skip: existsSync(shared) ? false : 'no vectors here' }, async (t) => {
  const lines: string[] = [];
  const { agreed, total } = await conform(shared, (line) => lines.push(line));
  t.diagnostic(`${agreed} of ${total} core vectors agree`);
  assert.equal(agreed, total);
  assert.deepEqual(
    lines.filter((line) => line.includes('[no written decision]')),
    [],
  );
});
