import type { RiskFactors } from '../record/body/policyBody.ts';
import { assertNever } from '../errors.ts';
import type { FactorPoints } from './risk.ts';
import type { RiskFacts } from './riskFacts.ts';
import { stepOf, stepWords, topOfSteps } from './steps.ts';

/** How critical is the most critical thing this can stop? */
export function criticality({ policy, critical }: RiskFacts): FactorPoints {
  const scale = policy.factors.criticality;
  const max = Math.max(scale.tier1, scale.tier2, scale.tier3, scale.tier4);
  if (!critical) {
    return {
      factor: 'criticality',
      points: scale.tier4,
      max,
      input: 'no touched service is on the map',
      rule: `tier 4 gives ${scale.tier4}`,
      source: 'policy',
    };
  }
  const points = tierPoints(scale, critical.tier);
  return {
    factor: 'criticality',
    points,
    max,
    input: `tier ${critical.tier}: ${critical.name}`,
    rule: `tier ${critical.tier} gives ${points}`,
    source: `service/${critical.service}`,
  };
}

function tierPoints(scale: RiskFactors['criticality'], tier: number): number {
  if (tier <= 1) return scale.tier1;
  if (tier === 2) return scale.tier2;
  return tier === 3 ? scale.tier3 : scale.tier4;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** How far does it reach: sites, tenants and what depends on it within two strong edges? */
export function reach({ policy, reach: { sites, tenants, dependents, sharedPlatform } }: RiskFacts): FactorPoints {
  const steps = policy.factors.reach;
  const max = topOfSteps(steps);
  const total = sites + tenants + dependents;
  const input = [
    counted(sites, 'site', 'sites'),
    counted(tenants, 'tenant', 'tenants'),
    counted(dependents, 'dependent service', 'dependent services'),
  ].join(', ');
  if (sharedPlatform !== null) {
    const rule = `a shared platform gives ${max}`;
    return { factor: 'reach', points: max, max, input, rule, source: `service/${sharedPlatform}` };
  }
  const points = stepOf(steps, total);
  return { factor: 'reach', points, max, input, rule: `${total}: ${stepWords(steps, total)}`, source: 'request' };
}

/** Can the data be brought back? */
export function reversibility({ policy, data }: RiskFacts): FactorPoints {
  const scale = policy.factors.reversibility;
  const points = scale[data];
  const input = {
    reversible: 'data is reversible',
    restore: 'data needs a restore',
    irreversible: 'data is irreversible',
  };
  return {
    factor: 'reversibility',
    points,
    max: Math.max(scale.reversible, scale.restore, scale.irreversible),
    input: input[data],
    rule: `${data} gives ${points}`,
    source: 'request',
  };
}

/** Does recovery reach what the business needs, and was it tested lately? */
export function recovery({ policy, recovery: { met, service, why } }: RiskFacts): FactorPoints {
  const scale = policy.factors.recovery;
  return {
    factor: 'recovery',
    points: scale[met],
    max: Math.max(scale.met, scale.older, scale.unmet),
    input: why,
    rule: recoveryRule(scale, met),
    source: service === null ? 'policy' : `service/${service}`,
  };
}

function recoveryRule(scale: RiskFactors['recovery'], met: RiskFacts['recovery']['met']): string {
  switch (met) {
    case 'met':
      return `need met and tested within ${scale.freshDays} days gives ${scale.met}`;
    case 'older':
      return `last test older than ${scale.freshDays} days gives ${scale.older}`;
    case 'unmet':
      return `need not met or never tested gives ${scale.unmet}`;
    default:
      return assertNever(met);
  }
}
