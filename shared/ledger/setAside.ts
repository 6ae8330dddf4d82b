import type { Standing } from './line.ts';
import type { Refusal } from './signatory.ts';
import type { Problem } from './standing.ts';
import type { LedgerState } from './state.ts';
import { isQuarantined } from './voidance.ts';

/** Notes why a file does not count and says so. The commit is the one being read. */
export function setAside(
  state: LedgerState,
  { path, blob }: { readonly path: string; readonly blob: string },
  { reason, detail }: Refusal,
  unreadable = false,
): Standing {
  const problem: Problem = { path, blob, commit: state.head, reason, detail, unreadable };
  state.problems.set(path, problem);
  return { standing: unreadable ? 'unreadable' : 'set-aside', problem };
}

/** Every problem as it stands: a file that could not be understood and was quarantined touches nothing any more. */
export function problemsOf(state: LedgerState): readonly Problem[] {
  return [...state.problems.values()].map((problem) => asItStands(state, problem));
}

export function asItStands(state: LedgerState, problem: Problem): Problem {
  if (!problem.unreadable || !isQuarantined(state, problem.path)) return problem;
  return { ...problem, reason: 'quarantined', unreadable: false };
}
