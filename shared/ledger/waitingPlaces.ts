import { canonical } from '../record/canonical.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import { LOOSENING_MS } from '../window/loosening.ts';
import { actOf, cosignsOn } from './admit.ts';
import type { WaitingPlace } from './otherMaps.ts';
import { CLOCK_SLACK_MS, isFutureDated } from './futureDated.ts';
import { ancestorsOf } from './heads.ts';
import { mayWait } from './recentTexts.ts';
import { isOfKind, type LedgerState, type Revision } from './state.ts';
import { isAlive, isRevoked } from './voidance.ts';

type PlaceRevision = Revision<'site' | 'service'>;

/**
 * Which current sites and services were revised less than 48 hours ago without the signatures that would spare them the
 * wait, and which earlier texts still apply beside them?
 *
 * Nothing is asked of what a text loosens: both are simply applied. One that differs in nothing but names and notes takes
 * effect at once.
 */
export function waitingPlaces(state: LedgerState, judgedAt?: Ms): WaitingPlace[] {
  const now = judgedAt ?? state.clock.second?.at ?? 0;
  return [...state.revisions].flatMap(([subject, all]) => {
    if (all.length < 2 || !(subject.startsWith('site/') || subject.startsWith('service/'))) return [];
    const revisions = all.filter(isPlace);
    const living = revisions.filter((each) => isAlive(state, each) && !isFutureDated(each.filed, judgedAt));
    return living.some((each) => mayWait(state, each, now))
      ? waitingIn(state, { revisions, living, judgedAt, now })
      : [];
  });
}

interface Reading {
  readonly revisions: readonly PlaceRevision[];
  readonly living: readonly PlaceRevision[];
  readonly judgedAt: Ms | undefined;
  readonly now: Ms;
}

function waitingIn(state: LedgerState, { revisions, living, judgedAt, now }: Reading): WaitingPlace[] {
  const byDigest = new Map(revisions.map((each) => [each.filed.digest, each]));
  const descent = new Map(living.map((each) => [each, ancestorsOf(each, byDigest)]));
  const follows = (later: PlaceRevision, earlier: PlaceRevision) =>
    descent.get(later)?.has(earlier.filed.digest) ?? false;
  const fading = living.flatMap((earlier) => {
    const later = living.filter((each) => follows(each, earlier));
    if (later.length === 0 || !later.every((each) => mayWait(state, each, now))) return [];
    const ends = later.map((each) =>
      isSame(earlier.filed, each.filed) || isAgreed(state, each, judgedAt) ? 0 : (each.seenAt ?? 0) + LOOSENING_MS,
    );
    const until = Math.min(...ends);
    return until > now ? [{ earlier, until }] : [];
  });
  const heads = living.filter((each) => !living.some((later) => follows(later, each)));
  return heads.flatMap((head) => {
    const texts = fading.filter(({ earlier }) => follows(head, earlier));
    if (texts.length === 0) return [];
    return [{ by: head.filed, earlier: texts.map(({ earlier, until }) => ({ filed: earlier.filed, until })) }];
  });
}

/** Is the later text, in all that rules of time and approvals read, the earlier one? */
function isSame(earlier: Filed<'site' | 'service'>, later: Filed<'site' | 'service'>): boolean {
  return canonical(weightOf(earlier)) === canonical(weightOf(later));
}

function weightOf(filed: Filed<'site' | 'service'>): unknown {
  if (isOfKind(filed, 'site')) {
    const { zone, tenants = [], retired } = filed.record.body;
    return { zone, retired, tenants: tenants.toSorted() };
  }
  if (!isOfKind(filed, 'service')) return null;
  const { kind, tier, tenancy, sites, dependsOn, retired } = filed.record.body;
  const edges = dependsOn.map(({ to, strength }) => `${to} ${strength}`);
  return { kind, tier, tenancy, retired, sites: sites.toSorted(), edges: [...new Set(edges)].toSorted() };
}

/**
 * A change manager in reach has signed besides one who was entitled to it alone: its author, unless beyond their reach, or
 * an owner or manager in reach who cosigned.
 */
function isAgreed(state: LedgerState, { filed, isManaged, restsOn }: PlaceRevision, judgedAt: Ms | undefined): boolean {
  const author = { ...actOf(state, filed), isManager: isManaged };
  const acts = [...(restsOn === null ? [author] : []), ...cosignsOn(state, filed)]
    .filter((act) => !isRevoked(state, act))
    .filter(({ at }) => judgedAt === undefined || at <= judgedAt + CLOCK_SLACK_MS);
  const managers = acts.filter(({ isManager }) => isManager);
  return managers.some(({ person }) => acts.some((other) => other.person !== person));
}

function isPlace(revision: Revision): revision is PlaceRevision {
  return isOfKind(revision.filed, 'site') || isOfKind(revision.filed, 'service');
}
