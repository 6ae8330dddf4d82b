import type { ServiceId, SiteId } from '../ids.ts';
import type { ServiceBody, SiteBody } from '../record/body/siteBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import { isOfKind } from './state.ts';

/** A current site or service that was revised less than 48 hours ago, and what it still shares its place with. */
export interface WaitingPlace {
  readonly by: Filed<'site' | 'service'>;
  /** Texts that still apply, oldest first, and when each runs out. */
  readonly earlier: readonly { readonly filed: Filed<'site' | 'service'>; readonly until: Ms }[];
}

type Sites = ReadonlyMap<SiteId, SiteBody>;
type Services = ReadonlyMap<ServiceId, ServiceBody>;

/** Places as a board knows them: services with every text that applies in one, sites as their first current text. */
export interface Places {
  readonly sites: Sites;
  readonly services: Services;
  readonly waitingPlaces?: readonly WaitingPlace[];
  /** Of services that wait: what their current texts alone say. */
  readonly revisedServices?: Services;
  /** Sites with several current texts. */
  readonly forkedSites?: ReadonlyMap<SiteId, readonly SiteBody[]>;
}

export interface OtherPlaces {
  readonly sites: Sites;
  readonly services: Services;
  /** Infinite for a side of a fork. */
  readonly until: Ms;
}

interface Variant<M> {
  readonly map: M;
  readonly until: Ms;
}

/**
 * The maps that apply beside the present one: with earlier texts of sites and services until they run out, and with the
 * other sides of forked sites. Every text of a site meets every text of a service, so that two revisions at once loosen no
 * more than each alone.
 */
export function otherMapsOf(places: Places): OtherPlaces[] {
  const { sites, services, waitingPlaces = [], revisedServices, forkedSites } = places;
  if (waitingPlaces.length === 0 && !forkedSites?.size) return [];
  const siteTexts = new Map<SiteId, Text<SiteBody>[]>();
  const serviceTexts = new Map<ServiceId, Text<ServiceBody>[]>();
  for (const { filed, until } of waitingPlaces.flatMap(({ earlier }) => earlier)) {
    if (isOfKind(filed, 'site')) note(siteTexts, filed.record.body.site, { body: filed.record.body, until });
    if (isOfKind(filed, 'service')) note(serviceTexts, filed.record.body.service, { body: filed.record.body, until });
  }
  const siteMaps: Variant<Sites>[] = [
    { map: sites, until: Number.POSITIVE_INFINITY },
    ...sidesOf(sites, forkedSites),
    ...earlierMaps(sites, siteTexts),
  ];
  const until = Math.max(0, ...[...serviceTexts.values()].flat().map((text) => text.until));
  const revised = revisedServices?.size ? [{ map: new Map([...services, ...revisedServices]), until }] : [];
  const serviceMaps: Variant<Services>[] = [
    { map: services, until: Number.POSITIVE_INFINITY },
    ...revised,
    ...earlierMaps(services, serviceTexts),
  ];
  return siteMaps
    .flatMap((one) =>
      serviceMaps.map((other) => ({ sites: one.map, services: other.map, until: Math.min(one.until, other.until) })),
    )
    .slice(1);
}

interface Text<B> {
  readonly body: B;
  readonly until: Ms;
}

function note<B>(texts: Map<string, Text<B>[]>, id: string, text: Text<B>): void {
  texts.set(id, [...(texts.get(id) ?? []), text]);
}

/** The map as it was, for each end and each depth of earlier texts. */
function earlierMaps<B>(
  present: ReadonlyMap<string, B>,
  texts: ReadonlyMap<string, readonly Text<B>[]>,
): Variant<ReadonlyMap<string, B>>[] {
  const ends = [...new Set([...texts.values()].flat().map(({ until }) => until))].toSorted((a, b) => a - b);
  return ends.flatMap((until) => {
    const open = [...texts].map(([id, all]) => [id, all.filter((text) => text.until >= until)] as const);
    const depth = Math.max(...open.map(([, all]) => all.length));
    return Array.from({ length: depth }, (_, back) => {
      const map = new Map(present);
      for (const [id, all] of open) {
        const text = all[Math.min(back, all.length - 1)];
        if (text) map.set(id, text.body);
      }
      return { map, until };
    });
  });
}

function sidesOf(sites: Sites, forked: Places['forkedSites']): Variant<Sites>[] {
  const depth = Math.max(1, ...[...(forked?.values() ?? [])].map(({ length }) => length));
  return Array.from({ length: depth - 1 }, (_, side) => {
    const map = new Map(sites);
    for (const [site, sides] of forked ?? []) {
      const body = sides[Math.min(side + 1, sides.length - 1)];
      if (body) map.set(site, body);
    }
    return { map, until: Number.POSITIVE_INFINITY };
  });
}
