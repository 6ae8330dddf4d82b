import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import { isProposal } from './entitlement.ts';
import { isFutureDated } from './futureDated.ts';
import { headsOf } from './heads.ts';
import type { LedgerState, Revision, SubjectKind } from './state.ts';
import { isAlive } from './voidance.ts';

export interface StandingTexts {
  /** The revisions that apply: living, not of the future, followed by nobody who counts. */
  readonly current: readonly Filed<SubjectKind>[];
  /** Those that ask to take the place of what applies. A window that was never published has its proposals as current. */
  readonly proposals: readonly Filed<SubjectKind>[];
}

/** Which revisions of one subject stand? A proposal takes the place of nothing until it is published. */
export function standingTexts(state: LedgerState, revisions: readonly Revision[], judgedAt?: Ms): StandingTexts {
  const counts = (revision: Revision) => isAlive(state, revision) && !isFutureDated(revision.filed, judgedAt);
  const [only, ...others] = revisions;
  if (only && others.length === 0) return { current: counts(only) ? [only.filed] : [], proposals: [] };
  const linked = revisions.map((revision) => {
    const { digest, record } = revision.filed;
    return { digest, follows: record.body.follows, revision };
  });
  const filedOf = (heads: typeof linked) => heads.map(({ revision }) => revision.filed);
  const proposals = filedOf(headsOf(linked, ({ revision }) => counts(revision))).filter(isProposal);
  const current = filedOf(headsOf(linked, ({ revision }) => counts(revision) && !isProposal(revision.filed)));
  return current.length > 0 ? { current, proposals } : { current: proposals, proposals: [] };
}
