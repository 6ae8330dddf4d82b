import type { Band } from '../record/words.ts';
import { bandOf, gravest } from './bandOf.ts';
import { floorsOf } from './floors.ts';
import { criticality, reach, recovery, reversibility } from './impactFactors.ts';
import { category, collisions, evidence, itemsAsked, rollback, timing, trackRecord } from './likelihoodFactors.ts';
import { loweringsOf } from './lowerings.ts';
import type { FactorPoints, Risk } from './risk.ts';
import type { RiskFacts } from './riskFacts.ts';

const sumOf = (factors: readonly FactorPoints[]) => factors.reduce((sum, { points }) => sum + points, 0);
/** Points of an absurd policy may pass 100; a score never does. */
const capped = (score: number) => Math.min(100, score);

interface Scored {
  readonly factors: readonly FactorPoints[];
  readonly score: number;
  /** Given by the other nine factors and the floors; decides which evidence is asked for. */
  readonly baseBand: Band;
}

/** The evidence factor comes last: which items are mandatory follows from the others, so that nothing goes in a circle. */
function scoreFactors(facts: RiskFacts): Scored {
  const others = [
    criticality(facts),
    reach(facts),
    category(facts),
    reversibility(facts),
    rollback(facts),
    timing(facts),
    collisions(facts),
    trackRecord(facts),
    recovery(facts),
  ];
  const bandOfOthers = bandOf(capped(sumOf(others)), facts.policy.bands);
  const baseBand = gravest([bandOfOthers, ...floorsOf(facts, bandOfOthers).map(({ band }) => band)]);
  const factors = [...others.slice(0, 5), evidence(facts, baseBand), ...others.slice(5)];
  return { factors, score: capped(sumOf(factors)), baseBand };
}

/** Share of what is possible, on the auditor's scale of 1 to 5. */
function level(factors: readonly FactorPoints[]): number {
  const max = factors.reduce((sum, factor) => sum + factor.max, 0);
  return max === 0 ? 1 : Math.max(1, Math.ceil((5 * sumOf(factors)) / max));
}

const impactNames = new Set(['criticality', 'reach', 'reversibility', 'recovery']);

/** Which band do the facts give before evidence is counted? It decides which evidence is asked for. */
export function evidenceBand(facts: RiskFacts): Band {
  return scoreFactors(facts).baseBand;
}

/**
 * How risky is this, and why?
 * Ten factors are added up, the sum gives a band, and the floors lift it: nothing lowers one.
 */
export function scoreRisk(facts: RiskFacts): Risk {
  const { factors, score, baseBand } = scoreFactors(facts);
  const sumBand = bandOf(score, facts.policy.bands);
  const floors = floorsOf(facts, sumBand);
  const missing = itemsAsked(facts, baseBand)
    .filter(({ fresh }) => !fresh)
    .map(({ kind }) => kind);
  return {
    score,
    band: gravest([sumBand, ...floors.map(({ band }) => band)]),
    sumBand,
    factors,
    floors,
    lowerings: loweringsOf(facts, missing, (given) => scoreFactors(given).score),
    grid: {
      likelihood: level(factors.filter(({ factor }) => !impactNames.has(factor))),
      impact: level(factors.filter(({ factor }) => impactNames.has(factor))),
    },
  };
}
