import type { CommitId, Fingerprint } from '../ids.ts';
import type { Envelope } from '../record/codec.ts';
import type { CheckpointBody } from '../record/body/ledgerBody.ts';
import type { Filed } from '../record/envelope.ts';
import { toMs } from '../time/instant.ts';
import { admit } from './admit.ts';
import { stateDigest } from './checkpointState.ts';
import { SHOWN_STEPS } from './clock.ts';
import { isDelegate } from './delegations.ts';
import { isOfSubject, subjectOf } from './entitlement.ts';
import { isChainRecord } from './judgeFile.ts';
import type { AddedFile, VerifySignature } from './line.ts';
import { inLineOrder } from './lineOrder.ts';
import { seedChains } from './seedChains.ts';
import { readSeeds, type SeedFile } from './seedFiles.ts';
import { setAside } from './setAside.ts';
import { noteCosigned, noteRecent } from './seedRecent.ts';
import { emptyState, isOfKind, type LedgerState } from './state.ts';
import { wasEntitled, wasEntitledTo } from './wasEntitled.ts';

export interface SeedGiven {
  readonly checkpoint: CheckpointBody;
  /** The files of the checkpoint's commit that matter, and no others. */
  readonly files: readonly AddedFile[];
  readonly placed: (path: string) => number;
  /** Commits up to the checkpoint's whose position is known. */
  readonly known: ReadonlyMap<CommitId, number>;
  readonly shallow: boolean;
  readonly verify: VerifySignature;
  readonly root?: Fingerprint | undefined;
}

/** The state at a checkpoint's commit, and the records of changes that count there. */
export interface Seeded {
  readonly state: LedgerState;
  readonly filed: readonly Filed[];
}

/**
 * Puts the state at a checkpoint together without the line before it.
 *
 * The chains are verified whole and every signature that is read is checked; from the checkpoint comes which
 * files did not count, and the digest that the result must have. Null when it does not.
 */
export function seedState(given: SeedGiven): Seeded | null {
  const { checkpoint } = given;
  const state = emptyState();
  state.head = checkpoint.commit;
  state.length = checkpoint.position;
  state.vouched = checkpoint.position - 1;
  state.shallow = given.shallow;
  for (const [commit, position] of given.known) state.positions.set(commit, position);
  state.positions.set(checkpoint.commit, checkpoint.position - 1);

  const { files, problems } = readSeeds(checkpoint, given.files, given.placed, given.verify);
  if (!seedChains(state, files, { clock: clockOf(checkpoint), root: given.root })) return null;
  const delegations = files.flatMap(({ filed, standing }) =>
    standing === 'counted' && isOfKind(filed, 'delegation') ? [filed] : [],
  );
  const ordered = inLineOrder(files, checkpoint.order ?? []);
  const filed = ordered
    .filter((seed) => seed.filed.record.ledger === state.ledger)
    .flatMap((seed) => plant(state, seed, delegations));
  noteCosigned(state);
  for (const { file, detail, envelope } of problems)
    if (!envelope || wasEntitled(state, envelope) || mayDecide(state, envelope))
      setAside(state, file, { reason: 'schema', detail }, true);
  setClock(state, checkpoint);
  noteRecent(state, checkpoint);
  return stateDigest(state) === checkpoint.state ? { state, filed } : null;
}

/** A decision may count by a delegation, whatever its signer's own roles. */
function mayDecide(state: LedgerState, { kind, signed }: Envelope): boolean {
  return kind === 'decision' && isDelegate(state, signed.by);
}

/** Takes one file in; returns it when it is a record of a change that was counted once. */
function plant(
  state: LedgerState,
  { filed, blob, standing }: SeedFile,
  delegations: readonly Filed<'delegation'>[],
): Filed[] {
  if (isOfKind(filed, 'cosign') && filed.record.body.of.kind === 'waiver')
    return standing === 'counted' && wasEntitledTo(state, filed, delegations) ? [filed] : [];
  if (isChainRecord(filed) || isOfKind(filed, 'cosign') || isOfKind(filed, 'checkpoint')) {
    if (standing === 'pending') state.pending.set(filed.digest, { filed, blob });
    return [];
  }
  if (standing === 'pending') state.pending.set(filed.digest, { filed, blob });
  if (standing === 'voided') return plantDead(state, filed, blob);
  if (standing !== 'counted' || !wasEntitledTo(state, filed, delegations)) return [];
  admit(state, filed, blob);
  return 'change' in filed.record.body ? [filed] : [];
}

/** What counted once and no longer does: living revisions may descend from it. */
function plantDead(state: LedgerState, filed: Filed, blob: string): Filed[] {
  if (isOfSubject(filed)) {
    const subject = subjectOf(filed);
    const known = state.revisions.get(subject) ?? [];
    state.revisions.set(subject, [...known, { filed, blob, restsOn: null, seenAt: null, dead: true }]);
  }
  if (!isOfKind(filed, 'request')) return [];
  // Whose change it is, and what may follow it, it says all the same.
  admit(state, filed, blob);
  // Placed behind the checkpoint, where the revocation that voided it is sure to reach.
  return [{ ...filed, position: state.length }];
}

function setClock(state: LedgerState, checkpoint: CheckpointBody): void {
  const { position, shown = [] } = checkpoint;
  const [first, second] = clockOf(checkpoint);
  state.clock.first = first ?? null;
  state.clock.second = second ?? null;
  const told = shown.map(({ from, at }) => ({ from, at: toMs(at) }));
  const last = second ? [{ from: position - 1, at: second.at }] : [];
  state.clock.steps.splice(0, Infinity, ...(told.length > 0 ? told : last));
  // Fewer steps than a checkpoint tells are all there were.
  const isWhole = told.length > 0 && told.length < SHOWN_STEPS;
  state.clock.knownFrom = isWhole || last.length === 0 ? 0 : (state.clock.steps[0]?.from ?? position);
}

function clockOf({ clock = [] }: CheckpointBody) {
  return clock.map(({ person, at }) => ({ person, at: toMs(at) }));
}
