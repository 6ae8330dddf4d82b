import { CLOCK_SLACK_MS } from '../ledger/futureDated.ts';
import type { EvidenceBody } from '../record/body/decisionBody.ts';
import type { PolicyBody } from '../record/body/policyBody.ts';
import type { Filed } from '../record/envelope.ts';
import type { EvidenceKind } from '../record/words.ts';
import { DAY_MS, toInstant, toMs, type Instant, type Ms } from '../time/instant.ts';
import type { RequestText } from './requestText.ts';

/** The newest valid item of one kind. */
export interface EvidenceReading {
  readonly standing: 'fresh' | 'stale' | 'stale-by-start';
  readonly title: string;
  readonly measuredAt: Instant;
  /** First instant at which it is too old; null when its kind never gets stale. */
  readonly staleAt: Instant | null;
  readonly by: string;
  readonly attachment?: EvidenceBody['attachment'];
}

/** Can this be shown before the work? The smoke test of the business can only follow it. */
export const beforeWork = (kind: EvidenceKind): boolean => kind !== 'business-smoke';

/**
 * What has been shown for this change, by kind?
 * The newest measurement counts. What speaks of another artifact, or was measured in the future, does not.
 * @param asOf the instant for which freshness is judged
 * @param now the instant up to which what can only follow the work is looked at
 * @param start when the work begins; null while no time is given
 */
export function readEvidence(
  text: RequestText,
  filed: readonly Filed<'evidence'>[],
  policy: PolicyBody,
  { asOf, start, now }: { readonly asOf: Ms; readonly start: Ms | null; readonly now: Ms },
): Map<EvidenceKind, EvidenceReading> {
  const latest = (kind: EvidenceKind): Ms => (beforeWork(kind) ? asOf : now);
  const followed = new Set(filed.flatMap(({ record }) => record.body.follows));
  const artifacts = new Set(text.artifacts.map(({ digest }) => digest));
  const readings = new Map<EvidenceKind, EvidenceReading>();
  for (const { record, digest } of filed) {
    const { body, signed } = record;
    if (followed.has(digest) || toMs(body.measuredAt) > latest(body.evidence) + CLOCK_SLACK_MS) continue;
    if (body.artifact !== undefined && artifacts.size > 0 && !artifacts.has(body.artifact)) continue;
    const known = readings.get(body.evidence);
    if (known && known.measuredAt >= body.measuredAt) continue;
    const days = policy.freshDays[body.evidence];
    const staleMs = days === undefined ? null : toMs(body.measuredAt) + days * DAY_MS;
    readings.set(body.evidence, {
      standing: standingOf(staleMs, asOf, start),
      title: body.title,
      measuredAt: body.measuredAt,
      staleAt: staleMs === null ? null : toInstant(staleMs),
      by: signed.by,
      attachment: body.attachment,
    });
  }
  return readings;
}

function standingOf(staleMs: Ms | null, asOf: Ms, start: Ms | null): EvidenceReading['standing'] {
  if (staleMs === null) return 'fresh';
  if (staleMs <= asOf) return 'stale';
  return start !== null && staleMs <= start ? 'stale-by-start' : 'fresh';
}
