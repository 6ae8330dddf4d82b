import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, HOUR_MS, toMs } from '../../shared/time/instant.ts';
import { clipTitle, textWidth } from '../../shared/view/clipTitle.ts';
import { loadPeriod } from '../../shared/view/loadPeriod.ts';
import { placeDays } from '../../shared/view/placeDays.ts';
import { headingStep, rulerTicks, tickStep } from '../../shared/view/rulerTicks.ts';
import { spanTime } from '../../shared/view/spanTime.ts';
import { nearestZoom, scaleOf, timeAtX, xOf, zoomAround, zooms } from '../../shared/view/timeScale.ts';

const noon = toMs('2026-11-27T12:00:00Z');
const period = (start: string, end: string) => ({ start: toMs(start), end: toMs(end) });

test('zooming keeps the moment under the pointer where it is', () => {
  let scale = scaleOf('week', noon, 1_000);
  const under = timeAtX(scale, 730);
  for (const factor of [0.8, 0.8, 1.25, 3, 0.1]) {
    scale = zoomAround(scale, 730, factor, 1_000);
    assert.ok(Math.abs(xOf(scale, under) - 730) < 0.01);
  }
});

test('zooming ends at an hour and at two years', () => {
  const scale = scaleOf('week', noon, 1_000);
  assert.equal(zoomAround(scale, 0, 1e-9, 1_000).msPerPx, HOUR_MS / 1_000);
  assert.equal(zoomAround(scale, 0, 1e9, 1_000).msPerPx, (732 * DAY_MS) / 1_000);
});

test('each named zoom is the nearest to itself at any width', () => {
  for (const zoom of zooms)
    for (const width of [600, 1_100, 2_400]) assert.equal(nearestZoom(scaleOf(zoom, noon, width), width), zoom);
});

test('ticks never stand closer than asked', () => {
  for (const zoom of zooms) {
    const { msPerPx } = scaleOf(zoom, noon, 1_100);
    const step = tickStep(msPerPx, 44);
    const ticks = rulerTicks({ start: noon - 20 * DAY_MS, end: noon }, step, 'UTC').map(({ at }) => at);
    for (const [index, at] of ticks.entries()) {
      const before = ticks[index - 1];
      if (before !== undefined) assert.ok((at - before) / msPerPx >= 40, `${zoom} ${String(step.count)} ${step.unit}`);
    }
  }
});

test('hour ticks on the spring night of Paris miss the hour that the clock skips', () => {
  const night = { start: toMs('2027-03-27T23:00:00Z'), end: toMs('2027-03-28T03:00:00Z') };
  const walls = rulerTicks(night, { unit: 'minute', count: 60 }, 'Europe/Paris').map(({ wall }) => wall.slice(11));
  assert.deepEqual(
    walls.filter((wall) => wall !== '02:00'),
    ['00:00', '01:00', '03:00', '04:00'],
  );
});

test('day ticks are midnights of the place on both sides of a clock change', () => {
  const days = rulerTicks(
    { start: toMs('2026-10-24T12:00:00Z'), end: toMs('2026-10-26T12:00:00Z') },
    { unit: 'day', count: 1 },
    'Europe/Paris',
  );
  assert.deepEqual(
    days.map(({ at }) => new Date(at).toISOString()),
    ['2026-10-23T22:00:00.000Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  );
});

test('week ticks are Mondays and quarter ticks begin quarters', () => {
  const year = { start: toMs('2026-01-15T00:00:00Z'), end: toMs('2026-12-31T00:00:00Z') };
  for (const { at } of rulerTicks(year, { unit: 'week', count: 1 }, 'UTC')) assert.equal(new Date(at).getUTCDay(), 1);
  assert.deepEqual(
    rulerTicks(year, { unit: 'month', count: 3 }, 'UTC').map(({ wall }) => wall.slice(0, 7)),
    ['2026-01', '2026-04', '2026-07', '2026-10'],
  );
});

test('the upper row of the ruler names what the lower one counts in', () => {
  assert.deepEqual(headingStep({ unit: 'minute', count: 15 }), { unit: 'day', count: 1 });
  assert.deepEqual(headingStep({ unit: 'day', count: 1 }), { unit: 'month', count: 1 });
  assert.deepEqual(headingStep({ unit: 'month', count: 1 }), { unit: 'month', count: 12 });
});

test('scrolling inside a quarter asks for the same period again', () => {
  const first = loadPeriod({ start: toMs('2026-11-02T00:00:00Z'), end: toMs('2026-11-09T00:00:00Z') });
  assert.deepEqual(first, loadPeriod({ start: toMs('2026-12-02T00:00:00Z'), end: toMs('2026-12-09T00:00:00Z') }));
  assert.deepEqual(first, { start: toMs('2026-07-01T00:00:00Z'), end: toMs('2027-04-01T00:00:00Z') });
});

test('a title that fits is whole, and one that does not ends in an ellipsis and fits', () => {
  assert.equal(clipTitle('Short', 200), 'Short');
  const long = 'Replace the carrier label connector of every northern warehouse'.repeat(3);
  for (const px of [60, 100, 240]) {
    const clipped = clipTitle(long, px);
    assert.ok(clipped.endsWith('…') && textWidth(clipped) <= px + 9);
  }
  assert.equal(clipTitle(long, 12), '');
});

test('days in view say the year once, and both where they differ', () => {
  assert.equal(
    placeDays(period('2026-11-27T00:00:00Z', '2026-12-03T00:00:00Z'), 'UTC'),
    'Fri 27 Nov to Thu 3 Dec 2026',
  );
  assert.equal(
    placeDays(period('2013-05-16T00:00:00Z', '2014-05-17T00:00:00Z'), 'UTC'),
    'Thu 16 May 2013 to Sat 17 May 2014',
  );
});

const said = (start: string, end: string) => spanTime(period(start, end), 'UTC', noon);

test('a span says its day once, and its year where it is not the present one', () => {
  assert.equal(said('2026-11-27T18:00:00Z', '2026-11-27T20:00:00Z'), 'Fri 27 Nov, 18:00–20:00');
  assert.equal(said('2026-11-27T18:00:00Z', '2026-11-28T02:00:00Z'), 'Fri 27 Nov, 18:00–Sat 28 Nov, 02:00');
  assert.equal(said('2013-11-15T18:00:00Z', '2013-11-15T20:00:00Z'), 'Fri 15 Nov 2013, 18:00–20:00');
  assert.equal(said('2013-11-15T18:00:00Z', '2013-11-16T02:00:00Z'), 'Fri 15 Nov, 18:00–Sat 16 Nov 2013, 02:00');
  assert.equal(said('2026-12-31T18:00:00Z', '2027-01-01T02:00:00Z'), 'Thu 31 Dec 2026, 18:00–Fri 1 Jan 2027, 02:00');
});
