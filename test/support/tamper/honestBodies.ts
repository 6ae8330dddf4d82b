import { materialDigest } from '../../../shared/change/material.ts';
import type { DecisionBody, EvidenceBody } from '../../../shared/record/body/decisionBody.ts';
import type { RequestBody } from '../../../shared/record/body/requestBody.ts';
import type { WindowBody } from '../../../shared/record/body/windowBody.ts';
import { DAY_MS, HOUR_MS, toInstant, type Ms } from '../../../shared/time/instant.ts';
import { wallAt } from '../../../shared/time/zone.ts';
import { requestOf, windowOf } from '../ledgerBodies.ts';

export const artifact = `sha256:${'c'.repeat(64)}`;

/** Low risk on the kiosk, its time from two hours before `at` to six hours after it. */
export function readyText(change: string, at: Ms, given: Partial<RequestBody> = {}): RequestBody {
  return requestOf({
    change,
    title: `New screen ${change}`,
    category: 'observability',
    services: ['kiosk'],
    requester: 'rita',
    implementer: 'ivan',
    timing: {
      earliestStart: toInstant(at - 2 * HOUR_MS),
      start: toInstant(at - HOUR_MS),
      minutes: 60,
      latestEnd: toInstant(at + 6 * HOUR_MS),
    },
    artifacts: [{ service: 'kiosk', digest: artifact }],
    plans: {
      implementation: `Roll out ${change}`,
      validation: 'Look at it',
      rollback: { steps: 'Roll it back', criteria: 'It is dark', readiness: 'rehearsed' },
      communication: 'Told',
      fallback: 'Paper',
    },
    ...given,
  });
}

export function decidedOn(text: RequestBody, given: Partial<DecisionBody> = {}): DecisionBody {
  return {
    change: text.change,
    material: { version: 1, digest: materialDigest(text) },
    verdict: 'approve',
    role: 'peer',
    risk: { score: 3, band: 'low', points: { collisions: 0, 'track-record': 3 } },
    follows: [],
    ...given,
  };
}

export function testedFor(change: string, at: Ms): EvidenceBody {
  const measuredAt = toInstant(at - 12 * DAY_MS);
  return { change, evidence: 'build-test', title: 'Build', measuredAt, detail: '', follows: [] };
}

/** A freeze of one site from `start` to `end`. */
export function freezeOf(window: string, site: string, span: { start: Ms; end: Ms }, more: Partial<WindowBody> = {}) {
  const zone = 'Europe/Paris';
  const schedule = { form: 'once' as const, start: wallAt(span.start, zone), end: wallAt(span.end, zone) };
  const scope = { everything: false, sites: [site] };
  return windowOf({ window, title: `Freeze ${window}`, owner: 'bruno', scope, zone, schedule, ...more });
}
