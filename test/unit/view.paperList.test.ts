import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineBar } from '../../shared/api/calendarCalls.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time/instant.ts';
import { boundedList, paperBound } from '../../shared/view/paperList.ts';

const bar = (hour: number, other: Partial<TimelineBar> = {}): TimelineBar => ({
  change: `c${String(hour)}`,
  title: '',
  band: 'low',
  state: 'scheduled',
  start: hour * HOUR_MS,
  end: (hour + 1) * HOUR_MS,
  hits: 0,
  lanes: [],
  movable: false,
  ...other,
});

test('paper lists a few hundred changes in full, of thousands so many a day', () => {
  const days = [{ start: 0, end: 30 * DAY_MS }];
  const bars = Array.from({ length: 600 }, (_, hour) => bar(hour));
  assert.equal(paperBound(bars, days), Infinity);
  assert.equal(paperBound([...bars, bar(40 * 24)], days), Infinity, 'what lies elsewhere does not count');
  assert.equal(paperBound([...bars, bar(1)], days), 20);
});

test('what is to be done and the higher bands are listed in order of time, the others are left, none is lost', () => {
  const bars = [bar(0), bar(1, { state: 'closed', band: 'critical' }), bar(2, { band: 'high' }), bar(3)];
  const { listed, left } = boundedList(bars, 2);
  assert.deepEqual(
    [listed, left].map((part) => part.map(({ change }) => change)),
    [
      ['c0', 'c2'],
      ['c1', 'c3'],
    ],
  );
  assert.deepEqual(boundedList(bars, Infinity), { listed: bars, left: [] });
});
