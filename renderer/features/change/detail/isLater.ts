import { evidenceGaps } from '../../../../shared/change/evidenceOf.ts';
import type { EvidenceState } from '../../../../shared/change/evidenceState.ts';
import type { LifecycleState } from '../../../../shared/record/words.ts';

const afterWork: readonly LifecycleState[] = ['validating', 'review', 'closed'];

/** Is this evidence that can only be gathered once the work is done, and it is not done yet? Then nothing is missing. */
export function isLater(item: EvidenceState, state: LifecycleState): boolean {
  if (!item.required || item.standing !== 'missing' || afterWork.includes(state)) return false;
  return evidenceGaps([item]).length === 0;
}
