import type { ChangeId, PersonId, ServiceId, SiteId, TenantId } from '../ids.ts';
import type { RequestBody } from '../record/body/requestBody.ts';
import type { Category, Environment } from '../record/words.ts';
import { MINUTE_MS, toMs, type Ms } from '../time/instant.ts';
import type { Place } from './span.ts';

/** The part of a change that time, place and people see. */
export interface Work {
  /** Null for a draft that has no number yet. */
  readonly change: ChangeId | null;
  readonly title: string;
  /** An empty list is "not said": what denies takes it as all, what allows as none. */
  readonly services: readonly ServiceId[];
  readonly sites: readonly SiteId[];
  readonly tenants: readonly TenantId[];
  readonly environment: Environment;
  readonly category: Category;
  readonly implementer: PersonId;
  readonly start: Ms;
  readonly end: Ms;
}

/** When and where will this change be worked on? Null while it has no timing. */
export function workOf(request: RequestBody): Work | null {
  if (!request.timing) return null;
  const start = toMs(request.timing.start);
  return {
    change: request.change,
    title: request.title,
    services: request.services,
    sites: request.sites,
    tenants: request.tenants,
    environment: request.environment,
    category: request.category,
    implementer: request.implementer,
    start,
    end: start + request.timing.minutes * MINUTE_MS,
  };
}

/** The cells of the work: every service at every site for every tenant; null stands for a list that is not said. */
export function placesOf({ services, sites, tenants }: Pick<Work, 'services' | 'sites' | 'tenants'>): Place[] {
  const places: Place[] = [];
  for (const service of orNull(services))
    for (const site of orNull(sites)) for (const tenant of orNull(tenants)) places.push({ service, site, tenant });
  return places;
}

function orNull(ids: readonly string[]): readonly (string | null)[] {
  return ids.length > 0 ? ids : [null];
}
