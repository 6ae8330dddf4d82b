import type { Dependency, ServiceBody } from '../record/body/siteBody.ts';
import { DAY_MS, toInstant, type Ms } from '../time/instant.ts';
import { stores, warehouses } from './sampleSites.ts';

type Given = Omit<ServiceBody, 'follows' | 'recovery' | 'dependsOn' | 'service' | 'tenancy' | 'sites'>;
interface Planned extends Given {
  readonly service: string;
  readonly on: string;
  readonly sites?: readonly string[];
  readonly tenancy?: ServiceBody['tenancy'];
  /** Recovery need in minutes, what the last test reached, and how many days ago it was. */
  readonly recovery?: readonly [rto: number, rpo: number, reachedRto: number, reachedRpo: number, daysAgo: number];
}

/** `postgres-erp:stores` is a strong dependency, `redis?calls` a weak one. */
function dependencies(text: string): Dependency[] {
  return text.split(' ').flatMap((word) => {
    const [, to, sign, kind] = /^([a-z0-9-]+)([:?])([a-z]+)$/.exec(word) ?? [];
    if (to === undefined || kind === undefined) return [];
    return [{ to, kind: kind as Dependency['kind'], strength: sign === ':' ? 'strong' : 'weak' }]; // decoded in the tests
  });
}

const row = (
  service: string,
  name: string,
  kind: Given['kind'],
  tier: number,
  owner: string,
  on: string,
  more: Pick<Planned, 'sites' | 'tenancy' | 'recovery'> = {},
): Planned => ({ service, name, kind, tier, owner, on, ...more });

const platform: readonly Planned[] = [
  row('host-cluster', 'Frankfurt container cluster', 'platform', 1, 'oliver-brandt', '', {
    sites: ['frankfurt-host'],
    tenancy: 'shared',
    recovery: [60, 5, 48, 4, 40],
  }),
  row('ingress-edge', 'Edge ingress and TLS', 'ingress', 1, 'oliver-brandt', 'host-cluster:routes', {
    sites: ['frankfurt-host'],
    tenancy: 'shared',
    recovery: [30, 0, 22, 0, 61],
  }),
  row('single-sign-on', 'Single sign-on', 'identity', 1, 'oliver-brandt', 'host-cluster:supports', {
    tenancy: 'shared',
    recovery: [30, 15, 28, 10, 55],
  }),
  row(
    'postgres-erp',
    'ERP database (PostgreSQL)',
    'database',
    1,
    'oliver-brandt',
    'host-cluster:supports backup-vault?supports',
    { sites: ['frankfurt-host'], recovery: [60, 5, 52, 4, 33] },
  ),
  row('postgres-reports', 'Reporting replica', 'database', 3, 'oliver-brandt', 'postgres-erp:subscribes', {
    sites: ['frankfurt-host'],
    recovery: [480, 60, 300, 30, 120],
  }),
  row('redis-sessions', 'Session cache (Redis)', 'cache', 2, 'oliver-brandt', 'host-cluster:supports', {
    sites: ['frankfurt-host'],
  }),
  row('job-queue', 'Background job queue', 'queue', 2, 'oliver-brandt', 'redis-sessions:calls postgres-erp:stores'),
  row('object-store', 'Filestore and documents', 'platform', 2, 'oliver-brandt', 'host-cluster:supports', {
    sites: ['frankfurt-host'],
    recovery: [240, 60, 200, 45, 95],
  }),
  row('backup-vault', 'Backup vault', 'platform', 2, 'oliver-brandt', 'object-store:stores', {
    sites: ['frankfurt-host'],
    tenancy: 'shared',
    recovery: [480, 15, 420, 15, 33],
  }),
  row('observability', 'Monitoring and logs', 'platform', 4, 'oliver-brandt', 'host-cluster?supports', {
    tenancy: 'shared',
  }),
];

const erp: readonly Planned[] = [
  row(
    'erp-core',
    'Odoo core',
    'application',
    1,
    'meera-nair',
    'postgres-erp:stores redis-sessions:calls ingress-edge:routes single-sign-on?authenticates object-store?stores',
    { recovery: [60, 5, 55, 4, 33] },
  ),
  row('erp-sales', 'Sales orders', 'module', 2, 'meera-nair', 'erp-core:module erp-pricing:calls'),
  row('erp-inventory', 'Inventory', 'module', 1, 'meera-nair', 'erp-core:module', { recovery: [120, 5, 90, 5, 75] }),
  row('erp-barcode', 'Barcode operations', 'module', 1, 'meera-nair', 'erp-inventory:module', { sites: warehouses }),
  row(
    'erp-purchase',
    'Purchasing',
    'module',
    3,
    'meera-nair',
    'erp-core:module erp-inventory:module edi-gateway?publishes',
  ),
  row(
    'erp-delivery',
    'Delivery and labels',
    'module',
    2,
    'meera-nair',
    'erp-inventory:module carrier-northline:calls carrier-rapida?calls',
    { sites: warehouses },
  ),
  row('erp-accounting', 'Accounting', 'module', 1, 'meera-nair', 'erp-core:module', { recovery: [240, 5, 180, 5, 62] }),
  row('erp-invoicing', 'Invoicing', 'module', 2, 'meera-nair', 'erp-accounting:module tax-service?calls'),
  row('erp-pos', 'Point of sale', 'module', 1, 'meera-nair', 'erp-core?module erp-pricing:calls card-payments:calls', {
    sites: stores,
    recovery: [30, 0, 20, 0, 28],
  }),
  row('erp-pricing', 'Prices and promotions', 'module', 2, 'meera-nair', 'erp-core:module'),
  row('erp-returns', 'Returns and refunds', 'module', 3, 'meera-nair', 'erp-sales:module card-payments?calls'),
  row(
    'webshop',
    'Web shop',
    'application',
    1,
    'meera-nair',
    'erp-sales:calls ingress-edge:routes redis-sessions:calls card-payments:calls',
    { recovery: [30, 5, 34, 5, 47] },
  ),
  row('finance-reports', 'Finance dashboards', 'application', 4, 'meera-nair', 'postgres-reports:calls', {
    sites: ['kolkata-office'],
  }),
];

const edges: readonly Planned[] = [
  row(
    'carrier-northline',
    'Northline carrier connector',
    'integration',
    2,
    'meera-nair',
    'job-queue:subscribes northline-api:calls',
  ),
  row('carrier-rapida', 'Rapida carrier connector', 'integration', 3, 'meera-nair', 'job-queue:subscribes'),
  row('edi-gateway', 'Supplier EDI gateway', 'integration', 2, 'meera-nair', 'job-queue:publishes object-store?stores'),
  row(
    'marketplace-sync',
    'Marketplace sync',
    'integration',
    3,
    'meera-nair',
    'erp-sales:publishes job-queue:subscribes',
  ),
  row('card-payments', 'Card payment connector', 'integration', 1, 'meera-nair', 'ingress-edge:routes', {
    recovery: [30, 0, 18, 0, 30],
  }),
  row(
    'bank-feeds',
    'Bank statement feeds',
    'integration',
    3,
    'meera-nair',
    'erp-accounting:publishes job-queue?subscribes',
  ),
  row('tax-service', 'Tax rate service', 'integration', 3, 'meera-nair', 'ingress-edge?routes'),
  row('northline-api', 'Northline shipping API', 'partner-endpoint', 2, 'meera-nair', '', { tenancy: 'shared' }),
  row(
    'handheld-scanners',
    'Handheld scanners',
    'device',
    2,
    'oliver-brandt',
    'erp-barcode:calls single-sign-on?authenticates',
    { sites: warehouses },
  ),
  row('label-printers', 'Label printers', 'device', 3, 'oliver-brandt', 'erp-delivery:calls', { sites: warehouses }),
  row('store-tills', 'Store tills', 'device', 1, 'oliver-brandt', 'erp-pos:calls', { sites: stores }),
];

const processes: readonly Planned[] = [
  row(
    'picking',
    'Picking',
    'business-process',
    1,
    'camille-roussel',
    'erp-barcode:supports handheld-scanners:supports erp-inventory:supports',
    { sites: warehouses },
  ),
  row(
    'dispatch',
    'Dispatch',
    'business-process',
    1,
    'camille-roussel',
    'erp-delivery:supports label-printers:supports picking:supports',
    { sites: warehouses },
  ),
  row(
    'receiving',
    'Inbound receiving',
    'business-process',
    2,
    'camille-roussel',
    'erp-inventory:supports erp-purchase?supports edi-gateway?supports',
    { sites: warehouses },
  ),
  row(
    'store-checkout',
    'Store checkout',
    'business-process',
    1,
    'daniel-achebe',
    'store-tills:supports erp-pos:supports',
    { sites: stores },
  ),
  row('web-order', 'Web order', 'business-process', 1, 'daniel-achebe', 'webshop:supports erp-sales:supports'),
  row(
    'month-end-close',
    'Month-end close',
    'business-process',
    2,
    'sofia-lindqvist',
    'erp-accounting:supports erp-invoicing:supports bank-feeds?supports',
    { sites: ['kolkata-office'] },
  ),
];

/** Forty things a change can touch, with what each needs; restore tests lie the given days before `now`. */
export function sampleServices(now: Ms): Omit<ServiceBody, 'follows'>[] {
  return [...platform, ...erp, ...edges, ...processes].map(({ on, sites, tenancy, recovery, ...given }) => ({
    ...given,
    tenancy: tenancy ?? 'dedicated',
    sites: [...(sites ?? [])],
    dependsOn: dependencies(on),
    ...(recovery === undefined ? {} : { recovery: recoveryOf(recovery, now) }),
  }));
}

function recoveryOf(given: NonNullable<Planned['recovery']>, now: Ms): NonNullable<ServiceBody['recovery']> {
  const [rtoMinutes, rpoMinutes, reachedRtoMinutes, reachedRpoMinutes, daysAgo] = given;
  const restoreTestedAt = toInstant(now - daysAgo * DAY_MS);
  return { rtoMinutes, rpoMinutes, reachedRtoMinutes, reachedRpoMinutes, restoreTestedAt };
}
