import type { ChangeId } from '../ids.ts';
import type { Reason } from '../gate/verdict.ts';
import type { Ms } from '../time/instant.ts';
import type { Deployment, Unread } from './deployment.ts';

/**
 * How a deployment stands to the board. `covered`: a start that the gate would have opened speaks of it. `other-digest`:
 * one does, of something else. `unrecorded`: the board would have allowed it, and no pipeline told it. `not-allowed`: it
 * would not have, neither the deployment nor the start that speaks of it. `no-change`: nobody ever asked.
 */
export type Finding = 'covered' | 'other-digest' | 'unrecorded' | 'not-allowed' | 'no-change';

export interface Reconciled {
  readonly deployment: Deployment;
  readonly finding: Finding;
  readonly change: ChangeId | null;
  /** Why the board would have said no, as it stood then. */
  readonly reasons: readonly Reason[];
  readonly detail: string;
}

/** A start that no deployment goes back to: the log may have lost it, or nothing went live. */
export interface Silent {
  readonly change: ChangeId;
  readonly at: Ms;
  readonly services: readonly string[];
  readonly run: string | null;
}

export interface Reconciliation {
  readonly findings: readonly Reconciled[];
  readonly silent: readonly Silent[];
  readonly unread: readonly Unread[];
  /** Deployments that were read and not asked about. */
  readonly leftOut: { readonly otherTime: number; readonly otherEnvironment: number };
}

/** Does everything that went live stand on the board? */
export function isReconciled({ findings, unread }: Reconciliation): boolean {
  return unread.length === 0 && findings.every(({ finding }) => finding === 'covered');
}
