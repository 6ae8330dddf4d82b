import type { RequestText } from '../change/requestText.ts';
import type { RiskFactors } from '../record/body/policyBody.ts';

export interface Outcomes {
  readonly closed: number;
  readonly failed: number;
}

/** How closed changes of the last months ended, by what they touched and who did them. */
export interface TrackRecord {
  readonly of: (kind: 'service' | 'category' | 'team', id: string) => Outcomes;
  readonly overall: Outcomes;
}

const nothing: Outcomes = { closed: 0, failed: 0 };

/** No outcome is known: every question gets the policy's neutral points. */
export const emptyTrackRecord: TrackRecord = { of: () => nothing, overall: nothing };

/** How many imagined changes at the common rate stand beside the real ones: one bad night in three does not brand a team. */
const PRIOR_CHANGES = 10;

/** Failure rate, 0 to 1, drawn towards the common rate the more the fewer outcomes there are. */
function shrunkenRate({ closed, failed }: Outcomes, common: number): number {
  return (failed + PRIOR_CHANGES * common) / (closed + PRIOR_CHANGES);
}

export interface TrackReading {
  /** Null when neither services, category nor team have an outcome. */
  readonly rate: number | null;
  readonly closed: number;
  readonly failed: number;
  readonly source: string;
}

/**
 * What failure rate should be expected of this change?
 * The mean of three shrunken rates: of the worst touched service, the category and the team (for a change made here,
 * its implementer). The common rate they shrink to is itself drawn to the rate that earns the policy's neutral points.
 */
export function readTrack(text: RequestText, track: TrackRecord, scale: RiskFactors['trackRecord']): TrackReading {
  const neutralRate = ((scale.neutral / Math.max(scale.max, 1)) * scale.fullAtPercent) / 100;
  const common = shrunkenRate(track.overall, neutralRate);
  const services = text.services.map((id) => ({ source: `service/${id}`, ...track.of('service', id) }));
  const worstService = services.reduce<(typeof services)[number] | null>(
    (worst, next) => (worst && shrunkenRate(worst, common) >= shrunkenRate(next, common) ? worst : next),
    null,
  );
  const sides = [
    ...(worstService ? [worstService] : []),
    { source: `category/${text.category}`, ...track.of('category', text.category) },
    { source: `team/${text.imported?.team ?? text.implementer}`, ...teamOutcomes(text, track) },
  ];
  const known = sides.filter(({ closed }) => closed > 0);
  const worst = known.reduce<(typeof sides)[number] | null>(
    (last, next) => (last && shrunkenRate(last, common) >= shrunkenRate(next, common) ? last : next),
    null,
  );
  if (!worst) return { rate: null, closed: 0, failed: 0, source: 'policy' };
  const rate = sides.reduce((sum, side) => sum + shrunkenRate(side, common), 0) / sides.length;
  return { rate, closed: worst.closed, failed: worst.failed, source: worst.source };
}

function teamOutcomes(text: RequestText, track: TrackRecord): Outcomes {
  const team = text.imported?.team ?? text.implementer;
  return team === '' ? nothing : track.of('team', team);
}
