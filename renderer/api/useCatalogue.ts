import { useMemo } from 'react';
import type { Catalogue } from '../../shared/api/mapCalls.ts';
import { readerZone } from '../ui/readerZone.ts';
import { useAsked } from './useAsked.ts';

export interface Place {
  readonly name: string;
  readonly zone: string;
}
/** Names and zones for ids; an id that is not known yet stands for itself. */
export interface Names {
  readonly site: (id: string) => string;
  readonly service: (id: string) => string;
  readonly person: (id: string) => string;
  /** Where something happens: the first of its sites, else the reader's own place. */
  readonly place: (sites: readonly string[]) => Place;
  readonly catalogue: Catalogue | null;
}

/** Every small thing the board knows by name. */
export function useCatalogue(): Names {
  const { data } = useAsked('catalogue.read', {});
  return useMemo(() => namesOf(data ? byName(data) : null), [data]);
}

/** Lists that people choose from stand in the order of their names. */
function byName(catalogue: Catalogue): Catalogue {
  return {
    ...catalogue,
    sites: inOrder(catalogue.sites),
    services: inOrder(catalogue.services),
    people: inOrder(catalogue.people),
  };
}

function inOrder<T extends { readonly name: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function namesOf(catalogue: Catalogue | null): Names {
  const sites = new Map(catalogue?.sites.map((site) => [site.site, site]));
  const services = new Map(catalogue?.services.map(({ service, name }) => [service, name]));
  const people = new Map(catalogue?.people.map(({ person, name }) => [person, name]));
  const ownPlace = { name: readerZone.split('/').at(-1)?.replaceAll('_', ' ') ?? readerZone, zone: readerZone };
  return {
    catalogue,
    site: (id) => sites.get(id)?.name ?? id,
    service: (id) => services.get(id) ?? id,
    person: (id) => people.get(id) ?? id,
    place: (ids) => {
      const first = ids.map((id) => sites.get(id)).find((site) => site !== undefined);
      return first ? { name: first.name, zone: first.zone } : ownPlace;
    },
  };
}
