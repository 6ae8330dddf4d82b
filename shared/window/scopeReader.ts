import type { ServiceId, SiteId, TenantId } from '../ids.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Topology } from '../topology/createTopology.ts';
import type { Reached } from '../topology/topology.ts';
import { serviceReach } from './serviceReach.ts';
import type { Place } from './span.ts';
import type { Work } from './work.ts';

/** One cell of a work that a window covers. */
export interface Cover {
  readonly place: Place;
  /** From the touched service to the one in scope; empty when the work names no service. */
  readonly path: readonly ServiceId[];
  /** The sites whose clocks count for this cell; null when all that the window has do. */
  readonly clocks: readonly SiteId[] | null;
}

export type ScopedWork = Pick<Work, 'services' | 'sites' | 'tenants' | 'environment' | 'category'>;

/** Says which cells of a work lie in one window's scope. */
export interface ScopeReader {
  /** `wide`: what the work does not say counts as all of it; otherwise it must all be inside. */
  cover(work: ScopedWork, wide: boolean): Cover[];
  /** No cell with another service than these is covered; null when any may be. */
  readonly services: readonly ServiceId[] | null;
  /** Can a cell at this site be covered at all? */
  mayHold(site: SiteId): boolean;
}

export type StrongDependents = (service: ServiceId) => readonly Reached[];

/**
 * Reads a window's scope once, for many works: AND over the dimensions, OR inside one, exclusions win.
 *
 * A work that names no site touches all sites of its services, or, where these serve all sites from one place, every
 * site. A work that names no service or tenant may touch any. Wide, such a work is hit; narrow, a window covers it only
 * when it covers all that may be meant. `unclassified` counts as a category that is not said.
 *
 * With reach `feeders` a service touched outside of the window's sites is still hit when what depends on it runs inside
 * them and not where the work is done: the database in the datacentre, under the warehouse that is frozen.
 */
export function createScopeReader(
  window: Pick<WindowBody, 'scope' | 'reach'>,
  topology: Topology,
  strongDependents: StrongDependents,
): ScopeReader {
  const { scope, reach } = window;
  const services = serviceReach(window, topology);
  const sites = dimension(scope.sites, scope.except?.sites);
  const tenants = dimension(scope.tenants, scope.except?.tenants);
  const environments = dimension(scope.environments, scope.except?.environments);
  const categories = dimension(scope.categories, scope.except?.categories);

  const inside = (work: ScopedWork, wide: boolean) =>
    environments.has(work.environment) &&
    (categories.has(work.category) || (wide && work.category === 'unclassified' && !categories.out(work.category)));

  const coverSite = (
    service: ServiceId | null,
    site: SiteId,
    path: Cover['path'],
    wide: boolean,
  ): Cover['path'] | null => {
    if (sites.has(site)) return path;
    if (!wide || reach === 'direct' || service === null || sites.out(site)) return null;
    return feeding(service, site)?.path ?? null;
  };
  /** What depends on the service, is in scope, and runs at the window's sites but not at this one. */
  const feeding = (service: ServiceId, site: SiteId): Reached | undefined =>
    inScopeAbove(service).find((reached) => {
      if (reached.hops === 0) return false;
      const runs = topology.sites(reached.service);
      return !runs.includes(site) && (runs.length === 0 || runs.some(sites.has));
    });
  const above = new Map<ServiceId, readonly Reached[]>();
  const inScopeAbove = (service: ServiceId): readonly Reached[] => {
    // Whoever names nothing and leaves nothing out has all of it in scope: there is nothing to sort out.
    if (services.any && !services.someOut) return strongDependents(service);
    const known = above.get(service);
    if (known) return known;
    const found = strongDependents(service).filter((reached) => services.names(reached.service));
    above.set(service, found);
    return found;
  };
  const clocksOf = (service: ServiceId | null, site: SiteId, path: Cover['path']): Cover['clocks'] => {
    if (sites.has(site) || service === null) return [site];
    const runs = topology.sites(path.at(-1) ?? service).filter(sites.has);
    return runs.length > 0 ? runs : null;
  };

  const coverUnsaid = (service: ServiceId | null, path: Cover['path'], wide: boolean): Omit<Cover, 'place'> | null => {
    const runs = service === null ? [] : topology.sites(service);
    if (runs.length === 0) return wide || sites.all ? { path, clocks: null } : null;
    const ways = runs.map((site) => ({ site, way: coverSite(service, site, path, wide) }));
    const covered = ways.filter((each) => each.way !== null);
    if (covered.length === 0 || (!wide && covered.length < runs.length)) return null;
    const clocks = covered.map(({ site, way }) => clocksOf(service, site, way ?? path));
    return {
      path: covered[0]?.way ?? path,
      clocks: clocks.some((each) => each === null) ? null : [...new Set(clocks.flatMap((each) => each ?? []))],
    };
  };
  const pathOf = (service: ServiceId | null, wide: boolean): Cover['path'] | null => {
    if (service !== null) return services.pathFrom(service);
    return wide || (services.any && !services.someOut) ? [] : null;
  };
  const coverAt = (
    service: ServiceId | null,
    site: SiteId | null,
    path: Cover['path'],
    wide: boolean,
  ): Omit<Cover, 'place'> | null => {
    if (site === null) return coverUnsaid(service, path, wide);
    const way = coverSite(service, site, path, wide);
    return way && { path: way, clocks: clocksOf(service, site, way) };
  };

  return {
    cover(work, wide) {
      if (!inside(work, wide)) return [];
      const found: Cover[] = [];
      const held = heldTenants(work.tenants, tenants, wide);
      if (held.length === 0) return found;
      for (const service of orNull(work.services)) {
        const path = pathOf(service, wide);
        if (path === null) continue;
        for (const site of orNull(work.sites)) {
          const way = coverAt(service, site, path, wide);
          if (!way) continue;
          const { path: reached, clocks } = way;
          for (const tenant of held) found.push({ place: { service, site, tenant }, path: reached, clocks });
        }
      }
      return found;
    },
    services: services.listed && [...services.listed],
    mayHold: (site) => sites.has(site) || (reach === 'feeders' && !sites.out(site)),
  };
}

interface Dimension {
  /** Nothing is left out. */
  readonly all: boolean;
  readonly has: (id: string) => boolean;
  readonly out: (id: string) => boolean;
}

function dimension(listed: readonly string[] | undefined, except: readonly string[] | undefined): Dimension {
  const named = listed ? new Set(listed) : null;
  const left = new Set(except);
  return {
    all: !named && left.size === 0,
    has: (id) => !left.has(id) && (!named || named.has(id)),
    out: (id) => left.has(id),
  };
}

function heldTenants(asked: readonly TenantId[], tenants: Dimension, wide: boolean): readonly (TenantId | null)[] {
  if (asked.length === 0) return wide || tenants.all ? [null] : [];
  return asked.filter(tenants.has);
}

function orNull(ids: readonly string[]): readonly (string | null)[] {
  return ids.length > 0 ? ids : [null];
}
