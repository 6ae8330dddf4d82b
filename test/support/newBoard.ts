import type { NewBoard } from '../../shared/api/boardCalls.ts';

/** What a founder fills in, for a board of two places and two services. */
export const newBoard: NewBoard = {
  title: 'Harbour Foods',
  person: 'ines-martel',
  adminName: 'Ines Martel',
  roles: ['requester', 'implementer', 'service-owner'],
  sites: [
    { name: 'Lyon depot', kind: 'warehouse', zone: 'Europe/Paris', country: 'FR' },
    { name: 'Leeds store', kind: 'store', zone: 'Europe/London', country: 'GB' },
  ],
  services: [
    { name: 'Warehouse system', tier: 1 },
    { name: 'Café tills', tier: 2 },
  ],
  keepRoot: false,
};
