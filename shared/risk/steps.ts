import type { RiskFactors } from '../record/body/policyBody.ts';

type Steps = RiskFactors['reach'];

const stepFor = (steps: Steps, value: number) =>
  steps.find(({ upTo }) => upTo === undefined || value <= upTo) ?? steps[steps.length - 1];

/** How many points does a count earn? A list without an open last step keeps its last points for all above. */
export function stepOf(steps: Steps, value: number): number {
  return stepFor(steps, value)?.points ?? 0;
}

/** The rule that gave the points, in words: `up to 10 gives 8`. */
export function stepWords(steps: Steps, value: number): string {
  const step = stepFor(steps, value);
  if (!step) return 'gives 0';
  if (step.upTo !== undefined) return `up to ${step.upTo} gives ${step.points}`;
  const below = steps[steps.indexOf(step) - 1]?.upTo;
  return below === undefined ? `gives ${step.points}` : `more than ${below} gives ${step.points}`;
}

export function topOfSteps(steps: Steps): number {
  return Math.max(...steps.map(({ points }) => points));
}
