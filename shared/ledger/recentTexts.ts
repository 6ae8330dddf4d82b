import type { Digest, PersonId } from '../ids.ts';
import { DAY_MS, type Ms } from '../time/instant.ts';
import { LOOSENING_MS } from '../window/loosening.ts';
import { actOf } from './admit.ts';
import { isOfKind, type LedgerState, type Revision } from './state.ts';
import { isAlive, isRevoked } from './voidance.ts';

/** Two people whose clocks are ahead by less than this cannot end a wait. */
const CLOCK_MARGIN_MS: Ms = 14 * DAY_MS;

/** A text that may still wait: when it was first seen, and who signed it as a change manager. */
export interface RecentText {
  readonly digest: Digest;
  readonly seenAt: Ms;
  readonly managers: readonly PersonId[];
}

/** Was it first seen so lately, by the clock of the line, that what it loosens may still have to wait? */
export function isRecent(state: LedgerState, { seenAt }: Revision): boolean {
  return seenAt !== null && seenAt + LOOSENING_MS + CLOCK_MARGIN_MS > (state.clock.second?.at ?? 0);
}

/** Who signed this revision as a change manager in reach, each person once, in the order of their names. */
function managersOf(state: LedgerState, { filed, isManaged }: Revision): readonly PersonId[] {
  const acts = [{ ...actOf(state, filed), isManager: isManaged }, ...(state.cosigns.get(filed.digest) ?? [])].filter(
    (act) => !isRevoked(state, act),
  );
  return [...new Set(acts.filter(({ isManager }) => isManager).map(({ person }) => person))].toSorted();
}

/** The windows' texts of which a checkpoint must say when they were first seen; by digest. */
export function recentTexts(state: LedgerState): RecentText[] {
  return [...state.revisions.values()]
    .flat()
    .filter((revision) => isOfKind(revision.filed, 'window') && isAlive(state, revision) && isRecent(state, revision))
    .map((revision) => ({
      digest: revision.filed.digest,
      seenAt: revision.seenAt ?? 0,
      managers: managersOf(state, revision),
    }))
    .toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
}
