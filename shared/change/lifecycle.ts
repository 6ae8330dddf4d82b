import type { LifecycleState } from '../record/words.ts';

/** Where a change stands, and since what. */
export interface Lifecycle {
  readonly state: LifecycleState;
  /** Part of validating: the work is done, the indicators are being watched. */
  readonly hypercare: boolean;
  /** The condition that held, in one line. */
  readonly because: string;
}

/** What a review that is written says of itself while something else is owed. */
export const STILL_OWED = 'still owed: ';

/** Is there a review to write? A change also stays in review for signatures and evidence that are still owed. */
export function awaitsReview({ state, because }: Lifecycle): boolean {
  return state === 'review' && !because.startsWith(STILL_OWED);
}
