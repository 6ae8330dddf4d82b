import type { ChangeId, CommitId, Digest, Fingerprint, LedgerId, PersonId, ServiceId, SiteId } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';
import type { Kind } from '../record/kinds.ts';
import type { Role } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import { copyClock, type Clock } from './clock.ts';
import type { Problem } from './standing.ts';

/** Kinds of which one revision at a time is in force, and that never fork. */
export type ChainKind = 'ledger' | 'roster' | 'policy';
/** Kinds that have revisions per subject and may fork. */
export type SubjectKind = 'site' | 'service' | 'window' | 'template' | 'delegation';

/** A chain revision and the position on the line from which it is in force. */
export interface Link<K extends ChainKind = ChainKind> {
  readonly filed: Filed<K>;
  readonly blob: string;
  readonly from: number;
  readonly signers: readonly Act[];
  /** When it was first seen to be in force; null where that was long ago. */
  readonly seenAt: Ms | null;
  /** Its author signed it as a change manager who reaches everything. */
  readonly isManaged?: true;
}

/** One person's signature that something rests on. */
export interface Act {
  readonly person: PersonId;
  readonly key: Fingerprint;
  readonly position: number;
  /** Where on the line its signer's knowledge ended. */
  readonly seen: number;
  /** When its signer says they signed. */
  readonly at: Ms;
  /** Signed as a change manager whose reach covers what it is about. */
  readonly isManager?: true;
  /** The kind of record that a cosign says it signs. */
  readonly of?: Kind;
}

export interface Revision<K extends SubjectKind = SubjectKind> {
  readonly filed: Filed<K>;
  readonly blob: string;
  /** The change manager's signature, for a revision beyond its author's reach. */
  readonly restsOn: Act | null;
  /** When it was first seen to count; null where that was long ago. */
  readonly seenAt: Ms | null;
  /** Its author signed it as a change manager whose reach covers it. */
  readonly isManaged?: true;
  /** Known from a checkpoint as one that no longer counts; others may descend through it. */
  readonly dead?: true;
}

/** Validly signed, but short of what it needs to take effect. */
export interface Pending {
  readonly filed: Filed;
  readonly blob: string;
}

export interface RequestFacts {
  readonly digest: Digest;
  readonly follows: readonly Digest[];
  readonly author: Act;
  readonly implementer: PersonId;
  readonly services: readonly ServiceId[];
  readonly sites: readonly SiteId[];
}

/** What later records of a change are judged by; the texts themselves are not kept. */
export interface ChangeFacts {
  readonly revisions: readonly RequestFacts[];
  /** Of every text that nobody has followed; no sites where one of them names none. */
  readonly services: readonly ServiceId[];
  readonly sites: readonly SiteId[];
}

export interface Quarantine {
  readonly path: string;
  readonly blob: string;
  readonly act: Act;
}

/** Decisions by this person in this role first seen after the position are void. */
export interface EndedRole {
  readonly person: PersonId;
  readonly role: Role;
  readonly after: number;
}

/**
 * Everything that is remembered of a line. The maps are the state's own; what they hold is never changed in
 * place, so a copy of the maps is a copy of the state.
 */
export interface LedgerState {
  ledger: LedgerId;
  root: { readonly publicKey: string; readonly fingerprint: Fingerprint };
  head: CommitId;
  /** Commits on the line up to and including `head`. */
  length: number;
  readonly positions: Map<CommitId, number>;
  readonly chains: {
    ledger: readonly Link<'ledger'>[];
    roster: readonly Link<'roster'>[];
    policy: readonly Link<'policy'>[];
  };
  readonly revisions: Map<string, readonly Revision[]>;
  readonly changes: Map<ChangeId, ChangeFacts>;
  readonly pending: Map<Digest, Pending>;
  readonly cosigns: Map<Digest, readonly Act[]>;
  readonly problems: Map<string, Problem>;
  readonly revokedKeys: Map<Fingerprint, number>;
  endedRoles: readonly EndedRole[];
  quarantines: readonly Quarantine[];
  checkpoints: readonly { readonly filed: Filed<'checkpoint'>; readonly blob: string }[];
  readonly clock: Clock;
  /** Services that a process rests on; forgotten whenever a service changes. */
  readonly underMemo: Map<ServiceId, ReadonlySet<ServiceId>>;
  /** Started from a checkpoint: the position of its commit, beyond which nothing was voided by earlier revocations. */
  vouched: number | null;
  /** The clone is cut off: a `seen` that is not known may still lie on the line. */
  shallow: boolean;
}

export function emptyState(): LedgerState {
  return {
    ledger: '',
    root: { publicKey: '', fingerprint: '' },
    head: '',
    length: 0,
    positions: new Map(),
    chains: { ledger: [], roster: [], policy: [] },
    revisions: new Map(),
    changes: new Map(),
    pending: new Map(),
    cosigns: new Map(),
    problems: new Map(),
    revokedKeys: new Map(),
    endedRoles: [],
    quarantines: [],
    checkpoints: [],
    clock: { first: null, second: null, steps: [], knownFrom: 0 },
    underMemo: new Map(),
    vouched: null,
    shallow: false,
  };
}

export function copyState(state: LedgerState): LedgerState {
  return {
    ...state,
    positions: new Map(state.positions),
    chains: { ...state.chains },
    revisions: new Map(state.revisions),
    changes: new Map(state.changes),
    pending: new Map(state.pending),
    cosigns: new Map(state.cosigns),
    problems: new Map(state.problems),
    revokedKeys: new Map(state.revokedKeys),
    underMemo: new Map(state.underMemo),
    clock: copyClock(state.clock),
  };
}

/** Tells the compiler which kind of record this is. */
export function isOfKind<K extends Kind>(filed: Filed, kind: K): filed is Filed<K> {
  return filed.record.kind === kind;
}
