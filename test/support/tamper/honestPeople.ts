import type { Member } from '../../../shared/record/body/rosterBody.ts';
import { keyNamed, member, role } from '../ledgerPeople.ts';

/** Two admins, so that a roster needs two signatures, and somebody in every trade that an attack speaks of. */
export const team: readonly Member[] = [
  member('ada', ['admin']),
  member('alan', ['admin']),
  member('carl', ['change-manager']),
  member('cora', ['change-manager']),
  member('rita', ['requester', 'peer'], { keys: [keyNamed('rita'), keyNamed('rita-phone')] }),
  member('rob', ['requester']),
  member('ivan', ['implementer', 'peer']),
  member('petra', ['peer']),
  member('paul', [role('peer', { reach: { sites: ['newark'] } })]),
  member('sofia', [role('service-owner', { reach: { services: ['kiosk'] } })]),
  member('bruno', [role('business-owner', { reach: { sites: ['lyon'] } })]),
  member('temp', [role('peer', { until: '2026-11-20T10:00:00Z' })]),
  member('dirk', ['director']),
  member('pipe', ['pipeline']),
  member('audra', ['auditor']),
];

/** The same people, one of them as told; null takes the person away. */
export function teamWith(person: string, changed: Member | null, of: readonly Member[] = team): Member[] {
  return [...of.filter((given) => given.person !== person), ...(changed ? [changed] : [])];
}
