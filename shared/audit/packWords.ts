import type { DecisionStanding } from '../approval/tally.ts';
import type { FactorName } from '../record/body/policyBody.ts';
import { placeTime, zoneName } from '../time/placeTime.ts';
import { toMs, type Instant, type Ms } from '../time/instant.ts';

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

/** A moment with the place whose clock it is read from. */
export const when = (at: Ms | Instant, zone: string): string =>
  `${placeTime(typeof at === 'number' ? at : toMs(at), zone)} ${zoneName(zone)}`;
