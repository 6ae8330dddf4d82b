import type { CommitId } from '../ids.ts';

/** Why a file under the roots does not count. */
export type SetAsideReason =
  | 'bad-mode'
  | 'bytes-differ'
  | 'collision'
  | 'edited'
  | 'enrolment'
  | 'future-dated'
  | 'key-revoked'
  | 'key-unknown'
  | 'ledger-differs'
  | 'lock-missed'
  | 'not-json'
  | 'not-entitled'
  | 'not-in-reach'
  | 'path-differs'
  | 'quarantined'
  | 'root-misused'
  | 'schema'
  | 'seen-not-on-line'
  | 'self-approval'
  | 'signature-wrong'
  | 'signer-unknown'
  | 'stale-head'
  | 'threshold-missing'
  /** Over 1 MB, or not UTF-8: not read. */
  | 'too-large'
  | 'unknown-kind'
  | 'unknown-path'
  | 'wrong-follows';

/** A file that was set aside, or that is validly signed and cannot be understood (`unreadable`). */
export interface Problem {
  readonly path: string;
  readonly blob: string;
  readonly commit: CommitId;
  readonly reason: SetAsideReason;
  /** The field or value at fault; hostile text, escape where shown. */
  readonly detail: string;
  /** Validly signed by an entitled member, yet not understood: could touch a question. */
  readonly unreadable: boolean;
}

/** The line itself is broken: readers judge at the commit before it. */
export interface Halt {
  readonly commit: CommitId;
  readonly why: 'merge' | 'edited' | 'removed' | 'first-commit' | 'root-mismatch';
  readonly paths: readonly string[];
}
