import type { Board } from '../ledger/board.ts';
import { toInstant, toMs, type Ms } from '../time/instant.ts';
import type { Answer, Reason, Verdict } from './verdict.ts';

/** Best first. */
const order: readonly Answer[] = ['allow', 'needs-waiver', 'deny', 'indeterminate'];

/** Sorts the gravest reason to the front. */
export function worseFirst(a: Pick<Reason, 'answer'>, b: Pick<Reason, 'answer'>): number {
  return order.indexOf(b.answer) - order.indexOf(a.answer);
}

/**
 * Judges by the policy in force and by every earlier one that still applies: the worse answer wins.
 *
 * What only an earlier policy objects to carries the rule `loosening-waits`, and ends with that policy.
 */
export function underEveryPolicy(board: Board, at: Ms, judge: (board: Board) => Verdict): Verdict {
  const waiting = (board.earlierPolicies ?? []).filter(({ until }) => at < until);
  return waiting.reduce(
    (verdict, { policy, until }) => joined(verdict, judge({ ...board, policy }), until),
    judge(board),
  );
}

function joined(present: Verdict, earlier: Verdict, until: Ms): Verdict {
  const said = new Set(present.reasons.map(nameOf));
  const added = earlier.reasons
    .filter((reason) => reason.answer !== 'allow' && !said.has(nameOf(reason)))
    .map((reason): Reason => {
      const ends = reason.until === undefined ? until : Math.min(until, toMs(reason.until));
      const text = `${reason.text}, by the policy before it was revised`;
      return { ...reason, text, rule: 'loosening-waits', record: 'policy', until: toInstant(ends) };
    });
  return {
    ...present,
    answer: worseFirst(earlier, present) < 0 ? earlier.answer : present.answer,
    reasons: [...present.reasons, ...added].toSorted(worseFirst),
    nextOpening: laterOf(present.nextOpening, earlier.nextOpening),
  };
}

function laterOf(one: Verdict['nextOpening'], other: Verdict['nextOpening']): Verdict['nextOpening'] {
  return one === null || other === null ? null : toMs(one) < toMs(other) ? other : one;
}

function nameOf({ code, text, service, site, tenant }: Reason): string {
  return JSON.stringify([code, text, service, site, tenant]);
}
