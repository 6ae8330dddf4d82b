import type { Filed } from '../record/envelope.ts';
import { identifyPath } from '../record/layout.ts';
import type { Refusal } from './signatory.ts';
import type { LedgerState } from './state.ts';

/** Kinds whose loss can only tighten what the gate says; one signature may take them away. */
const voidable = new Set(['request', 'evidence']);

/**
 * Why this quarantine has no effect; null when it has.
 *
 * It cures a file that cannot be understood, or takes away a request or a piece of evidence. A freeze, a
 * rejection, a receipt or a roster never goes by one signature: those have revisions, with their own rules.
 */
export function quarantineRefusal(state: LedgerState, { record }: Filed<'quarantine'>): Refusal | null {
  const { path, blob } = record.body;
  const problem = state.problems.get(path);
  if (problem?.unreadable) return problem.blob === blob ? null : { reason: 'wrong-follows', detail: path };
  return voidable.has(identifyPath(path)?.kind ?? '') ? null : { reason: 'not-entitled', detail: path };
}
