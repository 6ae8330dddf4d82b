import { toMs } from '../time/instant.ts';
import type { Filed } from '../record/envelope.ts';
import { isOfSubject, subjectOf } from './entitlement.ts';
import { tick } from './clock.ts';
import { isOfKind, type Act, type LedgerState } from './state.ts';

/** The signature on a record, as other rules weigh it. */
export function actOf(state: LedgerState, { record, position }: Filed): Act {
  const { by, key, seen } = record.signed;
  return { person: by, key, position, seen: state.positions.get(seen ?? '') ?? position };
}

/** Takes a record that counts into the state. Chain revisions are put in force elsewhere. */
export function admit(state: LedgerState, filed: Filed, blob: string, restsOn: Act | null = null): void {
  tick(state.clock, filed.record.signed.by, toMs(filed.record.signed.at), filed.position);
  if (isOfKind(filed, 'request')) admitRequest(state, filed);
  else if (isOfKind(filed, 'cosign')) admitCosign(state, filed);
  else if (isOfKind(filed, 'quarantine')) admitQuarantine(state, filed);
  else if (isOfKind(filed, 'checkpoint')) state.checkpoints = [...state.checkpoints, { filed, blob }];
  else if (isOfSubject(filed)) {
    const subject = subjectOf(filed);
    state.revisions.set(subject, [...(state.revisions.get(subject) ?? []), { filed, blob, restsOn }]);
    if (isOfKind(filed, 'service')) state.underMemo.clear();
  }
}

function admitRequest(state: LedgerState, filed: Filed<'request'>): void {
  const { change, follows, implementer, services, sites } = filed.record.body;
  const revision = { digest: filed.digest, follows, author: actOf(state, filed), implementer };
  const revisions = [...(state.changes.get(change)?.revisions ?? []), revision];
  state.changes.set(change, { revisions, services, sites });
}

function admitCosign(state: LedgerState, filed: Filed<'cosign'>): void {
  const { digest } = filed.record.body.of;
  state.cosigns.set(digest, [...(state.cosigns.get(digest) ?? []), actOf(state, filed)]);
}

function admitQuarantine(state: LedgerState, filed: Filed<'quarantine'>): void {
  const { path, blob } = filed.record.body;
  state.quarantines = [...state.quarantines, { path, blob, act: actOf(state, filed) }];
}
