import type { SiteBody, ServiceBody } from '../../shared/record/body/siteBody.ts';
import type { Holidays, Schedule } from '../../shared/record/body/scheduleBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { toMs, type Ms, type Wall } from '../../shared/time/instant.ts';
import { createTopology, type Topology } from '../../shared/topology/createTopology.ts';
import { createWindowContext, type WindowContext } from '../../shared/window/windowContext.ts';
import type { Work } from '../../shared/window/work.ts';

/** Where the board's places lie; two of them change their clocks in the other half of the year. */
export const sixZones = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Sydney',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
] as const;

export const at = (text: string): Ms => toMs(text.length === 16 ? `${text}:00Z` : text);

export function aWindow(given: Partial<WindowBody> = {}): WindowBody {
  return {
    window: 'peak-freeze',
    title: 'Peak freeze',
    effect: 'freeze',
    closedOutside: false,
    owner: 'ana',
    ownerRole: 'business-owner',
    reason: 'Trading peak',
    scope: { everything: true },
    reach: 'direct',
    zone: 'Europe/Paris',
    schedule: { form: 'once', start: '2026-11-27T08:00', end: '2026-11-27T18:00' },
    edge: 'finish',
    standing: 'published',
    follows: [],
    ...given,
  };
}

export const once = (start: Wall, end: Wall): Schedule => ({ form: 'once', start, end });
export const lasting = (from: Wall, rule: string, duration: string): Schedule => ({
  form: 'rule',
  start: { from, rule },
  end: { duration },
});
export const until = (from: Wall, rule: string, endFrom: Wall, endRule: string): Schedule => ({
  form: 'rule',
  start: { from, rule },
  end: { from: endFrom, rule: endRule },
});

export function aSite(site: string, zone = 'Europe/Paris'): SiteBody {
  return { site, name: site.toUpperCase(), kind: 'warehouse', zone, country: 'FR', follows: [] };
}

type Link = string | { to: string; strength: 'weak' };

export function aService(
  service: string,
  dependsOn: readonly Link[] = [],
  given: Partial<ServiceBody> = {},
): ServiceBody {
  return {
    service,
    name: service,
    kind: 'application',
    tier: 2,
    tenancy: 'shared',
    owner: 'ana',
    sites: [],
    dependsOn: dependsOn.map((link) =>
      typeof link === 'string'
        ? { to: link, kind: 'calls', strength: 'strong' }
        : { to: link.to, kind: 'calls', strength: link.strength },
    ),
    follows: [],
    ...given,
  };
}

/** A work of one hour in production at Lyon on the ERP. */
export function aWork(given: Partial<Work> & { start?: Ms } = {}): Work {
  const start = given.start ?? at('2026-11-27T10:00');
  return {
    change: 'CHG-2026-0000001',
    title: 'New tax table',
    services: ['erp'],
    sites: ['lyon'],
    tenants: [],
    environment: 'production',
    category: 'application-release',
    implementer: 'ivo',
    start,
    end: start + 3_600_000,
    ...given,
  };
}

/** Lyon in Paris time, Newark in New York time, and the services posting -> erp -> erp-db. */
export function aContext(
  windows: readonly WindowBody[],
  given: { sites?: readonly SiteBody[]; topology?: Topology } = {},
): WindowContext {
  const sites = given.sites ?? [aSite('lyon'), aSite('newark', 'America/New_York')];
  const topology =
    given.topology ??
    createTopology([
      aService('posting', ['erp'], { kind: 'business-process' }),
      aService('erp', ['erp-db']),
      aService('erp-db'),
      aService('web', [{ to: 'erp', strength: 'weak' }]),
    ]);
  return createWindowContext({ windows, sites: new Map(sites.map((site) => [site.site, site])), topology });
}

/** Good Friday, Easter Monday and the turn of the year of 2024 to 2027, as England and Wales keep them. */
export const holidays: Holidays = {
  name: 'England and Wales',
  source: 'GB-ENG',
  days: [
    ...['2024-03-29', '2025-04-18', '2026-04-03', '2027-03-26'].map((day) => ({ day, name: 'Good Friday' })),
    ...['2024-04-01', '2025-04-21', '2026-04-06', '2027-03-29'].map((day) => ({ day, name: 'Easter Monday' })),
    ...['2024-12-25', '2025-12-25', '2026-12-25', '2027-12-27'].map((day) => ({ day, name: 'Christmas Day' })),
    ...['2024-12-26', '2025-12-26', '2026-12-28', '2027-12-28'].map((day) => ({ day, name: 'Boxing Day' })),
    ...['2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01'].map((day) => ({ day, name: "New Year's Day" })),
  ],
  weekend: ['SA', 'SU'],
  through: '2027-12-31',
};
