import type { RosterBody } from '../record/body/rosterBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import type { Awaited, Waiting } from './board.ts';
import { adminsOf, isChainKind, signersOf } from './chain.ts';
import { couldManage } from './entitlement.ts';
import { isFutureDated } from './futureDated.ts';
import { isOfKind, type ChainKind, type LedgerState } from './state.ts';

/**
 * What waits for an admin, for a change manager or for the owner of what it loosens?
 * @param roster the one in force at `now`
 */
export function awaitedRevisions(
  state: LedgerState,
  { roster, waiting, now }: { readonly roster: RosterBody; readonly waiting: readonly Waiting[]; readonly now: Ms },
): Awaited[] {
  const pending = [...state.pending.values()].map(({ filed }) => filed).filter((filed) => !isFutureDated(filed, now));
  const replaced = new Set(
    [...state.revisions.values(), pending.map((filed) => ({ filed }))]
      .flat()
      .flatMap(({ filed }) => (isOfKind(filed, 'window') ? filed.record.body.follows : [])),
  );
  const managers = (filed: Filed<'window'>) =>
    couldManage(state, filed, roster, now).map((person) => ({ person, as: 'change-manager' as const }));
  const asked = pending.flatMap((filed): Awaited[] => {
    if (isChain(filed)) {
      const signed = new Set(signersOf(state, filed).map(({ person }) => person));
      const could = adminsOf(roster, now).filter((person) => !signed.has(person));
      return [{ filed, could: could.map((person) => ({ person, as: 'admin' })), until: null }];
    }
    return isOfKind(filed, 'window') && !replaced.has(filed.digest)
      ? [{ filed, could: managers(filed), until: null }]
      : [];
  });
  const loosening = waiting.map(({ by, earlier, owners, manager }): Awaited => {
    const as = owners.map((person) => ({ person, as: 'owner' as const }));
    const others = manager ? managers(by).filter(({ person }) => !owners.includes(person)) : [];
    return { filed: by, could: [...as, ...others], until: Math.max(...earlier.map(({ until }) => until)) };
  });
  return [...asked, ...loosening];
}

function isChain(filed: Filed): filed is Filed<ChainKind> {
  return isChainKind(filed.record.kind);
}
