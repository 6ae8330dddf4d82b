import type { PersonId } from '../ids.ts';
import type { Ms } from '../time/instant.ts';
import { actOf, cosignsOn } from './admit.ts';
import { CLOCK_SLACK_MS } from './futureDated.ts';
import type { LedgerState, Revision } from './state.ts';
import { isRevoked } from './voidance.ts';

/**
 * Whose signatures does a revision lack so that what it loosens need not wait? Those of a waiver: every owner of what is
 * loosened, and a change manager who is none of them.
 *
 * @param concerned the owners; a person may stand in it more than once
 */
export function missingSignatures(
  state: LedgerState,
  { filed, isManaged }: Revision,
  concerned: readonly PersonId[],
  judgedAt?: Ms,
): { readonly owners: readonly PersonId[]; readonly manager: boolean } {
  const acts = [{ ...actOf(state, filed), isManager: isManaged }, ...cosignsOn(state, filed)]
    .filter((act) => !isRevoked(state, act))
    .filter(({ at }) => judgedAt === undefined || at <= judgedAt + CLOCK_SLACK_MS);
  const owners = new Set(concerned);
  const signed = new Set(acts.map(({ person }) => person));
  return {
    owners: [...owners].filter((owner) => !signed.has(owner)),
    manager: !acts.some(({ person, isManager }) => isManager && !owners.has(person)),
  };
}
