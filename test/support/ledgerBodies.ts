import type { DecisionBody } from '../../shared/record/body/decisionBody.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import type { ServiceBody, SiteBody } from '../../shared/record/body/siteBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';

export const CHANGE = 'CHG-2026-7K3FQ2M';
const someDigest = `sha256:${'a'.repeat(64)}`;

export function requestOf(given: Partial<RequestBody> = {}): RequestBody {
  return {
    change: CHANGE,
    title: 'Release the till software',
    summary: 'Faster payment.',
    type: 'normal',
    category: 'application-release',
    environment: 'production',
    services: ['pos'],
    sites: ['lyon'],
    tenants: [],
    requester: 'rita',
    implementer: 'ivan',
    timing: {
      earliestStart: '2026-12-01T20:00:00Z',
      start: '2026-12-01T20:00:00Z',
      minutes: 60,
      latestEnd: '2026-12-01T23:00:00Z',
    },
    artifacts: [{ service: 'pos', digest: someDigest }],
    plans: {
      implementation: 'Roll out.',
      validation: 'Sell a test item.',
      rollback: { steps: 'Roll back.', criteria: 'Tills down.', readiness: 'tested' },
      communication: 'Store managers know.',
      fallback: 'Paper.',
    },
    data: 'reversible',
    phases: [],
    follows: [],
    ...given,
  };
}

export function decisionOf(given: Partial<DecisionBody> = {}): DecisionBody {
  return {
    change: CHANGE,
    material: { version: 1, digest: someDigest },
    verdict: 'approve',
    role: 'peer',
    risk: { score: 20, band: 'low', points: {} },
    follows: [],
    ...given,
  };
}

export function windowOf(given: Partial<WindowBody> = {}): WindowBody {
  return {
    window: 'black-friday',
    title: 'Black Friday',
    effect: 'freeze',
    closedOutside: false,
    owner: 'bruno',
    ownerRole: 'business-owner',
    reason: 'Trade.',
    scope: { everything: false, sites: ['lyon'] },
    reach: 'direct',
    zone: 'Europe/Paris',
    schedule: { form: 'once', start: '2026-11-26T18:00', end: '2026-11-30T06:00' },
    edge: 'finish',
    standing: 'published',
    follows: [],
    ...given,
  };
}

export function siteOf(given: Partial<SiteBody> = {}): SiteBody {
  return { site: 'lyon', name: 'Lyon', kind: 'store', zone: 'Europe/Paris', country: 'FR', follows: [], ...given };
}

export function serviceOf(given: Partial<ServiceBody> = {}): ServiceBody {
  return {
    service: 'pos',
    name: 'Tills',
    kind: 'application',
    tier: 1,
    tenancy: 'dedicated',
    owner: 'sofia',
    sites: ['lyon'],
    dependsOn: [],
    follows: [],
    ...given,
  };
}
