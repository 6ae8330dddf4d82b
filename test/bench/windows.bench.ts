import assert from 'node:assert/strict';
import { RRuleTemporal } from 'rrule-temporal';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS, type Ms } from '../../shared/time/instant.ts';
import { momentOf } from '../../shared/time/zone.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { collisionsOf } from '../../shared/window/collisionsOf.ts';
import { hitsOf } from '../../shared/window/hitsOf.ts';
import { sweepCollisions } from '../../shared/window/sweepCollisions.ts';
import { nextOpening } from '../../shared/window/timeObjections.ts';
import type { WindowContext } from '../../shared/window/windowContext.ts';
import { busySites as sites, createDice } from '../support/busyBoard.ts';
import { atLeast, measure, measureThread, ratio } from '../support/measure.ts';
import { isPlainRule, mixedWindows, mixOf } from '../support/mixedWindows.ts';
import { aContext, aService, aWork, at } from '../support/windowBuild.ts';

const pick = createDice(20_261_127);
const services = Array.from({ length: 400 }, (_, n) =>
  aService(`service-${n}`, n < 20 ? [] : [`service-${Math.floor(n / 3)}`, `service-${n % 20}`]),
);
const topology = createTopology(services);
const windows = mixedWindows(300, services);
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

/**
 * What a screen would do without memory: the library, a rule read anew for each window and month. Where an end rule pairs
 * with the start it is expanded as well. Dates, fiscal years and holidays it does not know: it is asked for nothing there,
 * or for the rule without them.
 */
function byLibrary({ schedule, zone }: WindowBody, period: { start: Ms; end: Ms }): Ms[] {
  if (schedule.form !== 'rule') return [];
  const starts = wallsByLibrary(schedule.start, period);
  if ('rule' in schedule.end) wallsByLibrary(schedule.end, period);
  return starts.map((wall) => momentOf(wall, zone, 'earlier'));
}

function wallsByLibrary({ from, rule: text }: { from: string; rule: string }, period: { start: Ms; end: Ms }): Ms[] {
  const first = `${from.replaceAll(/[-:]/g, '')}00Z`;
  const rule = new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${first}\nRRULE:${text}` });
  return rule
    .between(new Date(period.start), new Date(period.end), true)
    .map((occurrence) => occurrence.epochMilliseconds)
    .filter((wall) => wall < period.end);
}

/** Days at the edges of the two years where the wall and the world may disagree, and the longest span. */
const EDGE_MS = 40 * 24 * HOUR_MS;

// A fast wrong answer must not pass: what denies starts exactly where the library says, in local time. Where an end rule
// joins starts into one span, each of ours is among the library's.
let compared = 0;
for (const window of windows.filter(({ effect, schedule }) => effect !== 'maintenance' && isPlainRule(schedule))) {
  const inside = (start: Ms) => start >= all.start + EDGE_MS && start < all.end - EDGE_MS;
  const ours = fresh()
    .spans(window, all)
    .map(({ start }) => start)
    .filter(inside);
  const theirs = months.flatMap((month) => byLibrary(window, month)).filter(inside);
  const isPaired = window.schedule.form === 'rule' && 'rule' in window.schedule.end;
  const among = new Set(theirs);
  assert.deepEqual(ours, isPaired ? ours.filter((start) => among.has(start)) : theirs);
  compared += ours.length;
}
assert.ok(compared > 10_000, 'enough was compared');

console.log(`300 windows over two years, mixed: ${mixOf(windows)}`);
const askLibrary = () => windows.map((window) => months.map((month) => byLibrary(window, month)));
const askCold = () => {
  const context = fresh();
  for (const month of months) for (const window of windows) context.spans(window, month);
};
const library = measureThread('the library, per window and month, what it can do of them', 5, askLibrary);
const cold = measureThread('a new context, month after month, all of them, whole spans', 9, askCold);
// The wall clock also counts who else is on the machine: it is shown, not judged.
const libraryWall = measure('the library, by the wall clock', 5, askLibrary);
const coldWall = measure('a new context, by the wall clock', 9, askCold);
ratio('library to cold, by the wall clock', libraryWall, coldWall);
const warm = fresh();
const ROUNDS = 200;
const rounds = measureThread(`the same context again, ${ROUNDS} times over`, 5, () => {
  for (let round = 0; round < ROUNDS; round += 1)
    for (const month of months) for (const window of windows) warm.spans(window, month);
});
atLeast('library to cold', library, cold, 3);
atLeast('library to warm', library, rounds / ROUNDS, 100);

console.log('20,000 works against 300 windows');
const context = fresh();
measureThread('every hit of every work, first time', 1, () => works.map((work) => hitsOf(work, context)));
measureThread('every hit of every work, again', 5, () => works.map((work) => hitsOf(work, context)));
measureThread('the next opening of 500 works', 3, () =>
  works.slice(0, 500).map((work) => nextOpening({ ...work }, context, work.start)),
);

console.log('collisions among 20,000 works');
const some = works.slice(0, 4_000);
const loop = () => some.flatMap((work, n) => collisionsOf(work, some.slice(n + 1), topology));
assert.deepEqual(sweepCollisions(some, topology), loop());
const double = measureThread('4,000 works, each asked about those after it', 3, loop);
const sweep = measureThread('4,000 works, one sweep', 9, () => sweepCollisions(some, topology));
ratio('double loop to sweep', double, sweep);
measureThread('20,000 works, one sweep', 5, () => sweepCollisions(works, topology));
const large = works.map((work, n) =>
  n % 2_000 === 0 ? { ...work, services: services.map(({ service }) => service) } : work,
);
measureThread('20,000 works, ten of them on all 400 services', 3, () => sweepCollisions(large, topology));
