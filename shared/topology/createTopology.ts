import type { ServiceId, SiteId } from '../ids.ts';
import type { ServiceBody } from '../record/body/siteBody.ts';
import { walk, type Steps } from './walk.ts';
import type { Reached } from './topology.ts';

export interface WalkOptions {
  /** No further than this many edges. */
  readonly hops?: number;
  readonly strongOnly?: boolean;
}

/** Who depends on whom. An edge `from -> to` reads "from depends on to". */
export interface Topology {
  has(service: ServiceId): boolean;
  /** Its name; the id of a service that nobody described. */
  name(service: ServiceId): string;
  /** Where it runs; empty when it serves all sites from one place, or is unknown. */
  sites(service: ServiceId): readonly SiteId[];
  /** What is hit when these stop: those that depend on them, nearest first, these included at 0 hops. */
  dependents(touched: readonly ServiceId[], options?: WalkOptions): Reached[];
  /** What these stand on, nearest first, these included at 0 hops. */
  dependencies(touched: readonly ServiceId[], options?: WalkOptions): Reached[];
  /** The business processes that stop when this stops, nearest first; itself when it is one. */
  processesAbove(service: ServiceId): readonly ServiceId[];
  /** The process and everything it depends on strongly. */
  under(process: ServiceId): ReadonlySet<ServiceId>;
}

/**
 * Builds the map of dependencies.
 *
 * Two bodies of one service (both sides of a fork) count as one with the edges and sites of both. A retired service
 * depends on nothing and runs nowhere. Edges to services that nobody described are kept: they can be walked, not named.
 * Cycles are walked once.
 */
export function createTopology(services: Iterable<ServiceBody>): Topology {
  const byId = new Map<ServiceId, ServiceBody>();
  const sitesById = new Map<ServiceId, readonly SiteId[]>();
  const down: Steps = new Map();
  const up: Steps = new Map();
  for (const body of services) {
    const other = sitesById.get(body.service);
    const everywhere = body.sites.length === 0 || other?.length === 0;
    sitesById.set(body.service, everywhere ? [] : [...new Set([...(other ?? []), ...body.sites])]);
    byId.set(body.service, body);
    if (body.retired) continue;
    for (const { to, strength } of body.dependsOn) {
      const strong = strength === 'strong';
      step(down, body.service, to, strong);
      step(up, to, body.service, strong);
    }
  }
  const above = new Map<ServiceId, readonly ServiceId[]>();
  const below = new Map<ServiceId, ReadonlySet<ServiceId>>();

  return {
    has: (service) => byId.has(service),
    name: (service) => byId.get(service)?.name ?? service,
    sites: (service) => sitesById.get(service) ?? [],
    dependents: (touched, options = {}) => walk(up, touched, options),
    dependencies: (touched, options = {}) => walk(down, touched, options),
    processesAbove(service) {
      const known = above.get(service);
      if (known) return known;
      const found = walk(up, [service], { strongOnly: true })
        .map((reached) => reached.service)
        .filter((id) => byId.get(id)?.kind === 'business-process' && !byId.get(id)?.retired);
      above.set(service, found);
      return found;
    },
    under(process) {
      const known = below.get(process);
      if (known) return known;
      const found = new Set(walk(down, [process], { strongOnly: true }).map((reached) => reached.service));
      below.set(process, found);
      return found;
    },
  };
}

function step(steps: Steps, from: ServiceId, to: ServiceId, strong: boolean): void {
  const known = steps.get(from);
  if (known) known.push({ to, strong });
  else steps.set(from, [{ to, strong }]);
}
