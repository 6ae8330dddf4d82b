import type { WindowBody } from '../record/body/windowBody.ts';
import { addAll, addMember, noMembers, type Members } from './members.ts';
import type { ScopedWork, ScopeReader } from './scopeReader.ts';

/** Finds the windows whose scope a work may lie in without asking every one. */
export interface ScopeIndex {
  /** By their place: all that cover a cell of the work by the wide reading, and some that do not. */
  mayCover(work: ScopedWork): readonly Members[];
}

/** Looks up once for every service and every site which windows it may be covered by. */
export function createScopeIndex(
  windows: readonly WindowBody[],
  readerOf: (window: WindowBody) => ScopeReader,
): ScopeIndex {
  const sorted = (covers: (reader: ScopeReader, id: string) => boolean) => {
    const known = new Map<string, Members>();
    const of = (id: string): Members => {
      const found = known.get(id) ?? noMembers(windows.length);
      if (known.has(id)) return found;
      for (const [place, window] of windows.entries()) if (covers(readerOf(window), id)) addMember(found, place);
      known.set(id, found);
      return found;
    };
    return (ids: readonly string[]): readonly Members[] => {
      const [first, ...more] = ids;
      if (first === undefined) return [];
      if (more.length === 0) return [of(first)];
      const all = noMembers(windows.length);
      for (const id of ids) addAll(all, of(id));
      return [all];
    };
  };
  const byService = sorted((reader, service) => reader.reaches(service));
  const bySite = sorted((reader, site) => reader.mayHold(site));
  return {
    // What is not said may be any.
    mayCover: ({ services, sites }) => [...byService(services), ...bySite(sites)],
  };
}
