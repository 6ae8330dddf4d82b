import { conflictedPeople } from '../approval/readDecisions.ts';
import type { ChangeId } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';
import { HOUR_MS, MINUTE_MS, toMs, type Ms } from '../time/instant.ts';
import type { Deployment } from './deployment.ts';

/** A start counts for what went live after it, at most so long: a day is the longest run. */
const LONGEST_RUN_MS: Ms = 24 * HOUR_MS;
/** Clocks of pipelines and of logs differ by this much without anybody's fault. */
const SLACK_MS: Ms = 15 * MINUTE_MS;

/** A deployment and the starts that may speak of it, the likeliest first. */
export interface Matched {
  readonly deployment: Deployment;
  readonly starts: readonly Filed<'receipt'>[];
  /** Signed by somebody whose change it is: it says that work began, and not that it was allowed. */
  readonly byHand: Filed<'receipt'> | null;
}

/**
 * Which starts may speak of which deployment?
 *
 * Those of the same run, where both name one; else those of that service there in the day before it, the latest first.
 * Several deployments may go back to one start: a run puts a service live at many sites.
 *
 * @param starts counted receipts that say `started`, in the environment that is asked about
 * @param requests every text of every change, in line order
 */
export function matchReceipts(
  deployments: readonly Deployment[],
  starts: readonly Filed<'receipt'>[],
  requests: readonly Filed<'request'>[],
): Matched[] {
  const latestFirst = starts.toSorted((a, b) => startOf(b) - startOf(a));
  const byHand = new Set(startsByHand(starts, requests));
  return deployments.map((deployment) => {
    const speaking = latestFirst.filter((start) => speaksOf(start, deployment));
    const vouched = speaking.filter((start) => !byHand.has(start));
    const ofRun = vouched.filter(({ record }) => deployment.run !== null && record.body.run === deployment.run);
    const likely = ofRun.length > 0 ? ofRun : vouched;
    return { deployment, starts: likely, byHand: likely.length > 0 ? null : (speaking[0] ?? null) };
  });
}

/** Those by whoever had asked for the change, written it or was to do it, when they signed. */
function startsByHand(starts: readonly Filed<'receipt'>[], requests: readonly Filed<'request'>[]): Filed<'receipt'>[] {
  const texts = new Map<ChangeId, Filed<'request'>[]>();
  for (const each of requests) {
    const { change } = each.record.body;
    texts.set(change, [...(texts.get(change) ?? []), each]);
  }
  return starts.filter(({ record, position }) => {
    const asOfThen = (texts.get(record.body.change) ?? []).filter((text) => text.position < position);
    return conflictedPeople({ requests: asOfThen }).has(record.signed.by);
  });
}

function speaksOf(start: Filed<'receipt'>, { at, service, site, change, run }: Deployment): boolean {
  const { body } = start.record;
  const began = startOf(start);
  if (at < began - SLACK_MS || at > began + LONGEST_RUN_MS) return false;
  // Both name a run, and they are not the same one.
  if (run !== null && body.run !== undefined && run !== body.run && looksLikeRun(run, body.run)) return false;
  if (change !== null && body.change !== change) return false;
  if (body.services.length > 0 && !body.services.includes(service)) return false;
  return body.site === undefined || site === null || body.site === site;
}

/** Two addresses of the same server are two runs; a number and an address cannot be told apart. */
function looksLikeRun(one: string, other: string): boolean {
  return one.includes('://') && other.includes('://');
}

/** When it says that it began. */
export function startOf({ record }: Filed<'receipt'>): Ms {
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
