import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MonthView, TimelineBand, TimelineBar, TimelineView } from '../../shared/api/calendarCalls.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { monthWith, timelineWith } from '../../shared/view/shownEffects.ts';
import { weekDays } from '../../shared/view/weekDays.ts';
import { drawWeek } from '../../shared/view/weekModel.ts';
import { nodeBeside, weekNodes } from '../../shared/view/weekNodes.ts';

const days = weekDays('2026-11-16', 'Europe/Paris');
const room = { columns: 2, leastMs: HOUR_MS / 2, windowRows: 2, workRows: 1 };
const at = (day: number, hour: number) => days[day]!.start + hour * HOUR_MS;
const bar = (change: string, from: readonly [number, number], hours: number, other: Partial<TimelineBar> = {}) => ({
  change,
  title: change,
  band: 'low' as const,
  state: 'scheduled' as const,
  start: at(...from),
  end: at(...from) + hours * HOUR_MS,
  hits: 0,
  lanes: [0],
  movable: true,
  ...other,
});
const band = (window: string, from: readonly [number, number], hours: number, other: Partial<TimelineBand> = {}) => ({
  window,
  title: window,
  effect: 'freeze' as const,
  start: at(...from),
  end: at(...from) + hours * HOUR_MS,
  proposed: false,
  lanes: [0],
  ...other,
});
const viewOf = (bars: readonly TimelineBar[], bands: readonly TimelineBand[] = []): TimelineView => ({
  lanes: [
    { id: 'lyon', label: 'Lyon', detail: '', zone: 'Europe/Paris' },
    { id: 'leeds', label: 'Leeds', detail: '', zone: 'Europe/London' },
  ],
  bars,
  bands,
  density: [],
});

test('a window of hours takes the day it begins on in the strip, and its own hours behind the work', () => {
  const drawn = drawWeek(viewOf([], [band('night', [1, 22], 4)]), days, room);
  assert.deepEqual(
    drawn.windows.map((placed) => [placed.band.from, placed.band.to]),
    [[1, 2]],
  );
  const grounds = drawn.days.map(({ grounds: behind }) => behind.map(({ start, end }) => (end - start) / HOUR_MS));
  assert.deepEqual(grounds, [[], [2], [2], [], [], [], []]);
});

test('windows of one effect that touch are one hatch, and each is told in the strip', () => {
  const bands = [band('a', [0, 6], 4), band('b', [0, 9], 4), band('c', [0, 9], 1, { effect: 'peak' })];
  const [monday] = drawWeek(viewOf([], bands), days, room).days;
  assert.deepEqual(
    monday!.grounds.map(({ effect, start, end }) => [effect, (end - start) / HOUR_MS]),
    [
      ['freeze', 7],
      ['peak', 1],
    ],
  );
  assert.equal(monday!.windows.length, 3);
});

test('a window on several sites’ clocks is one entry that says on how many', () => {
  const bands = [band('close', [2, 8], 30), band('close', [2, 9], 30, { lanes: [1] })];
  const { windows } = drawWeek(viewOf([], bands), days, room);
  assert.deepEqual(
    windows.map(({ item }) => [item.window, item.sites]),
    [['close', 2]],
  );
});

test('what the strip has no rows for is counted on each of its days, what is to be done stays before what is over', () => {
  const long = [
    bar('over', [0, 0], 60, { state: 'closed', band: 'critical' }),
    bar('low', [0, 0], 60),
    bar('high', [0, 0], 60, { band: 'high' }),
  ];
  const drawn = drawWeek(viewOf(long), days, room);
  assert.deepEqual(
    drawn.work.map(({ item }) => item.change),
    ['high'],
  );
  assert.deepEqual(
    drawn.days.map(({ hiddenWork }) => hiddenWork.map(({ change }) => change)),
    [['low', 'over'], ['low', 'over'], ['low', 'over'], [], [], [], []],
  );
  assert.equal(drawn.days[2]?.total, 3);
});

test('every change can be reached: by itself, or in the list behind a count', () => {
  const bars = Array.from({ length: 300 }, (_, index) =>
    bar(`c${String(index)}`, [index % 7, (index * 5) % 24], 1 + (index % 40)),
  );
  const bands = Array.from({ length: 12 }, (_, index) => band(`w${String(index)}`, [index % 7, 3], 5 + index * 4));
  const drawn = drawWeek(viewOf(bars, bands), days, room);
  const nodes = weekNodes(drawn, false);
  const reached = new Set(
    nodes.flatMap((node) =>
      node.kind === 'change' ? [node.bar.change] : node.kind === 'rest' ? node.bars.map(({ change }) => change) : [],
    ),
  );
  assert.equal(reached.size, bars.length);
  assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length, 'every id names one thing');
  assert.deepEqual(
    nodes.map(({ day }) => day),
    nodes.map(({ day }) => day).toSorted((a, b) => a - b),
    'day by day',
  );
});

test('beside a change is the nearest by time of day on the next day that has one; beside a day its neighbour', () => {
  const drawn = drawWeek(
    viewOf([bar('mon', [0, 10], 1), bar('early', [2, 2], 1), bar('noon', [2, 12], 1)]),
    days,
    room,
  );
  const nodes = weekNodes(drawn, false);
  const find = (id: string) => nodes.find((node) => node.id === id)!;
  assert.equal(nodeBeside(nodes, find('mon'), 1)?.id, 'noon');
  assert.equal(nodeBeside(nodes, find('early'), -1)?.id, 'mon');
  assert.equal(nodeBeside(nodes, find('noon'), 1), undefined);
  assert.equal(nodeBeside(nodes, find('d:0'), 1)?.id, 'd:1');
  assert.equal(nodeBeside(nodes, find('d:0'), -1), undefined);
});

const names = (view: TimelineView) => view.bands.map(({ window }) => window);

test('windows are narrowed by effect and by lane, and the days of a month point at those that are left', () => {
  const view = viewOf([], [band('a', [0, 1], 2), band('b', [0, 1], 2, { effect: 'peak', lanes: [1] })]);
  assert.deepEqual(names(timelineWith(view, [])), ['a', 'b']);
  assert.deepEqual(names(timelineWith(view, ['peak'])), ['b']);
  assert.deepEqual(names(timelineWith(view, [], ['lyon'])), ['a']);
  const spans = ['freeze', 'peak', 'freeze'].map((effect, index) => ({ effect, window: String(index) }));
  const month = { days: [{ spans: [0, 1] }, { spans: [1, 2] }], spans } as unknown as MonthView;
  const narrowed = monthWith(month, ['peak']);
  assert.deepEqual(
    narrowed.days.map((day) => day.spans.map((index) => narrowed.spans[index]?.window)),
    [['1'], ['1']],
  );
});
