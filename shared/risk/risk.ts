import type { FactorName, FloorName } from '../record/body/policyBody.ts';
import type { Band } from '../record/words.ts';

/** One factor's points and all that explains them. */
export interface FactorPoints {
  readonly factor: FactorName;
  readonly points: number;
  readonly max: number;
  /** What the rule looked at, in the trade's words: `tier 1: Order capture`. */
  readonly input: string;
  /** The rule that gave the points, as the policy words it: `tier 1 gives 16`. */
  readonly rule: string;
  /** Where the input came from: `service/order-capture`, `window/black-friday`, `policy`. */
  readonly source: string;
}

export interface Floor {
  readonly floor: FloorName;
  readonly band: Band;
  readonly why: string;
  /** False when the sum already reached that band. */
  readonly raised: boolean;
}

/** Something the requester can do, with the points it would take off. */
export interface Lowering {
  readonly factor: FactorName;
  readonly action: string;
  readonly points: number;
}

export interface Risk {
  /** Sum of the factors, 0 to 100. */
  readonly score: number;
  /** After floors. */
  readonly band: Band;
  /** What the sum alone gives. */
  readonly sumBand: Band;
  readonly factors: readonly FactorPoints[];
  readonly floors: readonly Floor[];
  /** Cheapest first: most points per action. */
  readonly lowerings: readonly Lowering[];
  /** Likelihood and impact, 1 to 5 each, for the auditor's grid. */
  readonly grid: { readonly likelihood: number; readonly impact: number };
}
