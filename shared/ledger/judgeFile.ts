import type { Digest } from '../ids.ts';
import { decodeFile, type Decoded, type Envelope } from '../record/codec.ts';
import type { Filed, LedgerRecord, RecordOf } from '../record/envelope.ts';
import { kinds, type Kind } from '../record/kinds.ts';
import { identifyPath, isPlainPath } from '../record/layout.ts';
import { fingerprintOfLine } from '../record/sshKey.ts';
import { isBeyondCut } from './beyondCut.ts';
import { chainRefusal, isChainKind } from './chain.ts';
import { isDelegate } from './delegations.ts';
import { entitledRoles } from './entitledRoles.ts';
import { entitlementOf, isManaged, isOfSubject, subjectOf } from './entitlement.ts';
import type { AddedFile, VerifySignature } from './line.ts';
import { quarantineRefusal } from './quarantine.ts';
import { holds, signatoryOf, type Refusal, type Signatory } from './signatory.ts';
import { isOfKind, type ChainKind, type LedgerState } from './state.ts';
import { isQuarantined } from './voidance.ts';

export interface JudgeDeps {
  readonly verify: VerifySignature;
  /** Files whose signature was found good before; everything else about them is judged again. */
  readonly trusted: (digest: Digest) => boolean;
}

export type Judged =
  | {
      readonly outcome: 'counted' | 'pending';
      readonly filed: Filed;
      readonly signatory: Signatory | null;
      /** Signed as a change manager whose reach covers what it is about. */
      readonly isManager: boolean;
    }
  | (Refusal & { readonly outcome: 'set-aside' | 'unreadable' });

/** Does this file, added at this position, count? Null for files that are no records, such as schemas. */
export function judgeFile(state: LedgerState, file: AddedFile, position: number, deps: JudgeDeps): Judged | null {
  if (file.path.startsWith('schemas/')) return null;
  if (file.mode !== '100644') return aside({ reason: 'bad-mode', detail: file.mode });
  if (file.text === null) return aside({ reason: 'too-large', detail: 'over 1 MB, or not UTF-8' });
  const decoded = file.decoded ?? decodeFile(file.path, file.text);
  if (!decoded.ok) return notUnderstood(state, file, decoded, position, deps);
  if (isQuarantined(state, file.path)) return aside({ reason: 'quarantined', detail: '' });

  const { record, digest } = decoded;
  if (record.ledger !== state.ledger) return aside({ reason: 'ledger-differs', detail: record.ledger });
  if (isBeyondCut(state, record, decoded.signedText, deps.verify)) return unreadable(beyondCut(record));
  if (record.signed.key === state.root.fingerprint) return judgeRecovery(state, file, decoded, position, deps);
  if (record.kind === 'roster' && record.body.recovery) return aside({ reason: 'root-misused', detail: 'recovery' });

  if (record.kind === 'enrolment') return aside(enrolmentRefusal(state, record, position, decoded.signedText, deps));
  const signatory = signatoryOf(state, record.signed, position);
  if ('reason' in signatory) return aside(signatory);
  const message = { namespace: `tidegate-${record.kind}`, message: decoded.signedText, sig: record.signed.sig };
  if (!deps.trusted(digest) && !deps.verify({ publicKey: signatory.publicKey, ...message }))
    return aside({ reason: 'signature-wrong', detail: '' });

  const filed: Filed = { record, digest, path: file.path, position, effectiveAt: signatory.effectiveAt };
  const entitlement = entitlementOf(state, filed, signatory);
  if (typeof entitlement !== 'string') return aside(entitlement);
  const refusal = standingRefusal(state, filed);
  if (refusal) return notOnLine(state, refusal);
  const waits = entitlement === 'beyond-reach' || isChainKind(record.kind);
  return { outcome: waits ? 'pending' : 'counted', filed, signatory, isManager: isManaged(state, filed, signatory) };
}

/** What a kind demands of its place among the others: what it follows, what it speaks of. */
function standingRefusal(state: LedgerState, filed: Filed): Refusal | null {
  if (isChainRecord(filed)) return chainRefusal(state, filed);
  if (isOfKind(filed, 'quarantine')) return quarantineRefusal(state, filed);
  if (isOfKind(filed, 'receipt')) return lockRefusal(state, filed);
  if (isOfKind(filed, 'request')) {
    const revisions = state.changes.get(filed.record.body.change)?.revisions ?? [];
    const { follows, change } = filed.record.body;
    if (follows.length === 0 && revisions.length > 0) return { reason: 'collision', detail: change };
    return followsKnown(follows, (digest) => revisions.some((revision) => revision.digest === digest));
  }
  if (!isOfSubject(filed)) return null;
  const known = state.revisions.get(subjectOf(filed)) ?? [];
  const isKnown = (digest: Digest) => known.some((revision) => revision.filed.digest === digest) || isWaiting(digest);
  const isWaiting = (digest: Digest) => {
    const waiting = state.pending.get(digest)?.filed;
    return waiting !== undefined && isOfSubject(waiting) && subjectOf(waiting) === subjectOf(filed);
  };
  return followsKnown(filed.record.body.follows, isKnown);
}

function followsKnown(follows: readonly Digest[], isKnown: (digest: Digest) => boolean): Refusal | null {
  const unknown = follows.find((digest) => !isKnown(digest));
  return unknown === undefined ? null : { reason: 'wrong-follows', detail: unknown };
}

/** A start that uses up a waiver, or takes work back, is a lock: it must stand on the very commit that was judged. */
function lockRefusal(state: LedgerState, { record, position }: Filed<'receipt'>): Refusal | null {
  const { event, waivers = [], rollbackOf, judgedAt } = record.body;
  if (event !== 'started' || (waivers.length === 0 && rollbackOf === undefined)) return null;
  const judged = state.positions.get(judgedAt ?? '');
  return judged === position - 1 ? null : { reason: 'lock-missed', detail: judgedAt ?? '' };
}

/** An enrolment never counts; what is asked for by the key itself is shown as a request, anything else is junk. */
function enrolmentRefusal(
  state: LedgerState,
  { body, signed }: RecordOf<'enrolment'>,
  position: number,
  message: string,
  deps: JudgeDeps,
): Refusal {
  const { fingerprint, publicKey } = body.key;
  const seen = state.positions.get(signed.seen ?? '');
  if (seen === undefined || seen >= position) return { reason: 'seen-not-on-line', detail: signed.seen ?? '' };
  if (signed.by !== body.person || signed.key !== fingerprint || fingerprintOfLine(publicKey) !== fingerprint)
    return { reason: 'key-unknown', detail: signed.key };
  const isSigned = deps.verify({ publicKey, namespace: 'tidegate-enrolment', message, sig: signed.sig });
  return isSigned ? { reason: 'enrolment', detail: fingerprint } : { reason: 'signature-wrong', detail: '' };
}

export function isChainRecord(filed: Filed): filed is Filed<ChainKind> {
  return isChainKind(filed.record.kind);
}

/** After the first commit the root key speaks once: to put a new roster in place of a lost one. */
function judgeRecovery(
  state: LedgerState,
  file: AddedFile,
  { record, digest, signedText }: { record: LedgerRecord; digest: Digest; signedText: string },
  position: number,
  deps: JudgeDeps,
): Judged {
  if (record.kind !== 'roster' || !record.body.recovery) return aside({ reason: 'root-misused', detail: record.kind });
  const seen = state.positions.get(record.signed.seen ?? '');
  if (seen === undefined || seen >= position) return aside({ reason: 'seen-not-on-line', detail: '' });
  const given = { namespace: 'tidegate-roster', message: signedText, sig: record.signed.sig };
  if (!deps.verify({ publicKey: state.root.publicKey, ...given }))
    return aside({ reason: 'signature-wrong', detail: 'root' });
  const filed: Filed<'roster'> = { record, digest, path: file.path, position };
  const refusal = chainRefusal(state, filed);
  return refusal ? aside(refusal) : { outcome: 'counted', filed, signatory: null, isManager: false };
}

/** A file that cannot be understood matters only when an entitled member signed it. */
function notUnderstood(
  state: LedgerState,
  { path }: AddedFile,
  decoded: Extract<Decoded, { ok: false }>,
  position: number,
  deps: JudgeDeps,
): Judged {
  const { envelope, signedText, detail } = decoded;
  const isStrange = identifyPath(path) === null && (decoded.reason !== 'unknown-kind' || !isPlainPath(path));
  const refusal: Refusal = { reason: isStrange ? 'unknown-path' : decoded.reason, detail };
  if (!envelope || signedText === undefined || isStrange || envelope.ledger !== state.ledger) return aside(refusal);
  if (isBeyondCut(state, envelope, signedText, deps.verify)) return unreadable(beyondCut(envelope));
  const signatory = signatoryOf(state, envelope.signed, position);
  if ('reason' in signatory || !isEntitledTo(state, envelope, signatory)) return aside(refusal);
  const { sig } = envelope.signed;
  const namespace = `tidegate-${envelope.kind}`;
  const good = deps.verify({ publicKey: signatory.publicKey, namespace, message: signedText, sig });
  return good ? unreadable(refusal) : aside(refusal);
}

function isEntitledTo(state: LedgerState, { kind }: Envelope, signatory: Signatory): boolean {
  if (kind === 'decision' && isDelegate(state, signatory.person)) return true;
  const known = kinds.find((name): name is Kind => name === kind);
  if (known) return holds(signatory, entitledRoles[known]);
  return signatory.now.roles.some(({ role }) => holds(signatory, [role]));
}

/** A revocation may name a commit beyond the cut: that is not known, rather than wrong. */
function notOnLine(state: LedgerState, refusal: Refusal): Judged {
  return state.shallow && refusal.reason === 'seen-not-on-line' ? unreadable(refusal) : aside(refusal);
}

function beyondCut({ signed }: Pick<Envelope, 'signed'>): Refusal {
  return { reason: 'seen-not-on-line', detail: signed.seen ?? '' };
}

function unreadable(refusal: Refusal): Judged {
  return { outcome: 'unreadable', ...refusal };
}

function aside(refusal: Refusal): Judged {
  return { outcome: 'set-aside', ...refusal };
}
