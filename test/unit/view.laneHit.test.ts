import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineBand, TimelineBar, TimelineView } from '../../shared/api/calendarCalls.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { edgeAt, findNode, markBox, nodeAt, nodeId } from '../../shared/view/laneHit.ts';
import { drawLane, guessedHeight, laneContents, orderOf, startsPerDay } from '../../shared/view/laneModel.ts';
import { stackLanes } from '../../shared/view/laneStack.ts';
import { firstNode, walked } from '../../shared/view/laneWalk.ts';

const bar = (change: string, start: number, end: number, lanes: readonly number[]): TimelineBar => ({
  change,
  title: change,
  band: 'low',
  state: 'scheduled',
  start: start * HOUR_MS,
  end: end * HOUR_MS,
  hits: 0,
  lanes,
  movable: true,
});
const freeze: TimelineBand = {
  window: 'close',
  title: 'Close',
  effect: 'freeze',
  start: 2 * HOUR_MS,
  end: 90 * HOUR_MS,
  proposed: false,
  lanes: [0],
};
const view: TimelineView = {
  lanes: ['a', 'b'].map((id) => ({ id, label: id, detail: '', zone: null })),
  bars: [bar('one', 10, 14, [0]), bar('two', 12, 20, [0, 1]), bar('three', 40, 44, [1])],
  bands: [freeze],
  density: [],
};
const msPerPx = HOUR_MS / 20;
const scale = { start: 0, msPerPx };
const contents = laneContents(view);
const measures = { msPerPx, cells: [], titlePx: () => 60 };
const drawings = contents.map((content) => drawLane(content, measures, 'plain'));
const visible = { start: 0, end: 50 * HOUR_MS };
const stack = stackLanes(
  drawings.map(({ height }) => height),
  new Set(),
);

test('every lane holds its changes and windows, in order', () => {
  assert.deepEqual(
    contents.map(({ count, items, bands }) => [count, items.map(({ key }) => key), bands.length]),
    [
      [2, ['one', 'two'], 1],
      [2, ['two', 'three'], 0],
    ],
  );
});

test('a point finds the bar it is on, the window behind where no bar is, and nothing beside both', () => {
  for (const mark of orderOf(drawings[0]!)) {
    const row = drawings[0]!.rows.findIndex((marks) => marks.includes(mark));
    const { x, y, width } = markBox(mark, row, drawings[0]!, scale);
    const found = nodeAt(0, drawings[0]!, scale, x + width / 2, y + 9);
    assert.equal(found && nodeId(found), `0|${mark.key}`);
    assert.deepEqual(findNode(`0|${mark.key}`, drawings), found);
  }
  assert.equal(nodeAt(0, drawings[0]!, scale, 60 * 20, 30)?.kind, 'band');
  assert.equal(nodeAt(0, drawings[0]!, scale, 20, 30), null);
  assert.equal(nodeAt(1, drawings[1]!, scale, 20, 30), null);
});

test('a bar is taken by its edges, except where it is too narrow to tell them apart', () => {
  const [mark] = drawings[0]!.rows[0]!;
  assert.ok(mark);
  assert.equal(edgeAt(mark, scale, 10 * 20 + 1), 'start');
  assert.equal(edgeAt(mark, scale, 14 * 20 - 1), 'end');
  assert.equal(edgeAt(mark, scale, 12 * 20), null);
  assert.equal(edgeAt(mark, { start: 0, msPerPx: HOUR_MS }, 14), null);
});

test('arrows walk a lane in time, from its changes up to its window, and on to the next lane', () => {
  const first = firstNode(stack, drawings, visible);
  assert.ok(first);
  assert.equal(nodeId(first), '0|one');
  const go = (from: typeof first, arrow: Parameters<typeof walked>[1]) => {
    const to = walked(from, arrow, stack, drawings, visible);
    return to && nodeId(to);
  };
  assert.equal(go(first, 'ArrowRight'), '0|two');
  assert.equal(go(first, 'ArrowLeft'), null);
  const up = walked(first, 'ArrowUp', stack, drawings, visible);
  assert.equal(up?.kind, 'band');
  assert.equal(go(up, 'ArrowDown'), '0|one');
  assert.equal(go(up, 'ArrowUp'), null);
  assert.equal(go(first, 'ArrowDown'), '1|two');
});

test('a full lane counts nothing away, a folded one has one row, a guess needs no layout', () => {
  const many: TimelineView = {
    ...view,
    bars: Array.from({ length: 400 }, (_, n) => bar(`c${String(n)}`, n / 8, n / 8 + 6, [0])),
  };
  const [content] = laneContents(many);
  assert.ok(content);
  const plain = drawLane(content, measures, 'plain');
  const full = drawLane(content, measures, 'full');
  const folded = drawLane(content, measures, 'folded');
  assert.equal(plain.isCounted, true);
  assert.equal(full.isCounted, false);
  assert.equal(full.rows.flat().length, 400);
  assert.equal(folded.rows.length, 1);
  for (const drawing of [plain, full, folded]) {
    assert.equal(new Set(orderOf(drawing).flatMap(({ members }) => members.map(({ key }) => key))).size, 400);
  }
  assert.ok(guessedHeight(content, 'plain') > guessedHeight(content, 'folded'));
  const counts = startsPerDay(many.bars, { start: 0, end: 48 * HOUR_MS });
  assert.deepEqual(counts, [192, 192]);
});
