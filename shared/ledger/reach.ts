import type { ServiceId, SiteId } from '../ids.ts';
import type { Reach } from '../record/body/reach.ts';
import type { ServiceBody } from '../record/body/siteBody.ts';
import type { Scope } from '../record/body/windowBody.ts';
import { isOfKind, type LedgerState } from './state.ts';

/** What a role may reach, asked of the places that a record is about. */
export interface ReachTest {
  readonly site: (reach: Reach, site: SiteId) => boolean;
  readonly service: (reach: Reach, service: ServiceId) => boolean;
  /** Is one of these services or sites inside all of these reaches? */
  readonly anyOf: (reaches: readonly Reach[], services: readonly ServiceId[], sites: readonly SiteId[]) => boolean;
  readonly scope: (reach: Reach, scope: Scope) => boolean;
}

/** Reach as the dependency map at this place on the line gives it. A listed site, service or process suffices. */
export function createReachTest(state: LedgerState): ReachTest {
  const service = (reach: Reach, id: ServiceId) =>
    reach === 'everything' ||
    (reach.services?.includes(id) ?? false) ||
    (reach.processes?.some((process) => process === id || servicesUnder(state, process).has(id)) ?? false);
  const anyOf = (reaches: readonly Reach[], services: readonly ServiceId[], sites: readonly SiteId[]) =>
    reaches.every((reach) => reach === 'everything') ||
    services.some((id) => reaches.every((reach) => service(reach, id))) ||
    sites.some((id) => reaches.every((reach) => coversSite(reach, id)));
  return { site: coversSite, service, anyOf, scope: (reach, scope) => coversScope(service, reach, scope) };
}

/** Dimensions narrow each other, so one that lies wholly inside the reach keeps the whole scope inside. */
function coversScope(service: ReachTest['service'], reach: Reach, scope: Scope): boolean {
  if (reach === 'everything') return true;
  if (scope.everything) return false;
  return (
    (scope.sites?.every((id) => coversSite(reach, id)) ?? false) ||
    (scope.services?.every((id) => service(reach, id)) ?? false) ||
    (scope.processes?.every((id) => service(reach, id)) ?? false)
  );
}

/** Everything a process stops without: what it depends on through strong edges, however far. */
function servicesUnder(state: LedgerState, process: ServiceId): ReadonlySet<ServiceId> {
  const known = state.underMemo.get(process);
  if (known) return known;
  const found = new Set<ServiceId>();
  for (let front: ServiceId[] = [process]; front.length > 0;) {
    front = front.flatMap((id) => strongDependencies(state, id)).filter((id) => !found.has(id));
    for (const id of front) found.add(id);
  }
  state.underMemo.set(process, found);
  return found;
}

/** Sites that a change does not say are those of the services it touches; a service that names none serves them all. */
export function touchedSites(
  state: LedgerState,
  { services, sites }: { readonly services: readonly ServiceId[]; readonly sites: readonly SiteId[] },
): readonly SiteId[] {
  if (sites.length > 0) return sites;
  const touched = services.flatMap((id) => serviceBody(state, id) ?? []);
  if (touched.some((body) => body.sites.length === 0)) return allSites(state);
  return [...new Set(touched.flatMap((body) => body.sites))];
}

function allSites(state: LedgerState): SiteId[] {
  return [...state.revisions.keys()].flatMap((subject) => (subject.startsWith('site/') ? [subject.slice(5)] : []));
}

function serviceBody(state: LedgerState, service: ServiceId): ServiceBody | undefined {
  const revisions = state.revisions.get(`service/${service}`) ?? [];
  return revisions.map(({ filed }) => filed).findLast((filed) => isOfKind(filed, 'service'))?.record.body;
}

function strongDependencies(state: LedgerState, service: ServiceId): ServiceId[] {
  const edges = serviceBody(state, service)?.dependsOn ?? [];
  return [...new Set(edges.filter(({ strength }) => strength === 'strong').map(({ to }) => to))];
}

function coversSite(reach: Reach, id: SiteId): boolean {
  return reach === 'everything' || (reach.sites?.includes(id) ?? false);
}
