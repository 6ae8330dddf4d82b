import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import { toWall, wallMs } from '../../shared/time/wall.ts';
import { wallAt } from '../../shared/time/zone.ts';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import { pairEnds } from '../../shared/window/pairEnds.ts';
import { at, aWindow, lasting, once, sixZones, until } from '../support/windowBuild.ts';
import { rounds, seed } from '../support/seed.ts';

const runs = { seed, numRuns: rounds(200, 10_000) };
/** Every clock change of 2026 in the six zones lies within one of these days. */
const nights = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '2026-06-15'];

const zone = fc.constantFrom(...sixZones);
const minute = fc.integer({ min: -36 * 60, max: 36 * 60 });
const length = fc.integer({ min: 1, max: 40 * 60 });
const night = fc.constantFrom(...nights).map((day) => at(`${day}T02:00`));
const text = fc
  .record({ night, minute, length })
  .map((given) => ({ start: given.night + given.minute * MINUTE_MS, minutes: given.length }))
  .map(({ start, minutes }) => ({ start, end: start + minutes * MINUTE_MS, minutes }));

const forms: readonly ((walls: { start: Ms; end: Ms; minutes: number }) => Schedule)[] = [
  ({ start, end }) => once(toWall(start), toWall(end)),
  ({ start, minutes }) =>
    lasting(toWall(start - 30 * DAY_MS), 'FREQ=DAILY', `PT${Math.floor(minutes / 60)}H${minutes % 60}M`),
  ({ start, end }) => until(toWall(start), 'FREQ=WEEKLY', toWall(end), 'FREQ=WEEKLY'),
];
const form = fc.constantFrom(...forms);

/** Quarters of hours around the text, and the minutes next to its ends: where a reading could slip. */
function* moments(start: Ms, end: Ms): Iterable<Ms> {
  for (let moment = start - 30 * HOUR_MS; moment < end + 30 * HOUR_MS; moment += 15 * MINUTE_MS) yield moment;
  for (const edge of [start, end])
    for (let hour = -27; hour <= 27; hour += 0.5)
      for (const by of [-1, 0, 1]) yield edge + hour * HOUR_MS + by * MINUTE_MS;
}

function heldAt(window: WindowBody, period: { start: Ms; end: Ms }): (moment: Ms) => boolean {
  const spans = expandWindow(window, new Map(), { start: period.start - 4 * DAY_MS, end: period.end + 4 * DAY_MS });
  return (moment) => spans.some((span) => span.start <= moment && moment < span.end);
}

test('no moment whose clock shows the text of a freeze is open', () => {
  fc.assert(
    fc.property(zone, text, form, fc.constantFrom('freeze', 'soft-freeze', 'peak'), (where, walls, make, effect) => {
      const held = heldAt(aWindow({ zone: where, effect, schedule: make(walls) }), walls);
      for (const moment of moments(walls.start, walls.end)) {
        const shown = wallMs(wallAt(moment, where));
        if (shown >= walls.start && shown < walls.end) assert.ok(held(moment), `${where} ${wallAt(moment, where)}`);
      }
    }),
    runs,
  );
});

test('maintenance is open at no moment whose clock shows another time than its text', () => {
  fc.assert(
    fc.property(zone, text, (where, walls) => {
      const held = heldAt(
        aWindow({ zone: where, effect: 'maintenance', schedule: once(toWall(walls.start), toWall(walls.end)) }),
        walls,
      );
      for (const moment of moments(walls.start, walls.end)) {
        if (!held(moment)) continue;
        const shown = wallMs(wallAt(moment, where));
        assert.ok(shown >= walls.start && shown < walls.end, `${where} ${wallAt(moment, where)}`);
      }
    }),
    runs,
  );
});

test('the narrow reading lies inside the wide one, and they agree where no clock changes', () => {
  fc.assert(
    fc.property(zone, text, (where, walls) => {
      const schedule = once(toWall(walls.start), toWall(walls.end));
      const period = { start: walls.start - 2 * DAY_MS, end: walls.end + 2 * DAY_MS };
      const [wide] = expandWindow(aWindow({ zone: where, schedule }), new Map(), period);
      const [narrow] = expandWindow(aWindow({ zone: where, schedule, effect: 'maintenance' }), new Map(), period);
      assert.ok(wide, 'a freeze never vanishes');
      if (narrow) assert.ok(wide.start <= narrow.start && narrow.end <= wide.end);
      if (!wide.clockChange && !narrow?.clockChange && wide.endWall === toWall(walls.end))
        assert.deepEqual([narrow?.start, narrow?.end], [wide.start, wide.end]);
    }),
    runs,
  );
});

const ascending = fc
  .array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 30 })
  .map((days) => [...new Set(days)].toSorted((a, b) => a - b).map((day) => day * DAY_MS));

test('each start lies in one span, and each span ends at the first end after its start', () => {
  fc.assert(
    fc.property(ascending, ascending, (starts, ends) => {
      const spans = pairEnds(starts, ends, false);
      for (const { start, end } of spans)
        assert.equal(
          end,
          ends.find((each) => each > start),
        );
      for (const start of starts) {
        const end = ends.find((each) => each > start);
        if (end === undefined || end - start > 400 * DAY_MS) continue;
        assert.equal(spans.filter((span) => span.start <= start && start < span.end).length, 1);
      }
    }),
    runs,
  );
});

test('asking for a part of the time gives the same spans as asking for all of it', () => {
  const schedule = until(
    '2024-01-01T00:00',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '2024-01-01T23:59',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5',
  );
  const window = aWindow({ schedule });
  const all = expandWindow(window, new Map(), { start: at('2024-01-01T00:00'), end: at('2028-01-01T00:00') });
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 1_300 }), fc.integer({ min: 1, max: 90 }), (day, days) => {
      const start = at('2024-01-01T00:00') + day * DAY_MS;
      const end = start + days * DAY_MS;
      const part = expandWindow(window, new Map(), { start, end });
      assert.deepEqual(
        part,
        all.filter((span) => span.start < end && start < span.end),
      );
    }),
    { ...runs, numRuns: rounds(60, 3_000) },
  );
});
