import type { Digest, PersonId } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';
import { DAY_MS, type Ms } from '../time/instant.ts';
import { LOOSENING_MS } from '../window/loosening.ts';
import { actOf, cosignsOn } from './admit.ts';
import { isOfKind, type LedgerState, type Revision } from './state.ts';
import { isAlive, isRevoked } from './voidance.ts';

/** Two people whose clocks are ahead by less than this cannot end a wait. */
const CLOCK_MARGIN_MS: Ms = 14 * DAY_MS;

/** A text that may still wait: when it was first seen, and who signed it as a change manager. */
export interface RecentText {
  readonly digest: Digest;
  readonly seenAt: Ms;
  readonly managers: readonly PersonId[];
  /** Its author's reach did not cover it: it rests on a change manager's signature. */
  readonly isBeyond: boolean;
}

/** Was it first seen so lately, by the clock of the line, that what it loosens may still have to wait? */
function isRecent(state: LedgerState, { seenAt }: Pick<Revision, 'seenAt'>): boolean {
  return seenAt !== null && seenAt + LOOSENING_MS + CLOCK_MARGIN_MS > (state.clock.second?.at ?? 0);
}

/** Is its wait not over by this clock? */
export function mayWait(state: LedgerState, text: Pick<Revision, 'seenAt'>, now: Ms): boolean {
  return isRecent(state, text) && (text.seenAt ?? 0) + LOOSENING_MS > now;
}

/** Who signed this as a change manager in reach, each person once, in the order of their names. */
function managersOf(
  state: LedgerState,
  { filed, isManaged }: { readonly filed: Filed; readonly isManaged?: true },
): readonly PersonId[] {
  const acts = [{ ...actOf(state, filed), isManager: isManaged }, ...cosignsOn(state, filed)].filter(
    (act) => !isRevoked(state, act),
  );
  return [...new Set(acts.filter(({ isManager }) => isManager).map(({ person }) => person))].toSorted();
}

/** The texts of which a checkpoint must say when they were first seen; by digest. */
export function recentTexts(state: LedgerState): RecentText[] {
  const revisions = [...state.revisions.values()]
    .flat()
    .filter((revision) => mayLoosen(revision) && isAlive(state, revision))
    .map((revision) => ({ ...revision, isBeyond: revision.restsOn !== null }));
  const policies = state.chains.policy.slice(1).map((link) => ({ ...link, isBeyond: false }));
  return [...revisions, ...policies]
    .filter((text) => isRecent(state, text))
    .map((text) => ({
      digest: text.filed.digest,
      seenAt: text.seenAt ?? 0,
      managers: managersOf(state, text),
      isBeyond: text.isBeyond,
    }))
    .toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
}

/** A new window may open what others deny; of sites and services only what takes the place of another text loosens. */
function mayLoosen({ filed }: Revision): boolean {
  if (isOfKind(filed, 'window')) return true;
  return (isOfKind(filed, 'site') || isOfKind(filed, 'service')) && filed.record.body.follows.length > 0;
}
