import type { Topology } from '../topology/createTopology.ts';
import type { Collision } from './collision.ts';
import { collide } from './collisionsOf.ts';
import { neighbourhood } from './neighbours.ts';
import type { Work } from './work.ts';

interface Numbered {
  readonly work: Work;
  readonly index: number;
}

/**
 * All collisions among these works, each pair once, told from the one that comes first in the list.
 *
 * Equal to asking `collisionsOf` for every work and those after it. One sweep over the starts: each work looks only at
 * running works that lie in its neighbourhood or have its implementer, so the cost follows what collides and not what
 * merely runs at the same time.
 */
export function sweepCollisions(works: readonly Work[], topology: Topology): Collision[] {
  const { near } = neighbourhood(topology);
  const running = new Map<string, Numbered[]>();
  const found: { readonly first: number; readonly second: number; readonly collisions: readonly Collision[] }[] = [];
  const inOrder = works
    .map((work, index) => ({ work, index }))
    .toSorted((a, b) => a.work.start - b.work.start || a.index - b.index);
  for (const here of inOrder) {
    const met = new Set<Numbered>();
    // One by one: what lies near a single service is remembered, and few works share a list of services.
    for (const touched of here.work.services)
      for (const service of near([touched]).keys()) meet(running, `s ${service}`, here, met);
    const person = `p ${here.work.implementer}`;
    meet(running, person, here, met);
    for (const there of met) {
      const [a, b] = here.index < there.index ? [here, there] : [there, here];
      const collisions = collide(a.work, b.work, near);
      if (collisions.length > 0) found.push({ first: a.index, second: b.index, collisions });
    }
    for (const service of new Set(here.work.services)) enter(running, `s ${service}`, here);
    enter(running, person, here);
  }
  return found.toSorted((a, b) => a.first - b.first || a.second - b.second).flatMap(({ collisions }) => collisions);
}

/** Collects those still running under the key, and forgets the others: starts only grow. */
function meet(running: Map<string, Numbered[]>, key: string, { work }: Numbered, met: Set<Numbered>): void {
  const there = running.get(key);
  if (!there) return;
  const left = there.filter((each) => each.work.end > work.start);
  for (const each of left) met.add(each);
  if (left.length === 0) running.delete(key);
  else if (left.length < there.length) running.set(key, left);
}

function enter(running: Map<string, Numbered[]>, key: string, here: Numbered): void {
  const there = running.get(key);
  if (there) there.push(here);
  else running.set(key, [here]);
}
