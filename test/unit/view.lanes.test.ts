import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldRows, gather, type LaneItem } from '../../shared/view/laneClusters.ts';
import { byStart, packRows, visibleItems } from '../../shared/view/laneRows.ts';
import { laneAtY, stackHeight, stackLanes, visibleLanes } from '../../shared/view/laneStack.ts';

const item = (key: string, start: number, end: number): LaneItem => ({ key, start, end, band: 'low', hits: 0 });

/** Numerical Recipes' generator: the same numbers on every machine. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function randomItems(count: number, seed: number): LaneItem[] {
  const next = dice(seed);
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor(next() * 10_000);
    return item(`c${String(index)}`, start, start + 1 + Math.floor(next() * 300));
  }).toSorted(byStart);
}

test('bars that overlap go to different rows, and bars that only touch share one', () => {
  const rows = packRows([item('a', 0, 10), item('b', 5, 15), item('c', 10, 20)], 0);
  assert.deepEqual(
    rows.map(({ items }) => items.map(({ key }) => key)),
    [['a', 'c'], ['b']],
  );
});

test('a bar shorter than its shape still keeps its neighbour at a distance', () => {
  assert.equal(packRows([item('a', 0, 1), item('b', 2, 3)], 5).length, 2);
});

test('no row holds two bars that overlap and no bar is lost, over 3,000 random bars', () => {
  const items = randomItems(3_000, 7);
  const rows = packRows(items, 12);
  assert.equal(rows.flatMap((row) => row.items).length, items.length);
  for (const { items: row } of rows) {
    for (const [index, bar] of row.entries()) {
      const before = row[index - 1];
      if (before !== undefined) assert.ok(Math.max(before.end, before.start + 12) <= bar.start);
    }
  }
});

test('the binary search shows exactly the bars that a scan shows', () => {
  const items = randomItems(2_000, 11);
  for (const { items: row } of packRows(items, 12)) {
    for (let start = -200; start < 10_400; start += 370) {
      const scanned = row.filter((bar) => Math.max(bar.end, bar.start + 12) > start && bar.start < start + 500);
      assert.deepEqual(visibleItems(row, start, start + 500, 12), scanned);
    }
  }
});

test('short bars of one cell become one counted mark, and a lone one stays itself', () => {
  const drawn = gather([item('a', 1, 2), item('b', 3, 4), item('c', 12, 13)], [0, 10, 20], 5);
  assert.equal(drawn.length, 2);
  const [first, second] = drawn;
  assert.ok(first && 'many' in first && first.many.members.length === 2);
  assert.ok(first.start === 0 && first.end === 10);
  assert.ok(second && 'one' in second && second.one.key === 'c');
});

test('gathering and folding lose nothing, at every length', () => {
  const items = randomItems(1_500, 3);
  const cells = Array.from({ length: 42 }, (_, index) => index * 250);
  for (const leastMs of [0, 40, 150, 1_000]) {
    const rows = foldRows(packRows(gather(items, cells, leastMs), leastMs), 4);
    assert.ok(rows.length <= 4);
    const keys = rows
      .flat()
      .flatMap((drawn) => ('one' in drawn ? [drawn.one.key] : drawn.many.members.map((m) => m.key)));
    assert.deepEqual(keys.toSorted(), items.map(({ key }) => key).toSorted());
  }
});

test('folded piles do not overlap each other', () => {
  const [row] = foldRows(packRows(gather(randomItems(500, 5), [], 0), 0), 1);
  assert.ok(row);
  for (const [index, drawn] of row.entries()) assert.ok(index === 0 || (row[index - 1]?.end ?? 0) <= drawn.start);
});

test('a mark counts its changes by band and those that meet something', () => {
  const hit = { ...item('b', 2, 3), band: 'critical' as const, hits: 4 };
  const [mark] = gather([item('a', 1, 2), hit], [0, 10], 5);
  assert.ok(mark && 'many' in mark);
  assert.deepEqual(mark.many.byBand, { low: 1, moderate: 0, high: 0, critical: 1 });
  assert.equal(mark.many.hits, 1);
});

test('pinned lanes stand first and the rest keep their order', () => {
  const stack = stackLanes([10, 20, 30], new Set([2]));
  assert.deepEqual(
    stack.map(({ index, top }) => [index, top]),
    [
      [2, 0],
      [0, 30],
      [1, 40],
    ],
  );
  assert.equal(stackHeight(stack), 60);
});

test('only lanes that the pixels show are drawn, and a pixel finds its lane', () => {
  const stack = stackLanes([10, 20, 30], new Set());
  assert.deepEqual(
    visibleLanes(stack, 10, 30).map(({ index }) => index),
    [1],
  );
  assert.equal(laneAtY(stack, 29)?.index, 1);
  assert.equal(laneAtY(stack, 60), null);
});
