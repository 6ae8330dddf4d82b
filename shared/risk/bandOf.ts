import type { PolicyBody } from '../record/body/policyBody.ts';
import { bands, type Band } from '../record/words.ts';

/** Which band does this sum of points fall into? */
export function bandOf(score: number, limits: PolicyBody['bands']): Band {
  if (score >= limits.critical) return 'critical';
  if (score >= limits.high) return 'high';
  return score >= limits.moderate ? 'moderate' : 'low';
}

/** Is the first band graver than the second? */
export function isAbove(band: Band, other: Band): boolean {
  return bands.indexOf(band) > bands.indexOf(other);
}

/** The gravest of the bands; `low` when none is given. */
export function gravest(given: readonly Band[]): Band {
  return given.reduce<Band>((worst, band) => (isAbove(band, worst) ? band : worst), 'low');
}
