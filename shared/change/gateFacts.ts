import type { Band } from '../record/words.ts';
import { gatherFacts } from '../risk/gatherFacts.ts';
import type { RiskFacts } from '../risk/riskFacts.ts';
import { topOfSteps } from '../risk/steps.ts';
import { emptyTrackRecord } from '../risk/trackRecord.ts';
import { newestCountable } from './countableDecisions.ts';
import type { ChangeReading } from './readChange.ts';

export interface GateFacts {
  readonly facts: RiskFacts;
  /** The newest decision on this text that could count, whose collisions and track record were taken. */
  readonly decided: { readonly band: Band; readonly record: string } | null;
}

/**
 * The facts as a pipeline has them: eight factors from request, map, windows and policy; collisions and track record as
 * the newest decision on this text saw them. Without a decision nothing collides and the record is unknown.
 */
export function gateFacts(reading: ChangeReading): GateFacts {
  const newest = newestCountable(reading);
  const { factors } = reading.board.policy;
  const record = newest && `decision/${newest.record.id}`;
  const points = newest?.record.body.risk.points ?? {};
  const fixed = {
    // A decision that does not say what it saw is taken at the worst.
    collisions: newest ? (points['collisions'] ?? topOfSteps(factors.collisions)) : 0,
    trackRecord: newest ? (points['track-record'] ?? factors.trackRecord.max) : factors.trackRecord.neutral,
    source: record ?? 'policy',
  };
  const topology = reading.windows.topology;
  return {
    facts: gatherFacts({ ...reading, topology, collisions: [], track: emptyTrackRecord, fixed }),
    decided: newest && record !== null ? { band: newest.record.body.risk.band, record } : null,
  };
}
