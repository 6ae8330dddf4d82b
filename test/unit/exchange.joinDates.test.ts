import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinable, joinDates } from '../../shared/exchange/joinDates.ts';
import type { ReadWindow } from '../../shared/exchange/windowReading.ts';
import { scheduleWords } from '../../shared/view/scheduleWords.ts';

const once = (title: string, start: string, end: string): ReadWindow => ({
  key: title,
  title,
  effect: 'freeze',
  closedOutside: false,
  zone: null,
  schedule: { form: 'once', start, end },
  appliedTo: [],
  notes: [],
  where: [title],
});

test('whole days are joined in their order and keep their names; a night stays a window of its own', () => {
  const windows = [
    once('Boxing Day', '2026-12-26T00:00', '2026-12-27T00:00'),
    once('Stocktaking', '2026-12-20T06:00', '2026-12-20T18:00'),
    once('Christmas Day', '2026-12-25T00:00', '2026-12-26T00:00'),
  ];
  assert.equal(joinable(windows), 2);
  const joined = joinDates({ windows, refused: [] }, 'Closing days');
  assert.deepEqual(
    joined.windows.map(({ title }) => title),
    ['Closing days', 'Stocktaking'],
  );
  assert.deepEqual(joined.windows[0]?.where.toSorted(), ['Boxing Day', 'Christmas Day']);
  assert.match(
    scheduleWords(joined.windows[0].schedule),
    /^On Fri 25 Dec 2026 \(Christmas Day\) and Sat 26 Dec 2026 \(Boxing Day\)$/,
  );
});
