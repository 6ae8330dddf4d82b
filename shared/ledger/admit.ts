import { toMs } from '../time/instant.ts';
import type { Filed } from '../record/envelope.ts';
import { LOOSENING_MS } from '../window/loosening.ts';
import { isOfSubject, subjectOf } from './entitlement.ts';
import { firstSeen, tick } from './clock.ts';
import { isOfKind, type Act, type LedgerState, type Revision } from './state.ts';

/** The signature on a record, as other rules weigh it. */
export function actOf(state: LedgerState, { record, position }: Filed): Act {
  const { by, key, seen } = record.signed;
  return { person: by, key, position, seen: state.positions.get(seen ?? '') ?? position, at: toMs(record.signed.at) };
}

/** The further signatures on a record: cosigns that name its digest, and its kind with it. */
export function cosignsOn(state: LedgerState, { digest, record }: Filed): readonly Act[] {
  return (state.cosigns.get(digest) ?? []).filter(({ of }) => of === record.kind);
}

/** What else is known of a record that counts. */
interface Admission {
  /** The change manager's signature, for a revision beyond its author's reach. */
  readonly restsOn?: Act;
  /** Signed as a change manager whose reach covers what it is about. */
  readonly isManager?: boolean;
}

/** Takes a record that counts into the state. Chain revisions are put in force elsewhere. */
export function admit(state: LedgerState, filed: Filed, blob: string, admission: Admission = {}): void {
  tick(state.clock, filed.record.signed.by, toMs(filed.record.signed.at), filed.position);
  if (isOfKind(filed, 'request')) admitRequest(state, filed);
  else if (isOfKind(filed, 'cosign')) admitCosign(state, filed, admission);
  else if (isOfKind(filed, 'quarantine')) admitQuarantine(state, filed);
  else if (isOfKind(filed, 'checkpoint')) state.checkpoints = [...state.checkpoints, { filed, blob }];
  else if (isOfSubject(filed)) {
    const subject = subjectOf(filed);
    const revision = revisionOf(state, { filed, blob }, admission);
    state.revisions.set(subject, [...(state.revisions.get(subject) ?? []), revision]);
    if (isOfKind(filed, 'service')) state.underMemo.clear();
  }
}

function revisionOf(
  state: LedgerState,
  given: Pick<Revision, 'filed' | 'blob'>,
  { restsOn, isManager }: Admission,
): Revision {
  const { by, at } = given.filed.record.signed;
  const signers = [{ person: by, at: toMs(at) }, ...(restsOn ? [restsOn] : [])];
  const seenAt = firstSeen(state.clock, signers, LOOSENING_MS);
  return { ...given, restsOn: restsOn ?? null, seenAt, ...(isManager ? { isManaged: true } : {}) };
}

function admitRequest(state: LedgerState, filed: Filed<'request'>): void {
  const { change, follows, implementer, services, sites } = filed.record.body;
  const revision = { digest: filed.digest, follows, author: actOf(state, filed), implementer, services, sites };
  const revisions = [...(state.changes.get(change)?.revisions ?? []), revision];
  const followed = new Set(revisions.flatMap((each) => each.follows));
  const heads = revisions.filter(({ digest }) => !followed.has(digest));
  const isEverywhere = heads.some((head) => head.sites.length === 0);
  state.changes.set(change, {
    revisions,
    services: [...new Set(heads.flatMap((head) => head.services))],
    sites: isEverywhere ? [] : [...new Set(heads.flatMap((head) => head.sites))],
  });
}

function admitCosign(state: LedgerState, filed: Filed<'cosign'>, { isManager }: Admission): void {
  const { digest, kind } = filed.record.body.of;
  const act: Act = { ...actOf(state, filed), of: kind, ...(isManager ? { isManager: true } : {}) };
  state.cosigns.set(digest, [...(state.cosigns.get(digest) ?? []), act]);
}

function admitQuarantine(state: LedgerState, filed: Filed<'quarantine'>): void {
  const { path, blob } = filed.record.body;
  state.quarantines = [...state.quarantines, { path, blob, act: actOf(state, filed) }];
}
