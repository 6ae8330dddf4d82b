import { evidenceWords } from '../change/evidenceWords.ts';
import { isAbove } from './bandOf.ts';
import type { Band } from '../record/words.ts';
import type { FactorPoints } from './risk.ts';
import type { RiskFacts } from './riskFacts.ts';
import { stepOf, stepWords, topOfSteps } from './steps.ts';

/** How risky is this sort of work in itself? */
export function category({ policy, category: name }: RiskFacts): FactorPoints {
  const scale = policy.factors.category;
  const points = scale[name];
  return {
    factor: 'category',
    points,
    max: Math.max(...Object.values(scale)),
    input: name.replaceAll('-', ' '),
    rule: `${name.replaceAll('-', ' ')} gives ${points}`,
    source: 'request',
  };
}

/** How ready is the way back? */
export function rollback({ policy, rollback: readiness, logged }: RiskFacts): FactorPoints {
  const scale = policy.factors.rollback;
  const points = logged === undefined ? scale[readiness] : 0;
  const input = {
    rehearsed: 'the way back was rehearsed and timed',
    tested: 'the way back was tested in staging',
    written: 'the way back is only written',
    none: 'no way back is written',
  };
  return {
    factor: 'rollback',
    points,
    max: Math.max(scale.rehearsed, scale.tested, scale.written, scale.none),
    input: logged === undefined ? input[readiness] : `${logged} does not say`,
    rule: logged === undefined ? `${readiness} gives ${points}` : 'not asked of an imported record',
    source: 'request',
  };
}

/** Does the planned time meet the calendar? */
export function timing({ policy, timing: { met, window, title } }: RiskFacts): FactorPoints {
  const scale = policy.factors.timing;
  const points = { clear: scale.clear, soft: scale.soft, 'near-peak': scale.nearPeak, freeze: scale.freeze }[met];
  const rule = {
    clear: `no window gives ${points}`,
    soft: `inside a soft freeze gives ${points}`,
    'near-peak': `in a peak or less than ${scale.nearPeakHours} hours before gives ${points}`,
    freeze: `inside a freeze gives ${points}`,
  };
  return {
    factor: 'timing',
    points,
    max: Math.max(scale.clear, scale.soft, scale.nearPeak, scale.freeze),
    input: met === 'clear' ? 'the planned time meets no window' : title,
    rule: rule[met],
    source: window === null ? 'request' : `window/${window}`,
  };
}

/** How many other changes touch the same or a dependent node at the same time? */
export function collisions({ policy, collisions: others, fixed }: RiskFacts): FactorPoints {
  const steps = policy.factors.collisions;
  const max = topOfSteps(steps);
  if (fixed) {
    const points = Math.min(fixed.collisions, max);
    const input = 'as the newest decision saw it';
    return { factor: 'collisions', points, max, input, rule: 'taken from the decision', source: fixed.source };
  }
  return {
    factor: 'collisions',
    points: stepOf(steps, others.length),
    max,
    input: others.length === 0 ? 'no change meets it' : `meets ${others.slice(0, 3).join(', ')}${tail(others.length)}`,
    rule: `${others.length}: ${stepWords(steps, others.length)}`,
    source: others[0] === undefined ? 'request' : `change/${others[0]}`,
  };
}

const tail = (count: number) => (count > 3 ? ` and ${count - 3} more` : '');

/** How did changes like this one end? */
export function trackRecord({ policy, track, fixed }: RiskFacts): FactorPoints {
  const { max, neutral, fullAtPercent, days } = policy.factors.trackRecord;
  if (fixed) {
    const points = Math.min(Math.max(fixed.trackRecord, neutral), max);
    const rule = `taken from the decision, never below ${neutral}`;
    const input = 'as the newest decision saw it';
    return { factor: 'track-record', points, max, input, rule, source: fixed.source };
  }
  if (track.rate === null) {
    const input = `no outcome in ${days} days`;
    return { factor: 'track-record', points: neutral, max, input, rule: `unknown gives ${neutral}`, source: 'policy' };
  }
  const points = Math.round(max * Math.min(1, (track.rate * 100) / fullAtPercent));
  return {
    factor: 'track-record',
    points,
    max,
    input: `${track.failed} of ${track.closed} failed in ${days} days, ${percent(track.rate)} after shrinkage`,
    rule: `${fullAtPercent} % gives ${max}`,
    source: track.source,
  };
}

/** One decimal without a locale. */
const percent = (rate: number) => `${Math.round(rate * 1000) / 10} %`;

/** The items that must be shown before the work when the change lies in this band. */
export function itemsAsked(facts: RiskFacts, band: Band): RiskFacts['evidence'] {
  return facts.evidence.filter(({ need }) => need === 'mandatory' || isAbove(band, 'moderate'));
}

/** How much of the evidence that the other factors make mandatory is missing? */
export function evidence(facts: RiskFacts, band: Band): FactorPoints {
  const { max } = facts.policy.factors.evidence;
  const asked = itemsAsked(facts, band);
  const missing = asked.filter(({ fresh }) => !fresh);
  const points = asked.length === 0 ? 0 : Math.round((max * missing.length) / asked.length);
  const names = missing.map(({ kind }) => evidenceWords[kind]);
  return {
    factor: 'evidence',
    points,
    max,
    input: missing.length === 0 ? 'nothing is missing' : `missing: ${names.join(', ')}`,
    rule: `${missing.length} of ${asked.length} missing, times ${max}`,
    source: `policy/evidence/${facts.category}`,
  };
}
