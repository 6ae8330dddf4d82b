import type { HeldRole, Member } from '../record/body/rosterBody.ts';
import type { Reach } from '../record/body/reach.ts';
import type { Role } from '../record/words.ts';
import { stores, warehouses } from './sampleSites.ts';

export type SampleMember = Omit<Member, 'keys'>;

const held = (roles: readonly Role[], reach: Reach = 'everything'): HeldRole[] =>
  roles.map((role) => ({ role, reach }));

const floor: Reach = {
  sites: [...warehouses],
  services: [
    'erp-inventory',
    'erp-barcode',
    'erp-delivery',
    'handheld-scanners',
    'label-printers',
    'carrier-northline',
  ],
  processes: ['picking', 'dispatch', 'receiving'],
};
const trading: Reach = {
  sites: [...stores],
  services: ['erp-pos', 'erp-pricing', 'webshop', 'store-tills', 'card-payments', 'marketplace-sync', 'erp-sales'],
  processes: ['store-checkout', 'web-order'],
};
const books: Reach = {
  sites: ['kolkata-office'],
  services: ['erp-accounting', 'erp-invoicing', 'bank-feeds', 'tax-service', 'finance-reports'],
  processes: ['month-end-close'],
};

/** Twelve members: every role the approval matrix asks for is held by somebody who is not the author. */
export const sampleMembers: readonly SampleMember[] = [
  { person: 'ines-carvalho', name: 'Inês Carvalho', roles: held(['change-manager', 'chair']) },
  {
    person: 'helen-marsh',
    name: 'Helen Marsh',
    roles: held(['director', 'business-owner', 'change-manager', 'break-glass']),
  },
  {
    person: 'oliver-brandt',
    name: 'Oliver Brandt',
    team: 'Platform',
    roles: held(['admin', 'service-owner', 'recovery-owner', 'peer', 'requester', 'implementer']),
  },
  {
    person: 'ravi-banerjee',
    name: 'Ravi Banerjee',
    team: 'Platform',
    roles: held(['admin', 'security', 'recovery-owner', 'peer', 'requester']),
  },
  {
    person: 'meera-nair',
    name: 'Meera Nair',
    team: 'Store systems',
    roles: held(['service-owner', 'peer', 'requester', 'implementer']),
  },
  {
    person: 'lucas-ferreira',
    name: 'Lucas Ferreira',
    team: 'Integration',
    roles: held(['peer', 'requester', 'implementer']),
  },
  {
    person: 'jonas-weller',
    name: 'Jonas Weller',
    team: 'Platform',
    roles: held(['provider', 'recovery-owner', 'peer', 'implementer']),
  },
  {
    person: 'camille-roussel',
    name: 'Camille Roussel',
    team: 'Warehouse',
    roles: [...held(['business-owner'], floor), ...held(['process-owner', 'requester'])],
  },
  {
    person: 'daniel-achebe',
    name: 'Daniel Achebe',
    team: 'Store systems',
    roles: [...held(['business-owner'], trading), ...held(['process-owner', 'requester'])],
  },
  {
    person: 'sofia-lindqvist',
    name: 'Sofia Lindqvist',
    team: 'Finance systems',
    roles: [...held(['finance-owner', 'process-owner']), ...held(['business-owner'], books)],
  },
  { person: 'beatrix-oduya', name: 'Beatrix Oduya', roles: held(['auditor']) },
  { person: 'deploy-runner', name: 'Deploy runner', team: 'Platform', roles: held(['pipeline']) },
];
