import type { SiteBody } from '../record/body/siteBody.ts';

const site = (
  id: string,
  name: string,
  kind: SiteBody['kind'],
  zone: string,
  country: string,
): Omit<SiteBody, 'follows'> => ({ site: id, name, kind, zone, country });

/** The places of the Brackwater Group, an invented homeware retailer with its own logistics. */
export const sampleSites: readonly Omit<SiteBody, 'follows'>[] = [
  site('lyon-dc', 'Lyon distribution centre', 'warehouse', 'Europe/Paris', 'FR'),
  site('leeds-dc', 'Leeds distribution centre', 'warehouse', 'Europe/London', 'GB'),
  site('newark-hub', 'Newark cross-dock hub', 'hub', 'America/New_York', 'US'),
  site('lyon-store', 'Lyon Bellecour store', 'store', 'Europe/Paris', 'FR'),
  site('sydney-store', 'Sydney Haymarket store', 'store', 'Australia/Sydney', 'AU'),
  site('sao-paulo-store', 'São Paulo Pinheiros store', 'store', 'America/Sao_Paulo', 'BR'),
  site('kolkata-office', 'Kolkata shared services', 'office', 'Asia/Kolkata', 'IN'),
  site('frankfurt-host', 'Frankfurt hosting', 'datacentre', 'Europe/Berlin', 'DE'),
];

export const warehouses = ['lyon-dc', 'leeds-dc', 'newark-hub'] as const;
export const stores = ['lyon-store', 'sydney-store', 'sao-paulo-store'] as const;
