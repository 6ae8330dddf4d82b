import assert from 'node:assert/strict';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import { createTopology, type Topology } from '../../shared/topology/createTopology.ts';
import { collide } from '../../shared/window/collisionsOf.ts';
import type { Collision } from '../../shared/window/collision.ts';
import { createConflictIndex } from '../../shared/window/conflictIndex.ts';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import { hitsOf, onClock } from '../../shared/window/hitsOf.ts';
import { neighbourhood } from '../../shared/window/neighbours.ts';
import { readsWide } from '../../shared/window/readSpan.ts';
import { createScopeReader, type Cover, type ScopeReader } from '../../shared/window/scopeReader.ts';
import type { Span } from '../../shared/window/span.ts';
import { sweepCollisions } from '../../shared/window/sweepCollisions.ts';
import type { Work } from '../../shared/window/work.ts';
import { busySites, busyWindows, busyWorks, odooServices } from '../support/busyBoard.ts';
import { atLeast, atMost, measureThread, ratio } from '../support/measure.ts';
import { aContext } from '../support/windowBuild.ts';

const { name, services } = odooServices();
const windows = busyWindows(300, services);
const siteMap = new Map(busySites.map((site) => [site.site, site]));
const fewer = busyWorks(2_000, services);
const many = busyWorks(20_000, services);
const mapAnew = (): Topology => createTopology(services);

/** Which window, where by how many cells, from when to when: what of a hit can be compared. */
type Met = readonly [change: string, window: string, start: number, end: number, cells: number];
interface Conflicts {
  readonly met: readonly Met[];
  readonly collisions: readonly Collision[];
}

/** Everything that these works meet, with a memory that begins empty. */
function sweep(works: readonly Work[], topology = mapAnew()): Conflicts {
  const context = aContext(windows, { sites: busySites, topology });
  const met = works.flatMap((work) =>
    hitsOf(work, context).map(({ span, start, end, places }): Met => [
      work.change ?? '',
      `${span.window} ${span.site ?? ''}`,
      start,
      end,
      places.length,
    ]),
  );
  return { met, collisions: sweepCollisions(works, topology) };
}

type Pair = (
  work: Work,
  window: WindowBody,
  reader: ScopeReader,
) => { spans: readonly Span[]; covers: readonly Cover[] };

/** Both questions of every pair: is it in force then, and is anything in its scope? */
const plainly: Pair = (work, window, reader) => ({
  spans: expandWindow(window, siteMap, work),
  covers: reader.cover(work, readsWide(window.effect)),
});
/** The hour is asked only where the scope holds: what a careful author of a double loop does. */
const scopeFirst: Pair = (work, window, reader) => {
  const covers = reader.cover(work, readsWide(window.effect));
  return { covers, spans: covers.length > 0 ? expandWindow(window, siteMap, work) : [] };
};

/** Every change against every window, and every change against every later one; scopes are read once per window. */
function doubleLoop(works: readonly Work[], ask: Pair): Conflicts {
  const topology = mapAnew();
  const met: Met[] = [];
  const strong = (service: string) => topology.dependents([service], { strongOnly: true });
  const readers = windows.map((window) => ({ window, reader: createScopeReader(window, topology, strong) }));
  for (const work of works)
    for (const { window, reader } of readers) {
      const { spans, covers } = ask(work, window, reader);
      for (const span of spans) {
        const cells = onClock(covers, span).length;
        const place = `${span.window} ${span.site ?? ''}`;
        const [start, end] = [Math.max(span.start, work.start), Math.min(span.end, work.end)];
        if (cells > 0) met.push([work.change ?? '', place, start, end, cells]);
      }
    }
  const { near } = neighbourhood(topology);
  const collisions = works.flatMap((work, n) => works.slice(n + 1).flatMap((later) => collide(work, later, near)));
  return { met, collisions };
}

const inOrder = (met: readonly Met[]) => met.map((each) => each.join(' ')).toSorted();

console.log(`2,000 changes over two years, 300 windows, ${services.length} services (${name})`);
const swept = sweep(fewer);
for (const ask of [plainly, scopeFirst]) {
  const looped = doubleLoop(fewer, ask);
  assert.deepEqual(inOrder(swept.met), inOrder(looped.met));
  assert.deepEqual(swept.collisions, looped.collisions);
}
console.log(`  ${swept.met.length} hits of windows and ${swept.collisions.length} collisions, equal in all`);
const loop = measureThread('plain double loop: hour and scope of every pair', 3, () => doubleLoop(fewer, plainly));
const careful = measureThread('the same, the hour asked only where the scope holds', 3, () =>
  doubleLoop(fewer, scopeFirst),
);
const once = measureThread('one sweep, nothing remembered', 9, () => sweep(fewer));
ratio('careful double loop to sweep', careful, once);
atLeast('plain double loop to sweep', loop, once, 20);

console.log('20,000 changes over the same two years');
const large = sweep(many);
const busy = many.reduce((sum, { start, end }) => sum + end - start, 0) / (2 * 365 * 24 * HOUR_MS);
console.log(
  `  ${busy.toFixed(2)} run at any time instead of ${(busy / 10).toFixed(2)}; ${large.met.length} hits and ${large.collisions.length} collisions`,
);
const tenfold = measureThread('one sweep, nothing remembered', 5, () => sweep(many));
atMost('20,000 to 2,000', tenfold, once, 15);

console.log('moving one of the 2,000');
const context = aContext(windows, { sites: busySites, topology: mapAnew() });
const index = createConflictIndex(context, fewer);
const full = measureThread('everything again, windows and map remembered', 9, () =>
  fewer.map((work) => [hitsOf(work, context), index.collisionsOf(work.change ?? '')]),
);
const MOVES = 200;
let affected = 0;
const moves = measureThread(`${MOVES} moves: hits, collisions and who else is affected`, 9, (run) => {
  for (let n = 0; n < MOVES; n += 1) {
    const work = fewer[(run * MOVES + n) % fewer.length]!;
    const change = work.change ?? '';
    const shift = (1 + (n % 48)) * HOUR_MS;
    affected += index.put({ ...work, start: work.start + shift, end: work.end + shift }).size;
    index.hitsOf(change);
    index.collisionsOf(change);
  }
});
console.log(`  ${affected} others were affected in all`);
atMost('one move to everything', moves / MOVES, full, 1 / 200);
