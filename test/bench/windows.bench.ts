import assert from 'node:assert/strict';
import { RRuleTemporal } from 'rrule-temporal';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS, type Ms } from '../../shared/time/instant.ts';
import { momentOf } from '../../shared/time/zone.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { collisionsOf } from '../../shared/window/collisionsOf.ts';
import { durationMs } from '../../shared/window/duration.ts';
import { hitsOf } from '../../shared/window/hitsOf.ts';
import { sweepCollisions } from '../../shared/window/sweepCollisions.ts';
import { nextOpening } from '../../shared/window/timeObjections.ts';
import type { WindowContext } from '../../shared/window/windowContext.ts';
import { measure, ratio } from '../support/measure.ts';
import { aContext, aService, aSite, aWindow, aWork, at, lasting, sixZones } from '../support/windowBuild.ts';

/** Mulberry32: the same board in every run. */
function createDice(seed: number): <T>(all: readonly T[]) => T {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((twice ^ (twice >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (all) => all[Math.floor(roll() * all.length)]!;
}

const pick = createDice(20_261_127);
const rules = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;BYDAY=SU',
  'FREQ=MONTHLY;BYDAY=-1SA',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
  'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25',
];
const hours = Array.from({ length: 24 }, (_, hour) => `2025-01-01T${String(hour).padStart(2, '0')}:00`);
const sites = Array.from({ length: 24 }, (_, n) => aSite(`site-${n}`, sixZones[n % 6]!));
const services = Array.from({ length: 400 }, (_, n) =>
  aService(`service-${n}`, n < 20 ? [] : [`service-${Math.floor(n / 3)}`, `service-${n % 20}`]),
);
const topology = createTopology(services);
const windows: readonly WindowBody[] = Array.from({ length: 300 }, (_, n) =>
  aWindow({
    window: `window-${n}`,
    effect: pick(['freeze', 'soft-freeze', 'maintenance', 'peak']),
    zone: pick(sixZones),
    reach: pick(['direct', 'feeders']),
    scope: { everything: false, services: [pick(services).service, pick(services).service], sites: [pick(sites).site] },
    schedule: lasting(pick(hours), pick(rules), `PT${2 + (n % 9)}H`),
  }),
);
const span = Array.from({ length: 365 * 24 }, (_, n) => at('2026-01-01T00:00') + n * HOUR_MS);
const works = Array.from({ length: 20_000 }, (_, n) => {
  const start = pick(span);
  const touched = Array.from({ length: 1 + (n % 3) }, () => pick(services).service);
  const rest = { sites: [pick(sites).site], implementer: `person-${n % 300}`, end: start + (1 + (n % 5)) * HOUR_MS };
  return aWork({ change: `CHG-2026-${n}`, services: touched, start, ...rest });
});
const fresh = (): WindowContext => aContext(windows, { sites, topology });

const months = Array.from({ length: 24 }, (_, n) => ({
  start: Date.UTC(2026, n, 1),
  end: Date.UTC(2026, n + 1, 1),
}));
const all = { start: months[0]!.start, end: months.at(-1)!.end };

/** What a screen would do without memory: the library, a rule read anew for each window and month. */
function starts(window: WindowBody, period: { start: Ms; end: Ms }): Ms[] {
  if (window.schedule.form !== 'rule') return [];
  const { start } = window.schedule;
  const first = `${start.from.replaceAll(/[-:]/g, '')}00Z`;
  const rule = new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${first}\nRRULE:${start.rule}` });
  return rule
    .between(new Date(period.start), new Date(period.end), true)
    .map((occurrence) => occurrence.epochMilliseconds)
    .filter((wall) => wall < period.end)
    .map((wall) => momentOf(wall, window.zone, 'earlier'));
}

function longest({ schedule }: WindowBody): Ms {
  return schedule.form === 'rule' && 'duration' in schedule.end ? durationMs(schedule.end.duration) : 0;
}

// A fast wrong answer must not pass: what denies starts exactly where the library says, in local time.
for (const window of windows.filter(({ effect }) => effect !== 'maintenance')) {
  const inner = { start: all.start + 2 * 24 * HOUR_MS + longest(window), end: all.end - 2 * 24 * HOUR_MS };
  const inside = (start: Ms) => start >= inner.start && start < inner.end;
  const ours = fresh()
    .spans(window, all)
    .map(({ start }) => start);
  const theirs = months.flatMap((month) => starts(window, month));
  assert.deepEqual(ours.filter(inside), theirs.filter(inside));
}

console.log('300 windows over two years');
const library = measure('the library, per window and month, starts alone', 3, () =>
  windows.map((window) => months.map((month) => starts(window, month))),
);
const cold = measure('a new context, month after month, whole spans', 5, () => {
  const context = fresh();
  for (const month of months) for (const window of windows) context.spans(window, month);
});
const warm = fresh();
const again = measure('the same context again', 9, () => {
  for (const month of months) for (const window of windows) warm.spans(window, month);
});
ratio('library to cold', library, cold);
ratio('library to warm', library, again);

console.log('20,000 works against 300 windows');
const context = fresh();
measure('every hit of every work, first time', 1, () => works.map((work) => hitsOf(work, context)));
measure('every hit of every work, again', 5, () => works.map((work) => hitsOf(work, context)));
measure('the next opening of 500 works', 3, () =>
  works.slice(0, 500).map((work) => nextOpening({ ...work }, context, work.start)),
);

console.log('collisions among 20,000 works');
const some = works.slice(0, 4_000);
const loop = () => some.flatMap((work, n) => collisionsOf(work, some.slice(n + 1), topology));
assert.deepEqual(sweepCollisions(some, topology), loop());
const double = measure('4,000 works, each asked about those after it', 3, loop);
const sweep = measure('4,000 works, one sweep', 9, () => sweepCollisions(some, topology));
ratio('double loop to sweep', double, sweep);
measure('20,000 works, one sweep', 5, () => sweepCollisions(works, topology));
const large = works.map((work, n) =>
  n % 2_000 === 0 ? { ...work, services: services.map(({ service }) => service) } : work,
);
measure('20,000 works, ten of them on all 400 services', 3, () => sweepCollisions(large, topology));
