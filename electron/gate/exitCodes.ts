import type { Verdict } from '../../shared/gate/verdict.ts';

/** Nothing else than `allow` may end in 0; a shell takes that for yes. */
export const exitCodes = { allow: 0, deny: 10, needsWaiver: 11, indeterminate: 20, simulated: 30, usage: 64 } as const;

export function exitCodeOf({ answer, simulated }: Pick<Verdict, 'answer' | 'simulated'>): number {
  switch (answer) {
    case 'allow':
      return simulated ? exitCodes.simulated : exitCodes.allow;
    case 'deny':
      return exitCodes.deny;
    case 'needs-waiver':
      return exitCodes.needsWaiver;
    case 'indeterminate':
      return exitCodes.indeterminate;
    default:
      return exitCodes.indeterminate;
  }
}
