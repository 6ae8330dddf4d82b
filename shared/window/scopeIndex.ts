import type { ServiceId, SiteId } from '../ids.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { addAll, addMember, noMembers, type Members } from './members.ts';
import type { ScopedWork, ScopeReader } from './scopeReader.ts';

/** Finds the windows whose scope a work may lie in without asking every one. */
export interface ScopeIndex {
  /** By their place: all that cover a cell of the work by the wide reading, and some that do not. */
  mayCover(work: ScopedWork): readonly Members[];
}

/** Sorts the windows once by the services they list, and looks up once for every site which may hold there. */
export function createScopeIndex(
  windows: readonly WindowBody[],
  readerOf: (window: WindowBody) => ScopeReader,
): ScopeIndex {
  let onService: ((service: ServiceId) => Members) | null = null;
  const sites = new Map<SiteId, Members>();
  const onSite = (site: SiteId): Members => {
    const known = sites.get(site);
    if (known) return known;
    const found = noMembers(windows.length);
    for (const [place, window] of windows.entries()) if (readerOf(window).mayHold(site)) addMember(found, place);
    sites.set(site, found);
    return found;
  };
  const anyOf = (ids: readonly string[], of: (id: string) => Members): readonly Members[] => {
    const [first, ...more] = ids;
    // What is not said may be any.
    if (first === undefined) return [];
    if (more.length === 0) return [of(first)];
    const all = noMembers(windows.length);
    for (const id of ids) addAll(all, of(id));
    return [all];
  };
  return {
    mayCover({ services, sites: touched }) {
      onService ??= sortByService(windows.map(readerOf));
      return [...anyOf(services, onService), ...anyOf(touched, onSite)];
    },
  };
}

/** Which may cover a cell with this service? Goes through what they list, not through every service there is. */
function sortByService(readers: readonly ScopeReader[]): (service: ServiceId) => Members {
  const unlisted = noMembers(readers.length);
  for (const [place, { services }] of readers.entries()) if (services === null) addMember(unlisted, place);
  const listed = new Map<ServiceId, Members>();
  for (const [place, { services }] of readers.entries())
    for (const service of services ?? []) {
      const known = listed.get(service) ?? unlisted.slice();
      listed.set(service, known);
      addMember(known, place);
    }
  return (service) => listed.get(service) ?? unlisted;
}
