import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bands } from '../../shared/record/words.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { isOver } from '../../shared/view/isOver.ts';
import { openTestDesk } from '../support/desk.ts';

test('a month counts each change that touches it once, however many days it runs', async (t) => {
  const desk = await openTestDesk(t);
  const month = toInstant(desk.now()).slice(0, 7);
  const { days, total } = await desk.ask('calendar.month', { month, zone: 'UTC', filter: {} });
  const own = days.filter(({ day }) => day.startsWith(month));
  const [start, end] = [own[0]!.start, own.at(-1)!.end];
  const { bars } = await desk.ask('calendar.timeline', { start, end, by: 'site', filter: {} });
  assert.equal(total, bars.length);
  assert.ok(total > 0);
});

test('within a band, a day lists what begins on it before what has been running', async (t) => {
  const desk = await openTestDesk(t);
  const month = toInstant(desk.now()).slice(0, 7);
  const { days } = await desk.ask('calendar.month', { month, zone: 'UTC', filter: {} });
  for (const { start, first, byBand, openByBand } of days) {
    const rank = first.map((row) => [-bands.indexOf(row.band), Number(row.start! < start), row.start!] as const);
    const sorted = rank.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    assert.deepEqual(rank, sorted);
    for (const band of bands) {
      assert.ok(openByBand[band] <= byBand[band]);
      const open = first.filter((row) => row.band === band && !isOver(row.state)).length;
      assert.ok(open <= openByBand[band]);
    }
  }
});

const key = (span: { window: string; start: number; end: number }) =>
  `${span.window} ${String(span.start)} ${String(span.end)}`;

test('a month narrowed to sites shows the windows that lie there, as the lanes of the same sites do', async (t) => {
  const desk = await openTestDesk(t);
  const month = toInstant(desk.now()).slice(0, 7);
  const whole = await desk.ask('calendar.month', { month, zone: 'UTC', filter: {} });
  const [start, end] = [whole.days[0]!.start, whole.days.at(-1)!.end];
  const { lanes, bands: laid } = await desk.ask('calendar.timeline', { start, end, by: 'site', filter: {} });
  let narrower = 0;
  for (const [lane, { id, zone }] of lanes.entries()) {
    if (zone === null) continue;
    const { spans } = await desk.ask('calendar.month', { month, zone: 'UTC', filter: { sites: [id] } });
    const there = new Set(laid.filter((band) => band.lanes.includes(lane)).map(key));
    assert.deepEqual(new Set(spans.map(key)), there, id);
    if (spans.length < whole.spans.length) narrower += 1;
  }
  assert.ok(narrower > 0);
});
