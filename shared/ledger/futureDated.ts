import type { Filed } from '../record/envelope.ts';
import { MINUTE_MS, toMs, type Ms } from '../time/instant.ts';

/** How far ahead of the judging clock a signer's own clock may be. */
export const CLOCK_SLACK_MS = 5 * MINUTE_MS;

/** Does its signer claim to have signed it later than could be by the judging clock? Never, without a clock. */
export function isFutureDated({ record }: Filed, judgedAt: Ms | undefined): boolean {
  return judgedAt !== undefined && toMs(record.signed.at) > judgedAt + CLOCK_SLACK_MS;
}
