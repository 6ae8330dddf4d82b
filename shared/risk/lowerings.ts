import { evidenceWords } from '../change/evidenceWords.ts';
import type { FactorName } from '../record/body/policyBody.ts';
import type { EvidenceKind } from '../record/words.ts';
import type { Lowering } from './risk.ts';
import type { RiskFacts } from './riskFacts.ts';

interface Improvement {
  readonly factor: FactorName;
  readonly action: string;
  readonly facts: RiskFacts;
}

/**
 * What could the requester do, and how many points would each act alone take off?
 * Every act is scored again with that one thing improved, so its points include what it does to other factors.
 * Most points first. Acts that change nothing are left out.
 */
export function loweringsOf(
  facts: RiskFacts,
  missing: readonly EvidenceKind[],
  score: (facts: RiskFacts) => number,
): Lowering[] {
  if (facts.logged !== undefined) return [];
  const now = score(facts);
  return improvements(facts, missing)
    .map(({ factor, action, facts: better }) => ({ factor, action, points: now - score(better) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points || (a.action < b.action ? -1 : 1));
}

function improvements(facts: RiskFacts, missing: readonly EvidenceKind[]): Improvement[] {
  const list: Improvement[] = [];
  if (facts.rollback === 'none') {
    list.push({ factor: 'rollback', action: 'Write the way back', facts: { ...facts, rollback: 'written' } });
  }
  if (facts.rollback === 'written') {
    list.push({ factor: 'rollback', action: 'Test the way back in staging', facts: { ...facts, rollback: 'tested' } });
  }
  if (facts.rollback !== 'rehearsed') {
    const action = 'Rehearse the way back and time it';
    list.push({ factor: 'rollback', action, facts: { ...facts, rollback: 'rehearsed' } });
  }
  if (missing.length > 0) {
    const names = missing.map((kind) => evidenceWords[kind]).join(', ');
    const evidence = facts.evidence.map((item) => (missing.includes(item.kind) ? { ...item, fresh: true } : item));
    const shown = new Set([...facts.shown, ...missing]);
    list.push({ factor: 'evidence', action: `File what is missing: ${names}`, facts: { ...facts, evidence, shown } });
  }
  if (facts.timing.met !== 'clear') {
    const timing = { met: 'clear', window: null, title: '' } as const;
    list.push({ factor: 'timing', action: `Move it clear of ${facts.timing.title}`, facts: { ...facts, timing } });
  }
  if (facts.collisions.length > 0 && !facts.fixed) {
    const action = `Move it away from ${facts.collisions.slice(0, 3).join(', ')}`;
    list.push({ factor: 'collisions', action, facts: { ...facts, collisions: [] } });
  }
  if (facts.reach.sites > 1) {
    const reach = { ...facts.reach, sites: 1 };
    list.push({ factor: 'reach', action: 'Begin with one site', facts: { ...facts, reach } });
  }
  if (facts.data === 'irreversible') {
    const action = 'Keep a copy from which the data can be restored';
    list.push({ factor: 'reversibility', action, facts: { ...facts, data: 'restore' } });
  }
  if (facts.recovery.met !== 'met' && facts.recovery.service !== null) {
    const recovery = { ...facts.recovery, met: 'met' } as const;
    const action = `Bring a restore test of ${facts.recovery.service} up to what the business needs`;
    list.push({ factor: 'recovery', action, facts: { ...facts, recovery } });
  }
  return list;
}
