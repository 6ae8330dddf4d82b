import type { ChangeId } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';
import type { Environment } from '../record/words.ts';
import { HOUR_MS, MINUTE_MS, toMs, type Ms } from '../time/instant.ts';
import type { Deployment } from './deployment.ts';

/** A start counts for what went live after it, at most so long: a day is the longest run. */
const LONGEST_RUN_MS: Ms = 24 * HOUR_MS;
/** Clocks of pipelines and of logs differ by this much without anybody's fault. */
const SLACK_MS: Ms = 15 * MINUTE_MS;

/** A deployment and the receipt that speaks of it. */
export interface Matched {
  readonly deployment: Deployment;
  readonly receipt: Filed<'receipt'> | null;
  /** The receipt names another artifact for this service. */
  readonly otherDigest: string | null;
}

/**
 * Which receipt speaks of which deployment?
 *
 * The same run, where both name one; else the latest start of that service there that was before it. Several
 * deployments may go back to one start: a run puts a service live at many sites.
 *
 * @returns the matches in the order given, and the changes whose starts no deployment goes back to
 */
export function matchReceipts(
  deployments: readonly Deployment[],
  receipts: readonly Filed<'receipt'>[],
  environment: Environment,
): { readonly matched: readonly Matched[]; readonly silent: readonly Filed<'receipt'>[] } {
  const starts = receipts
    .filter(({ record: { body } }) => body.event === 'started' && body.environment === environment)
    .toSorted((a, b) => startOf(b) - startOf(a));
  const used = new Set<Filed<'receipt'>>();
  const matched = deployments.map((deployment): Matched => {
    const receipt =
      starts.find(({ record: { body } }) => deployment.run !== null && body.run === deployment.run) ??
      starts.find((start) => speaksOf(start, deployment)) ??
      null;
    if (receipt) used.add(receipt);
    const named = receipt?.record.body.artifacts.find(({ service }) => service === deployment.service)?.digest;
    const differs = named !== undefined && deployment.digest !== null && named !== deployment.digest;
    return { deployment, receipt, otherDigest: differs ? named : null };
  });
  return { matched, silent: starts.filter((start) => !used.has(start)).toReversed() };
}

function speaksOf(start: Filed<'receipt'>, { at, service, site, change, run }: Deployment): boolean {
  const { body } = start.record;
  const began = startOf(start);
  if (at < began - SLACK_MS || at > began + LONGEST_RUN_MS) return false;
  // Both name a run, and they are not the same one.
  if (run !== null && body.run !== undefined && looksLikeRun(run, body.run)) return false;
  if (change !== null && body.change !== change) return false;
  if (body.services.length > 0 && !body.services.includes(service)) return false;
  return body.site === undefined || site === null || body.site === site;
}

/** Two addresses of the same server are two runs; a number and an address cannot be told apart. */
function looksLikeRun(one: string, other: string): boolean {
  return one.includes('://') && other.includes('://');
}

function startOf({ record }: Filed<'receipt'>): Ms {
  return toMs(record.body.happenedAt);
}

/** The changes that a deployment could have been, by what it names or by place and time. */
export function candidatesFor(
  { change, service, at }: Deployment,
  texts: ReadonlyMap<ChangeId, { readonly services: readonly string[]; readonly start: Ms; readonly end: Ms }>,
): ChangeId[] {
  if (change !== null) return texts.has(change) ? [change] : [];
  return [...texts].flatMap(([id, { services, start, end }]) =>
    services.includes(service) && at >= start && at < end ? [id] : [],
  );
}
