import type { Digest } from '../ids.ts';
import { canonical } from '../record/canonical.ts';
import { digestOf } from '../record/digest.ts';
import type { RequestText } from './requestText.ts';

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].toSorted();

/**
 * What does a signature on this request cover?
 * Everything that says what is done, to what, where, inside which envelope, by whom, and how it is taken back.
 * Title, summary, release link and the start inside the envelope are not part of it, nor is the order of lists.
 */
function materialOf(request: RequestText): unknown {
  const { rollback, ...plans } = request.plans;
  return {
    type: request.type,
    category: request.category,
    environment: request.environment,
    services: sorted(request.services),
    sites: sorted(request.sites),
    tenants: sorted(request.tenants),
    implementer: request.implementer,
    earliestStart: request.timing?.earliestStart ?? null,
    latestEnd: request.timing?.latestEnd ?? null,
    minutes: request.timing?.minutes ?? null,
    artifacts: sorted(request.artifacts.map(({ service, digest }) => `${service} ${digest}`)),
    plans: {
      implementation: plans.implementation,
      validation: plans.validation,
      communication: plans.communication,
      fallback: plans.fallback,
      rollback: { ...rollback },
    },
    data: request.data,
    phases: request.phases.map(({ name, sites }) => ({ name, sites: sorted(sites) })),
    incident: request.incident ?? null,
  };
}

/** Which digest must a decision name to count for this text? */
export function materialDigest(request: RequestText): Digest {
  return digestOf(canonical(materialOf(request)));
}
