import type { LifecycleState } from '../record/words.ts';

/** Where a change stands, and since what. */
export interface Lifecycle {
  readonly state: LifecycleState;
  /** Part of validating: the work is done, the indicators are being watched. */
  readonly hypercare: boolean;
  /** The condition that held, in one line. */
  readonly because: string;
}
