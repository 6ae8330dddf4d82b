import type { DecisionStanding } from '../approval/tally.ts';
import type { FactorName } from '../record/body/policyBody.ts';
import { HOUR_MS, toMs, type Instant, type Ms, type Period, type Wall } from '../time/instant.ts';
import { placeClock, placeTime, zoneName } from '../time/placeTime.ts';
import type { Span } from '../window/span.ts';

export const standingWords: Readonly<Record<DecisionStanding, string>> = {
  counts: 'counts',
  stale: 'stale: the text changed afterwards',
  lapsed: 'lapsed: older than the policy allows',
  'own-change': 'does not count: own change',
  replaced: 'replaced by a later decision',
  'role-not-asked': 'not asked for: role outside the matrix',
  'not-in-reach': 'does not count: outside the reach of the role',
};

export const factorWords: Readonly<Record<FactorName, string>> = {
  criticality: 'Criticality',
  reach: 'Reach',
  category: 'Kind of change',
  reversibility: 'Data reversal',
  rollback: 'Way back',
  evidence: 'Evidence missing',
  timing: 'Timing',
  collisions: 'Collisions',
  'track-record': 'Track record',
  recovery: 'Recovery',
};

/** `service-owner` as people read it: `service owner`. */
export const spoken = (word: string): string => word.replaceAll('-', ' ');

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The first characters of a fingerprint or digest: enough to compare by eye, never to trust. */
export const short = (id: string): string => id.slice(0, id.indexOf(':') + 13);

/** A moment on the clock of the pack's own zone, which its cover names. */
export const when = (at: Ms | Instant, zone: string): string => placeTime(typeof at === 'number' ? at : toMs(at), zone);

/** `Sun 1 Nov 2026 through Mon 30 Nov 2026` for whole days; the end itself is outside. */
export function periodWords({ start, end }: Period, zone: string): string {
  const whole = [start, end].every((at) => placeClock(at, zone) === '00:00');
  if (!whole) return `${placeTime(start, zone)} to ${placeTime(end, zone)}`;
  const day = (at: Ms) => placeTime(at, zone).split(',')[0] ?? '';
  return start + 36 * HOUR_MS > end ? day(start) : `${day(start)} through ${day(end - 1)}`;
}

/** What several occurrences have in common: the same wall clock at several places is said once. */
export function spanWords(spans: readonly Span[]): string[] {
  const zonesByWords = new Map<string, Set<string>>();
  for (const { startWall, endWall, zone } of spans) {
    const sameDay = startWall.slice(0, 10) === endWall.slice(0, 10);
    const words = `${wallWords(startWall)} to ${sameDay ? endWall.slice(11) : wallWords(endWall)}`;
    zonesByWords.set(words, (zonesByWords.get(words) ?? new Set()).add(zone));
  }
  return [...zonesByWords].map(([words, zones]) => {
    const names = [...zones].map(zoneName);
    return `${words} ${names.length > 2 ? `on the clocks of ${names.length} zones` : names.join(' and ')}`;
  });
}

/** A wall clock is shown as it stands: its zone must not be applied a second time. */
const wallWords = (wall: Wall): string => placeTime(toMs(`${wall}:00Z`), 'UTC');
