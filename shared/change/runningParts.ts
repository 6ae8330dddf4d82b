import { effectiveTime } from '../ledger/effectiveTime.ts';
import type { Filed } from '../record/envelope.ts';
import type { SiteId } from '../ids.ts';
import type { ReceiptBody } from '../record/body/decisionBody.ts';
import type { RequestBody } from '../record/body/requestBody.ts';
import type { Environment } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';
import type { Place } from '../window/span.ts';
import { phaseSites } from './phases.ts';
import { partOf } from './progress.ts';

/** A part of a change whose run has begun and not ended. */
export interface RunningPart {
  readonly receipt: ReceiptBody;
  /** The effective time of the receipt that says it began. */
  readonly since: Ms;
  /** Where; null for everywhere. */
  readonly sites: readonly SiteId[] | null;
}

/** What is running in this environment, as the counted receipts tell it? */
export function runningParts(
  receipts: readonly Filed<'receipt'>[],
  environment: Environment,
  text: Pick<RequestBody, 'phases' | 'sites'>,
): RunningPart[] {
  const last = new Map(receipts.map((filed) => [partOf(filed.record.body), filed]));
  return [...last.values()]
    .filter(({ record }) => record.body.event === 'started' && record.body.environment === environment)
    .map((filed) => ({
      receipt: filed.record.body,
      since: effectiveTime(filed),
      sites: sitesOf(filed.record.body, text),
    }));
}

function sitesOf({ site, phase }: ReceiptBody, text: Pick<RequestBody, 'phases' | 'sites'>): RunningPart['sites'] {
  if (site !== undefined) return [site];
  if (phase === undefined) return null;
  const sites = phaseSites(
    text,
    text.phases.find(({ name }) => name === phase),
  );
  return sites.length > 0 ? sites : null;
}

/** Since when does something run in this cell? Null when nothing does. A receipt that names no place, nor a phase, speaks for all. */
export function runningSince(parts: readonly RunningPart[], { service, site, tenant }: Place): Ms | null {
  const here = parts.filter(
    ({ receipt, sites }) =>
      (receipt.services.length === 0 || (service !== null && receipt.services.includes(service))) &&
      (sites === null || (site !== null && sites.includes(site))) &&
      (receipt.tenant === undefined || receipt.tenant === tenant),
  );
  return here.length > 0 ? Math.min(...here.map(({ since }) => since)) : null;
}
