import type { Category, Environment } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import type { Work } from '../window/work.ts';

/** A place and a kind of work, without a change. What is not said means any: what closes one of them closes it. */
export interface CalendarSubject {
  readonly environment: Environment;
  readonly service?: string;
  readonly site?: string;
  readonly tenant?: string;
  readonly category: Category;
}

/** The work of nobody in particular there, now. */
export function workThere({ environment, service, site, tenant, category }: CalendarSubject, at: Ms): Work {
  return {
    change: null,
    title: '',
    services: service === undefined ? [] : [service],
    sites: site === undefined ? [] : [site],
    tenants: tenant === undefined ? [] : [tenant],
    environment,
    category,
    implementer: '',
    start: at,
    end: at + 1,
  };
}

/** `production, till at lyon, application-release`. */
export function subjectWords({ environment, service, site, tenant, category }: CalendarSubject): string {
  const where = `${service ?? 'any service'} at ${site ?? 'any site'}`;
  return [environment, where, ...(tenant === undefined ? [] : [`for ${tenant}`]), category].join(', ');
}
