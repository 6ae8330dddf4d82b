import type { FloorName } from '../record/body/policyBody.ts';
import type { Band } from '../record/words.ts';
import { isAbove } from './bandOf.ts';
import type { Floor } from './risk.ts';
import type { RiskFacts } from './riskFacts.ts';

/** Which floors hold, whatever the sum says? `sumBand` only tells whether a floor raised anything. */
export function floorsOf(facts: RiskFacts, sumBand: Band): Floor[] {
  const floor = (name: FloorName, why: string): Floor => {
    const band = facts.policy.floors[name];
    return { floor: name, band, why, raised: isAbove(band, sumBand) };
  };
  const found: Floor[] = [];
  if (facts.timing.met === 'freeze') found.push(floor('hard-freeze', `inside a freeze: ${facts.timing.title}`));
  if (facts.category === 'unclassified') found.push(floor('unknown-category', 'the category is not known'));
  if (facts.logged !== undefined) return found;
  if (facts.data === 'irreversible' && !facts.shown.has('restore-test') && facts.rollback !== 'rehearsed') {
    found.push(floor('irreversible-unrehearsed', 'data is irreversible and no restore was rehearsed'));
  }
  if (facts.critical?.tier === 1 && facts.rollback === 'none') {
    found.push(floor('tier-one-without-rollback', `${facts.critical.name} is tier 1 and there is no way back`));
  }
  if (facts.category === 'schema' && !facts.shown.has('timed-rehearsal')) {
    found.push(floor('schema-without-rehearsal', 'a schema change without a timed rehearsal'));
  }
  return found;
}
