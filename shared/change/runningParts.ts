import type { Filed } from '../record/envelope.ts';
import type { ReceiptBody } from '../record/body/decisionBody.ts';
import type { Environment } from '../record/words.ts';
import { toMs, type Ms } from '../time/instant.ts';
import type { Place } from '../window/span.ts';
import { partOf } from './progress.ts';

/** A part of a change whose run has begun and not ended. */
export interface RunningPart {
  readonly receipt: ReceiptBody;
  /** The effective time of the receipt that says it began. */
  readonly since: Ms;
}

/** What is running in this environment, as the counted receipts tell it? */
export function runningParts(receipts: readonly Filed<'receipt'>[], environment: Environment): RunningPart[] {
  const last = new Map(receipts.map((filed) => [partOf(filed.record.body), filed]));
  return [...last.values()]
    .filter(({ record }) => record.body.event === 'started' && record.body.environment === environment)
    .map(({ record, effectiveAt }) => ({
      receipt: record.body,
      since: effectiveAt ?? toMs(record.signed.at),
    }));
}

/** Since when does something run in this cell? Null when nothing does. A receipt that names no place speaks for all. */
export function runningSince(parts: readonly RunningPart[], { service, site, tenant }: Place): Ms | null {
  const here = parts.filter(
    ({ receipt }) =>
      (receipt.services.length === 0 || (service !== null && receipt.services.includes(service))) &&
      (receipt.site === undefined || receipt.site === site) &&
      (receipt.tenant === undefined || receipt.tenant === tenant),
  );
  return here.length > 0 ? Math.min(...here.map(({ since }) => since)) : null;
}
