import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { MINUTE_MS, toInstant, toMs, type Ms } from '../../shared/time/instant.ts';

/**
 * The request with its work at another start, and of another length when `minutes` says so. Where the work leaves the
 * approved envelope, the envelope moves with it; where it has outgrown the envelope, the envelope ends with it.
 */
export function movedTo<T extends Pick<RequestBody, 'timing'>>(
  request: T,
  start: Ms,
  minutes: number = request.timing.minutes,
): T {
  const { earliestStart, latestEnd } = request.timing;
  const end = start + minutes * MINUTE_MS;
  const early = Math.min(0, start - toMs(earliestStart));
  const late = Math.max(0, end - toMs(latestEnd));
  const outgrown = minutes * MINUTE_MS > toMs(latestEnd) - toMs(earliestStart);
  const shift = outgrown || early !== 0 ? early : late;
  return {
    ...request,
    timing: {
      earliestStart: toInstant(toMs(earliestStart) + shift),
      start: toInstant(start),
      minutes,
      latestEnd: toInstant(Math.max(end, toMs(latestEnd) + shift)),
    },
  };
}
