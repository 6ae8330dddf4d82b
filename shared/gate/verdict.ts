import type { ChangeId, CommitId, Digest, RecordId, ServiceId, SiteId, WindowId } from '../ids.ts';
import type { Environment } from '../record/words.ts';
import type { Instant } from '../time/instant.ts';

export interface Question {
  readonly change: ChangeId;
  readonly environment: Environment;
  readonly service?: ServiceId;
  readonly site?: SiteId;
  readonly tenant?: string;
  readonly phase?: string;
  readonly digest?: Digest;
  readonly at: Instant;
  /** The asker gave `at` instead of the machine's own instant. */
  readonly simulated: boolean;
  /** Asked by `begin`, which takes what an allow rests on; a waiver, a phase and a rollback open for nobody else. */
  readonly begins?: boolean;
  /** Asks to take the work of the change back. */
  readonly isRollback?: boolean;
}

/** Best to worst is the reverse: the answer is the worst that any cell gives. */
export type Answer = 'allow' | 'needs-waiver' | 'deny' | 'indeterminate';

export type ReasonCode =
  | 'already-running'
  | 'approved'
  | 'approvals-missing'
  | 'artifact-mismatch'
  | 'artifact-missing'
  | 'begin-only'
  | 'break-glass'
  | 'cancelled'
  | 'change-unknown'
  | 'closed'
  | 'closed-outside'
  | 'collision'
  | 'edge-finish'
  | 'evidence-missing'
  | 'evidence-stale'
  | 'expired'
  | 'forked'
  | 'freeze'
  | 'future-dated'
  | 'imported'
  | 'ledger-halted'
  | 'maintenance'
  | 'no-checkpoint'
  | 'not-in-change'
  | 'outside-envelope'
  | 'peak'
  | 'phase-order'
  | 'rejected'
  | 'risk-rose'
  | 'rollback'
  | 'rollback-refused'
  | 'root-mismatch'
  | 'sample'
  | 'soft-freeze'
  | 'stale-data'
  | 'tampered'
  | 'type-not-allowed'
  | 'tz-differs'
  | 'unreadable-record'
  | 'waived'
  | 'waiver-ready'
  | 'wrong-environment';

export interface Reason {
  readonly code: ReasonCode;
  readonly answer: Answer;
  /** One sentence in the trade's words; record text inside it is escaped where it is shown. */
  readonly text: string;
  /** `rule` names what decided: `deny-wins`, `matrix`, `envelope`. */
  readonly rule: string;
  /** The record it rests on, when there is one: `window/black-friday`, `decision/01J…`. */
  readonly record?: string;
  readonly path?: readonly ServiceId[];
  readonly service?: ServiceId;
  readonly site?: SiteId;
  readonly tenant?: string;
  /** When this reason ends by itself; absent when only people can end it. */
  readonly until?: Instant;
}

export interface SpanUsed {
  readonly window: WindowId;
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: string;
}

export interface Verdict {
  readonly answer: Answer;
  readonly simulated: boolean;
  readonly question: Question;
  readonly reasons: readonly Reason[];
  /** First instant at which no time rule objects, people's acts held as they are; null beyond 400 days. */
  readonly nextOpening: Instant | null;
  /** The waivers that lift something here, in the order in which they were written. */
  readonly waivers: readonly RecordId[];
  readonly spans: readonly SpanUsed[];
  readonly commit: CommitId;
  readonly checkpoint: RecordId | null;
  /** Minutes since the last successful contact with the remote; null when there is no remote. */
  readonly dataAgeMinutes: number | null;
  readonly tz: string;
}
