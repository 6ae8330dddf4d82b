import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRemoteWords } from '../../electron/git/remoteWords.ts';

test('a line without an end is kept short, and a trace is never kept, however long it is', () => {
  const dates: number[] = [];
  const words = createRemoteWords({ progress: () => undefined, date: (at) => dates.push(at) });
  const trace = '10:00:00.123456 http.c:820              <= Recv header: ';
  words.take(`${trace}date: Tue, 17 Nov 2026 09:00:00 GMT\n${trace}x: `);
  for (let n = 0; n < 2_000; n += 1) words.take('secret '.repeat(10_000));
  words.take('\nfatal: not allowed\n');
  assert.equal(words.said(), 'fatal: not allowed\n');
  assert.deepEqual(dates, [Date.parse('2026-11-17T09:00:00Z')]);
});
