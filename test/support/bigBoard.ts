import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { ServiceBody, SiteBody } from '../../shared/record/body/siteBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { DAY_MS, toInstant, toMs, type Ms } from '../../shared/time/instant.ts';
import { windowOf } from './ledgerBodies.ts';
import { member } from './ledgerPeople.ts';

/** The instant of every question about a generated ledger: a Tuesday morning. */
export const BIG_NOW: Ms = toMs('2026-11-17T09:00:00Z');

export const bigZones = ['Europe/Paris', 'Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'];
const among = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** Twenty-five people: the trades of a board, and members who ask for and do the work. */
export const bigPeople: readonly Member[] = [
  member('ada', ['admin']),
  member('carl', ['change-manager']),
  member('petra', ['peer']),
  member('sofia', ['service-owner']),
  member('bruno', ['business-owner']),
  member('pipe', ['pipeline']),
  member('audra', ['auditor']),
  ...Array.from({ length: 9 }, (_, n) => member(`asker-${n}`, ['requester'])),
  ...Array.from({ length: 9 }, (_, n) => member(`doer-${n}`, ['implementer'])),
];

export const bigSites: readonly SiteBody[] = Array.from({ length: 40 }, (_, n) => ({
  site: `site-${n}`,
  name: `Site ${n}`,
  kind: among(['store', 'hub', 'warehouse'] as const, n),
  zone: among(bigZones, n),
  country: among(['FR', 'ES', 'US', 'IN', 'AU'], n),
  follows: [],
}));

/** Sixty services in a tree, from the till that sells to what all of them stand on. */
export const bigServices: readonly ServiceBody[] = Array.from({ length: 60 }, (_, n) => ({
  service: `service-${n}`,
  name: `Service ${n}`,
  kind: 'application',
  tier: n < 5 ? 2 : 4,
  tenancy: 'dedicated',
  owner: 'sofia',
  sites: bigSites.filter((_site, k) => (k + n) % 4 === 0).map(({ site }) => site),
  dependsOn: n === 0 ? [] : [{ to: `service-${Math.floor((n - 1) / 3)}`, kind: 'calls', strength: 'strong' }],
  follows: [],
}));

const wallOn = (day: number) => toInstant(BIG_NOW + day * DAY_MS).slice(0, 16);
/** Thirty windows, a few of them freezes, none in force at the instant of the question. */
export const bigWindows: readonly WindowBody[] = Array.from({ length: 30 }, (_, n) =>
  windowOf({
    window: `window-${n}`,
    title: `Window ${n}`,
    effect: among(['peak', 'freeze', 'soft-freeze', 'maintenance'] as const, n),
    owner: 'carl',
    ownerRole: 'change-manager',
    scope: { everything: false, sites: [`site-${n}`] },
    zone: among(bigZones, n),
    schedule: { form: 'once', start: wallOn(10 + n), end: wallOn(12 + n) },
  }),
);

/** A small piece of work that a peer may approve. */
export function bigRequest(change: string, n: number, start: Ms): RequestBody {
  const service = bigServices[5 + (n % 55)]!;
  return {
    change,
    title: `Release ${n % 400} of ${service.name}, part ${n}`,
    summary: 'What was asked for in the last review; without it the tills stay as slow as they are in the evening.',
    type: 'normal',
    category: 'observability',
    environment: 'production',
    services: [service.service],
    sites: [service.sites[n % service.sites.length]!],
    tenants: [],
    requester: `asker-${n % 9}`,
    implementer: `doer-${n % 9}`,
    timing: {
      earliestStart: toInstant(start),
      start: toInstant(start),
      minutes: 60,
      latestEnd: toInstant(start + DAY_MS / 3),
    },
    artifacts: [],
    plans: {
      implementation:
        'Roll it out site by site, beginning with the smallest, and watch the queue for ten minutes each.',
      validation: 'Sell and take back a test item at every till.',
      rollback: { steps: 'Deploy the version before it.', criteria: 'A till is dark.', readiness: 'rehearsed' },
      communication: 'The store managers know.',
      fallback: 'Paper.',
    },
    data: 'reversible',
    phases: [],
    follows: [],
  };
}
