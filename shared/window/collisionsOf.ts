import type { ServiceId } from '../ids.ts';
import { overlaps } from '../time/instant.ts';
import type { Topology } from '../topology/createTopology.ts';
import type { Collision } from './collision.ts';
import { neighbourhood, type Neighbours } from './neighbours.ts';
import type { Work } from './work.ts';

/**
 * With which other works does this one collide?
 *
 * At the same time: on the same service, or on one that strong edges join to it within two steps either way, at a site
 * in common (a work that names no site is at all of them) and in the same environment; or with the same implementer,
 * wherever. One collision per pair and kind of cause, by its shortest path; by start, then by the other's number.
 */
export function collisionsOf(work: Work, others: readonly Work[], topology: Topology): Collision[] {
  const { near } = neighbourhood(topology);
  const found = others.flatMap((other) => collide(work, other, near));
  return found.length < 2 ? found : found.toSorted((a, b) => a.start - b.start || compare(a.other, b.other));
}

/** Both kinds of one pair keep their order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The collisions of one pair, told from the first. */
export function collide(work: Work, other: Work, near: Neighbours['near']): Collision[] {
  if (work === other || (work.change !== null && work.change === other.change) || !overlaps(work, other)) return [];
  const told = {
    // A draft has no number yet; its collisions are told under an empty one.
    change: work.change ?? '',
    other: other.change ?? '',
    otherTitle: other.title,
    start: Math.max(work.start, other.start),
    end: Math.min(work.end, other.end),
  };
  const found: Collision[] = [];
  const path = touching(work, other, near);
  if (path) found.push({ kind: path.length === 1 ? 'same-node' : 'dependent-node', ...told, path });
  if (work.implementer === other.implementer) found.push({ kind: 'double-booked', ...told, person: work.implementer });
  return found;
}

/** The shortest way from one work to the other, whenever they are; null when they touch nothing in common. */
export function touching(work: Work, other: Work, near: Neighbours['near']): readonly ServiceId[] | null {
  return work.environment === other.environment && shareSite(work, other) ? pathBetween(work, other, near) : null;
}

function shareSite(a: Work, b: Work): boolean {
  if (a.sites.length === 0 || b.sites.length === 0) return true;
  return a.sites.some((site) => b.sites.includes(site));
}

/** The shortest way from a service of one work to a service of the other; walks from the work with fewer services. */
function pathBetween(from: Work, to: Work, near: Neighbours['near']): readonly ServiceId[] | null {
  if (from.services.length > to.services.length) return pathBetween(to, from, near)?.toReversed() ?? null;
  const there = near(to.services);
  let best: readonly ServiceId[] | null = null;
  for (const service of from.services) {
    const path = there.get(service);
    if (path && (!best || path.length < best.length)) best = path;
    if (best?.length === 1) break;
  }
  return best?.toReversed() ?? null;
}
