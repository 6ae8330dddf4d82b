import type { Digest } from '../ids.ts';
import type { CheckpointBody } from '../record/body/ledgerBody.ts';
import { canonical } from '../record/canonical.ts';
import { digestOf } from '../record/digest.ts';
import { toInstant } from '../time/instant.ts';
import { chainKinds } from './chain.ts';
import { SHOWN_STEPS } from './clock.ts';
import { recentTexts } from './recentTexts.ts';
import { standingTexts } from './standingTexts.ts';
import type { LedgerState } from './state.ts';
import { standingQuarantines } from './voidance.ts';

/**
 * What a checkpoint vouches for: the digest of everything small that the board has said.
 *
 * The chains link by link, every current revision of a site, service, window, template or delegation, what waits for a
 * signature, what is quarantined, and of the latest texts when they were first seen and which change managers signed.
 * Revoked keys and ended roles follow from the rosters; the records of changes from the commit and the list of files that
 * do not count. docs/ledger.md has the exact form.
 */
export function stateDigest(state: LedgerState): Digest {
  const chains = chainKinds.map((kind) => [kind, state.chains[kind].map(({ filed }) => filed.digest)]);
  const current = [...state.revisions].map(([subject, revisions]) => [
    subject,
    Object.values(standingTexts(state, revisions))
      .flat()
      .map(({ digest }) => digest)
      .toSorted(),
  ]);
  const recent = recentTexts(state).map(({ digest, seenAt, managers, isBeyond }) => [
    digest,
    toInstant(seenAt),
    // No person is called that.
    ...(isBeyond ? ['*'] : []),
    ...managers,
  ]);
  const quarantined = standingQuarantines(state).map(({ path, blob }) => `${path} ${blob}`);
  const said = {
    ledger: state.ledger,
    root: state.root.fingerprint,
    chains: Object.fromEntries(chains),
    current: Object.fromEntries(current.filter(([, heads]) => heads?.length)),
    pending: [...state.pending.keys()].toSorted(),
    quarantined: [...new Set(quarantined)].toSorted(),
    ...(recent.length > 0 ? { recent } : {}),
  };
  return digestOf(canonical(said));
}

/** The state's part of a checkpoint. */
export type Vouched = Required<Pick<CheckpointBody, 'commit' | 'position' | 'state' | 'clock' | 'shown' | 'recent'>>;

export function vouchFor(state: LedgerState): Vouched {
  const readings = [state.clock.first, state.clock.second].filter((reading) => reading !== null);
  const clock = readings.map(({ person, at }) => ({ person, at: toInstant(at) }));
  const shown = state.clock.steps.slice(-SHOWN_STEPS).map(({ from, at }) => ({ from, at: toInstant(at) }));
  const recent = recentTexts(state).map(({ digest, seenAt, managers, isBeyond }) => ({
    digest,
    seen: toInstant(seenAt),
    managers: [...managers],
    ...(isBeyond ? { beyond: true as const } : {}),
  }));
  return { commit: state.head, position: state.length, state: stateDigest(state), clock, shown, recent };
}
