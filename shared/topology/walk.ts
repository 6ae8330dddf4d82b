import type { ServiceId } from '../ids.ts';
import type { Reached } from './topology.ts';

/** One way out of a service. */
export interface Step {
  readonly to: ServiceId;
  readonly strong: boolean;
}
export type Steps = Map<ServiceId, Step[]>;

/**
 * What can be reached from these services along these steps?
 *
 * Two breadth-first walks: along strong steps alone, then along all. A service that strong steps reach is shown by its
 * shortest strong path even where a weak shortcut exists, because it stops rather than degrades. The answer is ordered
 * by hops, then by the order in which services were met.
 */
export function walk(
  steps: Steps,
  touched: readonly ServiceId[],
  { hops = Number.POSITIVE_INFINITY, strongOnly = false }: { readonly hops?: number; readonly strongOnly?: boolean },
): Reached[] {
  const strong = spread(steps, touched, hops, true);
  if (strongOnly) return [...strong.values()];
  const found = new Map(strong);
  for (const [service, reached] of spread(steps, touched, hops, false))
    if (!found.has(service)) found.set(service, reached);
  return [...found.values()].toSorted((a, b) => a.hops - b.hops);
}

function spread(
  steps: Steps,
  touched: readonly ServiceId[],
  hops: number,
  strongOnly: boolean,
): Map<ServiceId, Reached> {
  const found = new Map<ServiceId, Reached>();
  let edge: Reached[] = [];
  for (const service of touched) {
    if (found.has(service)) continue;
    const here: Reached = { service, hops: 0, path: [service], strong: true };
    found.set(service, here);
    edge.push(here);
  }
  for (let hop = 1; hop <= hops && edge.length > 0; hop += 1) {
    const next: Reached[] = [];
    for (const { service, path, strong } of edge)
      for (const { to, strong: stepIsStrong } of steps.get(service) ?? []) {
        if (found.has(to) || (strongOnly && !stepIsStrong)) continue;
        const reached: Reached = { service: to, hops: hop, path: [...path, to], strong: strong && stepIsStrong };
        found.set(to, reached);
        next.push(reached);
      }
    edge = next;
  }
  return found;
}
