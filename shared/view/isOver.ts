import type { LifecycleState } from '../record/words.ts';

const over: ReadonlySet<LifecycleState> = new Set(['closed', 'cancelled', 'rejected', 'expired']);

/** Is nothing left to do or to decide about it? Such changes are drawn quietly, so that what is planned stands out. */
export function isOver(state: LifecycleState): boolean {
  return over.has(state);
}
