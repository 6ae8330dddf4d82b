import type { Scope, WindowBody } from '../record/body/windowBody.ts';
import { categories, environments } from '../record/words.ts';
import type { Topology } from '../topology/createTopology.ts';
import { serviceReach } from './serviceReach.ts';

type Scoped = Pick<WindowBody, 'scope' | 'reach'>;

/**
 * Does the outer window cover every cell of every work that the inner one covers, read wide as well as read narrow?
 * False where it might and that cannot be told from the two texts and the map.
 */
export function isScopeWithin(inner: Scoped, outer: Scoped, topology: Topology): boolean {
  if (inner.reach === 'feeders' && outer.reach === 'direct') return false;
  return (
    environments.every((each) => !has(inner.scope, 'environments', each) || has(outer.scope, 'environments', each)) &&
    categories.every((each) => !has(inner.scope, 'categories', each) || has(outer.scope, 'categories', each)) &&
    // A change of unknown category counts as any that is not left out.
    (isOut(inner.scope, 'categories', 'unclassified') || !isOut(outer.scope, 'categories', 'unclassified')) &&
    isListWithin(inner.scope, outer.scope, 'tenants') &&
    isListWithin(inner.scope, outer.scope, 'sites') &&
    (inner.reach === 'direct' || areOut(inner.scope, 'sites', outer.scope.except?.sites ?? [])) &&
    areServicesWithin(inner, outer, topology)
  );
}

/** Could maintenance open a cell that this window denies? True where that cannot be told. */
export function mayOpen(maintenance: Scoped, denying: Scoped & Pick<WindowBody, 'effect'>): boolean {
  const [a, b] = [maintenance.scope, denying.scope];
  if (areApart(a, b, 'environments')) return false;
  // What feeds a service is covered far from the sites and services that are listed.
  if (maintenance.reach === 'feeders' || denying.reach === 'feeders') return true;
  if (areApart(a, b, 'sites')) return false;
  // A work that names no service or tenant is closed by every window of some, but lifted only by one of all.
  if (denying.effect !== 'soft-freeze') return true;
  return !areApart(a, b, 'tenants') && (a.processes || b.processes ? true : !areApart(a, b, 'services'));
}

type ListName = 'environments' | 'categories' | 'tenants' | 'sites';

function isOut(scope: Scope, name: ListName, id: string): boolean {
  const out: readonly string[] = scope.except?.[name] ?? [];
  return out.includes(id);
}

function has(scope: Scope, name: ListName, id: string): boolean {
  const listed: readonly string[] | undefined = scope[name];
  return (listed?.includes(id) ?? true) && !isOut(scope, name, id);
}

function areOut(scope: Scope, name: ListName, ids: readonly string[]): boolean {
  return ids.every((id) => isOut(scope, name, id));
}

function isListWithin(inner: Scope, outer: Scope, name: 'tenants' | 'sites'): boolean {
  const listed = inner[name];
  if (listed) return listed.every((id) => !has(inner, name, id) || has(outer, name, id));
  return outer[name] === undefined && areOut(inner, name, outer.except?.[name] ?? []);
}

function areServicesWithin(inner: Scoped, outer: Scoped, topology: Topology): boolean {
  const small = serviceReach(inner, topology);
  const large = serviceReach(outer, topology);
  if (small.any) {
    const { services = [], processes = [] } = outer.scope.except ?? {};
    const left = [...services, ...processes.flatMap((process) => [...topology.under(process)])];
    return large.any && left.every((id) => small.pathFrom(id) === null);
  }
  const listed = [...(inner.scope.services ?? []), ...(inner.scope.processes ?? [])];
  return topology
    .dependencies(listed, { strongOnly: true })
    .every(
      ({ service: id }) =>
        (small.pathFrom(id) === null || large.pathFrom(id) !== null) && (!small.names(id) || large.names(id)),
    );
}

function areApart(a: Scope, b: Scope, name: ListName | 'services'): boolean {
  const listed: readonly string[] | undefined = a[name];
  const others = new Set<string>(b[name]);
  return listed !== undefined && b[name] !== undefined && !listed.some((id) => others.has(id));
}
