import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hitParts, layoutBands, type BandItem } from '../../shared/view/laneBands.ts';
import { countBands, gather, type LaneItem } from '../../shared/view/laneClusters.ts';
import { drawnPx, layoutLane } from '../../shared/view/laneLayout.ts';
import { byStart, packRows, visibleItems } from '../../shared/view/laneRows.ts';
import { emptyLanes, hidesEmpty, laneAtY, stackHeight, stackLanes, visibleLanes } from '../../shared/view/laneStack.ts';

const item = (key: string, start: number, end: number): LaneItem => ({ key, start, end, band: 'low', hits: 0 });

const footprint = (bar: LaneItem, least: number) => ({ ...bar, until: Math.max(bar.end, bar.start + least) });

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
  const rows = packRows([item('a', 0, 10), item('b', 5, 15), item('c', 10, 20)].map((bar) => footprint(bar, 0)));
  assert.deepEqual(
    rows.map((row) => row.map(({ key }) => key)),
    [['a', 'c'], ['b']],
  );
});

test('a bar shorter than its shape still keeps its neighbour at a distance', () => {
  assert.equal(packRows([item('a', 0, 1), item('b', 2, 3)].map((bar) => footprint(bar, 5))).length, 2);
});

test('no row holds two bars that overlap and no bar is lost, over 3,000 random bars', () => {
  const items = randomItems(3_000, 7).map((bar) => footprint(bar, 12));
  const rows = packRows(items);
  assert.equal(rows.flat().length, items.length);
  for (const row of rows) {
    for (const [index, bar] of row.entries()) assert.ok(index === 0 || (row[index - 1]?.until ?? 0) <= bar.start);
  }
});

test('what no row has room for is left together in one more row', () => {
  const items = [item('a', 0, 10), item('b', 5, 15), item('c', 7, 9), item('d', 8, 12), item('e', 10, 20)];
  const rows = packRows(
    items.map((bar) => footprint(bar, 0)),
    2,
  );
  assert.deepEqual(
    rows.map((row) => row.map(({ key }) => key).join('')),
    ['ae', 'b', 'cd'],
  );
});

test('the binary search shows exactly the bars that a scan shows', () => {
  for (const row of packRows(randomItems(2_000, 11).map((bar) => footprint(bar, 12)))) {
    for (let start = -200; start < 10_400; start += 370) {
      const scanned = row.filter((bar) => bar.until > start && bar.start < start + 500);
      assert.deepEqual(visibleItems(row, start, start + 500), scanned);
    }
  }
});

test('short bars of one cell become one counted mark, and a lone one stays itself', () => {
  const marks = gather([item('a', 1, 2), item('b', 3, 4), item('c', 12, 13)], [0, 10, 20], 5);
  assert.deepEqual(
    marks.map(({ start, end, members }) => [start, end, members.length]),
    [
      [0, 10, 2],
      [12, 13, 1],
    ],
  );
});

test('at every zoom each bar is drawn once, in few rows, and no mark or title lies on another', () => {
  const items = randomItems(1_500, 3);
  const cells = Array.from({ length: 45 }, (_, index) => index * 250);
  for (const msPerPx of [0.1, 1, 4, 20, 90]) {
    for (const mostRows of [1, 4, 6]) {
      const rows = layoutLane(items, { msPerPx, cells, mostRows, titlePx: () => 120 });
      assert.ok(rows.length <= mostRows);
      const keys = rows.flat().flatMap(({ members }) => members.map(({ key }) => key));
      assert.deepEqual(keys.toSorted(), items.map(({ key }) => key).toSorted());
      for (const row of rows) {
        for (const [index, mark] of row.entries()) {
          const before = row[index - 1];
          if (before === undefined) continue;
          const beforeEnds = before.start + (drawnPx(before, msPerPx) + before.roomPx) * msPerPx;
          assert.ok(beforeEnds <= mark.start + 1e-6, `${String(msPerPx)} ms/px, ${String(mostRows)} rows`);
        }
      }
    }
  }
});

test('titles stand beside their bars where few bars are, and have room', () => {
  const [row] = layoutLane([item('a', 0, 10), item('b', 300, 310)], {
    msPerPx: 1,
    cells: [],
    mostRows: 6,
    titlePx: () => 120,
  });
  assert.ok((row?.[0]?.roomPx ?? 0) >= 120);
});

test('a mark counts its changes by band', () => {
  assert.deepEqual(countBands([item('a', 1, 2), { ...item('b', 2, 3), band: 'critical' }]), {
    low: 1,
    moderate: 0,
    high: 0,
    critical: 1,
  });
});

const band = (window: string, start: number, end: number): BandItem => ({
  window,
  title: window,
  effect: 'freeze',
  proposed: false,
  start,
  end,
});

test('nightly occurrences melt into one band when the zoom cannot part them, and say how many they are', () => {
  const nights = Array.from({ length: 30 }, (_, night) => band('edi', night * 100, night * 100 + 10));
  assert.equal(layoutBands(nights, 1).bands.length, 30);
  const [melted, ...none] = layoutBands(nights, 50).bands;
  assert.equal(none.length, 0);
  assert.equal(melted?.times, 30);
  assert.equal(melted.end, 2_910);
});

test('titles of overlapping windows stand in rows of their own', () => {
  const { bands, titleRows } = layoutBands([band('a', 0, 500), band('b', 100, 400), band('c', 500, 520)], 1);
  assert.equal(titleRows, 2);
  assert.deepEqual(
    bands.map(({ titleRow }) => titleRow),
    [0, 1, null],
  );
});

test('a hit is drawn where the work lies inside the freeze, and a proposal hits nothing', () => {
  assert.deepEqual(hitParts({ start: 5, end: 20 }, [band('a', 10, 30)]), [{ start: 10, end: 20 }]);
  assert.deepEqual(hitParts({ start: 5, end: 20 }, [{ ...band('a', 10, 30), proposed: true }]), []);
  assert.deepEqual(hitParts({ start: 5, end: 10 }, [band('a', 10, 30)]), []);
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

test('a window on several clocks is one band where its occurrences overlap', () => {
  const { bands } = layoutBands([band('weekend', 0, 300), band('weekend', 60, 360), band('weekend', 500, 800)], 1);
  assert.deepEqual(
    bands.map(({ start, end, times }) => [start, end, times]),
    [
      [0, 360, 1],
      [500, 800, 1],
    ],
  );
});

test('lanes without a change take no room, the others keep their order, and a pinned one stays', () => {
  const counts = [0, 2, 0, 1, 0];
  const hidden = emptyLanes(counts, new Set([4]));
  assert.deepEqual([...hidden], [0, 2]);
  const stack = stackLanes([10, 20, 30, 40, 50], new Set([4]), hidden);
  assert.deepEqual(
    stack.map(({ index, top }) => [index, top]),
    [
      [4, 0],
      [1, 50],
      [3, 70],
    ],
  );
});

test('where no lane holds a change none is hidden', () => {
  assert.equal(emptyLanes([0, 0, 0], new Set()).size, 0);
});

test('more than 40 lanes leave out the empty ones until the reader says otherwise', () => {
  assert.deepEqual([hidesEmpty(null, 40), hidesEmpty(null, 41)], [false, true]);
  assert.deepEqual([hidesEmpty('all', 300), hidesEmpty('filled', 3)], [false, true]);
});

test('a pile that runs on over many cells is counted by the cell its changes begin in, and loses none', () => {
  const items = Array.from({ length: 400 }, (_, n) => item(`c${String(n)}`, n * 10, n * 10 + 900)).toSorted(byStart);
  const cells = Array.from({ length: 50 }, (_, n) => n * 100);
  const rows = layoutLane(items, { msPerPx: 1, cells, mostRows: 3, titlePx: () => 40 });
  assert.equal(rows.flat().flatMap(({ members }) => members).length, 400);
  const counted = rows[2]!.filter(({ members }) => members.length > 1);
  assert.ok(counted.length > 30);
  for (const [index, mark] of rows[2]!.entries()) {
    assert.ok(index === 0 || rows[2]![index - 1]!.end <= mark.start);
    assert.ok(mark.end - mark.start >= 32);
  }
});
