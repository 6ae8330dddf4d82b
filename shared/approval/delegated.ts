import type { PersonId } from '../ids.ts';
import type { DelegationBody } from '../record/body/peopleBody.ts';
import type { Filed } from '../record/envelope.ts';
import { runsAt } from './inReach.ts';
import type { Ms } from '../time/instant.ts';

/** The roles, with their reach, in which one person may act for another at this moment by these delegations. */
export function delegatedRoles(
  delegations: readonly Filed<'delegation'>[],
  { from, to, at }: { readonly from: PersonId; readonly to: PersonId; readonly at: Ms },
): DelegationBody['roles'] {
  return delegations
    .map(({ record }) => record.body)
    .filter((body) => body.person === from && body.to === to && runsAt(body, at))
    .flatMap(({ roles }) => roles);
}
