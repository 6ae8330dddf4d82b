import type { PolicyBody } from '../record/body/policyBody.ts';
import { HOUR_MS } from '../time/instant.ts';
import { hitsOf } from '../window/hitsOf.ts';
import type { WindowHit } from '../window/span.ts';
import type { WindowContext } from '../window/windowContext.ts';
import type { Work } from '../window/work.ts';
import type { RiskFacts } from './riskFacts.ts';

const clear: RiskFacts['timing'] = { met: 'clear', window: null, title: '' };

/**
 * What does the planned time meet, at its worst?
 * A freeze, then a peak that runs or begins soon after the work, then a soft freeze that no maintenance window lifts.
 */
export function readTiming(
  work: Work | null,
  hits: readonly WindowHit[],
  context: WindowContext,
  { timing }: PolicyBody['factors'],
): RiskFacts['timing'] {
  if (!work) return clear;
  const freeze = hits.find(({ effect }) => effect === 'freeze');
  if (freeze) return { met: 'freeze', window: freeze.span.window, title: freeze.title };
  const soft = softHits(hits)[0];
  const peak = peakNear(work, context, timing.nearPeakHours);
  const met = [
    ...(peak ? [{ met: 'near-peak' as const, points: timing.nearPeak, hit: peak }] : []),
    ...(soft ? [{ met: 'soft' as const, points: timing.soft, hit: soft }] : []),
  ].toSorted((a, b) => b.points - a.points)[0];
  return met ? { met: met.met, window: met.hit.span.window, title: met.hit.title } : clear;
}

/** The soft freezes that hold: a maintenance window over the same time and places lifts one. */
export function softHits(hits: readonly WindowHit[]): WindowHit[] {
  const lifting = hits.filter(({ effect }) => effect === 'maintenance');
  return hits.filter(
    (hit) =>
      hit.effect === 'soft-freeze' &&
      !hit.places.every((place) =>
        lifting.some(
          (other) =>
            other.start <= hit.start &&
            other.end >= hit.end &&
            other.places.some(
              ({ service, site, tenant }) =>
                service === place.service && site === place.site && tenant === place.tenant,
            ),
        ),
      ),
  );
}

function peakNear(work: Work, context: WindowContext, hours: number): WindowHit | undefined {
  if (!context.windows.some(isPeak)) return undefined;
  const peaks = { ...context, mayHit: (asked: Work) => context.mayHit(asked).filter(isPeak) };
  return hitsOf({ ...work, end: work.end + hours * HOUR_MS }, peaks)[0];
}

function isPeak({ effect }: Pick<WindowHit, 'effect'>): boolean {
  return effect === 'peak';
}
