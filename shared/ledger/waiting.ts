import type { PersonId } from '../ids.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import { createTopology, type Topology } from '../topology/createTopology.ts';
import { loosened, LOOSENING_MS } from '../window/loosening.ts';
import type { Waiting } from './board.ts';
import { isProposal } from './entitlement.ts';
import { isFutureDated } from './futureDated.ts';
import { ancestorsOf } from './heads.ts';
import { mayWait } from './recentTexts.ts';
import { otherMapsOf, type Places } from './otherMaps.ts';
import { missingSignatures } from './missingSignatures.ts';
import { isOfKind, type LedgerState, type Revision } from './state.ts';
import { isAlive } from './voidance.ts';

export interface WaitingGiven extends Places {
  readonly windows: ReadonlyMap<string, readonly Filed<'window'>[]>;
  readonly judgedAt?: Ms | undefined;
}

type WindowRevision = Revision<'window'>;

/** More revisions of one window than this within two days are not compared: each is taken to loosen the ones before. */
const MOST_COMPARED = 40;

/**
 * Which current windows loosened something, less than 48 hours after they were first seen, without the signatures that
 * would spare them the wait; and which earlier texts still apply?
 *
 * An earlier text runs out with the first of its successors whose wait is over. One that a successor does not loosen is
 * replaced at once: the successor carries on what it held.
 */
export function waitingOf(state: LedgerState, given: WaitingGiven): Waiting[] {
  const now = given.judgedAt ?? state.clock.second?.at ?? 0;
  const fresh = [...state.revisions.values()].flatMap((revisions) => {
    const living = revisions.filter(isWindow).filter((revision) => counts(state, revision, given.judgedAt));
    return living.some((revision) => mayWait(state, revision, now))
      ? [{ revisions: revisions.filter(isWindow), living }]
      : [];
  });
  if (fresh.length === 0) return [];
  const maps = [given, ...otherMapsOf(given)].map(({ sites, services }) => ({
    sites,
    topology: createTopology(services.values()),
  }));
  const inForce = [...given.windows.values()].flat().map(({ record }) => record.body);
  const read = (others: readonly WindowBody[]) =>
    fresh.flatMap((subject) => waitingIn(state, subject, { ...given, others, maps, now }));
  const found = read(inForce);
  // What an earlier text still denies, new maintenance does not open either.
  const fading = found.flatMap(({ earlier }) => earlier.flatMap(({ filed }) => (filed ? [filed.record.body] : [])));
  return fading.length > 0 ? read([...inForce, ...fading]) : found;
}

interface Subject {
  readonly revisions: readonly WindowRevision[];
  readonly living: readonly WindowRevision[];
}

interface Reading extends WaitingGiven {
  readonly others: readonly WindowBody[];
  /** What one map holds back is held, whatever the others say. */
  readonly maps: readonly { readonly sites: Places['sites']; readonly topology: Topology }[];
  readonly now: Ms;
}

function waitingIn(state: LedgerState, { revisions, living }: Subject, reading: Reading): Waiting[] {
  const byDigest = new Map(revisions.map((revision) => [revision.filed.digest, revision]));
  const descent = new Map(living.map((revision) => [revision, ancestorsOf(revision, byDigest)]));
  const heads = living.filter((revision) => !living.some((later) => descent.get(later)?.has(revision.filed.digest)));
  const ends = new Map<WindowRevision | null, Ms>();
  for (const earlier of [null, ...living]) {
    const later = living.filter((each) => earlier === null || descent.get(each)?.has(earlier.filed.digest));
    if (later.length === 0 || !later.every((each) => mayWait(state, each, reading.now))) continue;
    const end = Math.min(...later.map((each) => waitEnd(state, earlier, each, reading, later.length)));
    if (end > reading.now) ends.set(earlier, end);
  }
  return heads.flatMap((head) => {
    const earlier = [...ends].filter(([text]) => text === null || descent.get(head)?.has(text.filed.digest));
    if (earlier.length === 0) return [];
    const missing = earlier.map(([text]) => missingOf(state, text, head, reading));
    const owners = [...new Set(missing.flatMap((each) => each.owners))];
    const manager = missing.some((each) => each.manager);
    const texts = earlier.map(([text, until]) => ({ filed: text?.filed ?? null, until }));
    return [{ by: head.filed, earlier: texts, owners, manager }];
  });
}

/** When what `later` loosens of `earlier` takes effect; long ago where it loosens nothing or is signed for. */
function waitEnd(
  state: LedgerState,
  earlier: WindowRevision | null,
  later: WindowRevision,
  reading: Reading,
  count: number,
): Ms {
  const end = (later.seenAt ?? 0) + LOOSENING_MS;
  if (count > MOST_COMPARED) return end;
  const { owners, manager, isLooser } = missingOf(state, earlier, later, reading);
  return isLooser && (manager || owners.length > 0) ? end : 0;
}

function missingOf(
  state: LedgerState,
  earlier: WindowRevision | null,
  later: WindowRevision,
  { others, maps, judgedAt }: Reading,
): { readonly isLooser: boolean; readonly owners: readonly PersonId[]; readonly manager: boolean } {
  const after = later.filed.record.body;
  const beside = { from: later.seenAt ?? 0, others: others.filter(({ window }) => window !== after.window) };
  const held = maps.flatMap((map) => loosened(earlier?.filed.record.body ?? null, after, { ...map, ...beside }));
  const missing = missingSignatures(
    state,
    later,
    held.map(({ owner }) => owner),
    judgedAt,
  );
  return { isLooser: held.length > 0, ...missing };
}

function counts(state: LedgerState, revision: WindowRevision, judgedAt: Ms | undefined): boolean {
  return isAlive(state, revision) && !isProposal(revision.filed) && !isFutureDated(revision.filed, judgedAt);
}

function isWindow(revision: Revision): revision is WindowRevision {
  return isOfKind(revision.filed, 'window');
}
