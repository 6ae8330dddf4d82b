import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MonthView, TimelineBand, TimelineBar, TimelineView } from '../../shared/api/calendarCalls.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { monthWith, timelineWith } from '../../shared/view/shownEffects.ts';
import { weekDays } from '../../shared/view/weekDays.ts';
import { drawWeek } from '../../shared/view/weekModel.ts';
import { nodeBeside, weekNodes } from '../../shared/view/weekNodes.ts';

const days = weekDays('2026-11-16', 'Europe/Paris');
const room = { columns: 2, columnsCounted: 2, leastMs: HOUR_MS / 2, windowRows: 2, workRows: 1 };
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
  const drawn = drawWeek(viewOf([], [band('night', [1, 22], 4)]), days, 'Europe/Paris', room);
  assert.deepEqual(
    drawn.windows.map((placed) => [placed.band.from, placed.band.to]),
    [[1, 2]],
  );
  const grounds = drawn.days.map(({ grounds: behind }) => behind.map(({ start, end }) => (end - start) / HOUR_MS));
  assert.deepEqual(grounds, [[], [2], [2], [], [], [], []]);
});

test('windows of one effect that touch are one hatch, and each is told in the strip', () => {
  const bands = [band('a', [0, 6], 4), band('b', [0, 9], 4), band('c', [0, 9], 1, { effect: 'peak' })];
  const [monday] = drawWeek(viewOf([], bands), days, 'Europe/Paris', room).days;
  assert.deepEqual(
    monday!.grounds.map(({ effect, start, end }) => [effect, (end - start) / HOUR_MS]),
    [
      ['freeze', 7],
      ['peak', 1],
    ],
  );
  assert.equal(monday!.windows.length, 3);
});

test('a window that runs at the same hours day after day is one entry; another hour, or a day between, begins another', () => {
  const nights = [-1, 0, 1, 2].map((day) => band('night', [0, 22 + 24 * day], 4));
  const later = band('night', [3, 23], 4);
  const apart = [0, 2].map((day) => band('lunch', [day, 12], 1));
  const { windows, days: drawn } = drawWeek(viewOf([], [...nights, later, ...apart]), days, 'Europe/Paris', room);
  assert.deepEqual(
    windows.map(({ item, band: { from, to } }) => [item.window, item.runs.length, from, to]),
    [
      ['night', 4, 0, 3],
      ['lunch', 1, 0, 1],
      ['lunch', 1, 2, 3],
      ['night', 1, 3, 4],
    ],
  );
  assert.equal(drawn[1]?.windows.length, 2, 'a day counts each of its runs');
});

test('what takes days keeps its row before what takes hours, whatever each of them is', () => {
  const daily = days.map((_, day) => band('nightly', [day, 1], 2));
  const bands = [...daily, band('two hours', [1, 5], 2), band('weekend', [4, 18], 62, { effect: 'soft-freeze' })];
  const { windows } = drawWeek(viewOf([], bands), days, 'Europe/Paris', room);
  assert.deepEqual(
    windows.map(({ item, band: { row } }) => [item.window, row]),
    [
      ['weekend', 0],
      ['nightly', 1],
      ['two hours', 0],
    ],
  );
});

test('a soft freeze is not drawn again where a freeze stands', () => {
  const bands = [band('close', [0, 10], 4), band('weekend', [0, 8], 10, { effect: 'soft-freeze' })];
  const [monday] = drawWeek(viewOf([], bands), days, 'Europe/Paris', room).days;
  assert.deepEqual(
    monday!.grounds.map(({ effect, start, end }) => [
      effect,
      ...[start, end].map((edge) => (edge - days[0]!.start) / HOUR_MS),
    ]),
    [
      ['freeze', 10, 14],
      ['soft-freeze', 8, 10],
      ['soft-freeze', 14, 18],
    ],
  );
});

test('a window on several sites’ clocks is one entry that says on how many', () => {
  const bands = [band('close', [2, 8], 30), band('close', [2, 9], 30, { lanes: [1] })];
  const { windows } = drawWeek(viewOf([], bands), days, 'Europe/Paris', room);
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
  const drawn = drawWeek(viewOf(long), days, 'Europe/Paris', room);
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
  const drawn = drawWeek(viewOf(bars, bands), days, 'Europe/Paris', room);
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
    'Europe/Paris',
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
