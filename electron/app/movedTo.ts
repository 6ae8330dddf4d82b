import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { MINUTE_MS, toInstant, toMs, type Ms } from '../../shared/time/instant.ts';

/** The request with its work at another start. Where the work leaves the approved envelope, the envelope moves with it. */
export function movedTo<T extends Pick<RequestBody, 'timing'>>(request: T, start: Ms): T {
  const { earliestStart, minutes, latestEnd } = request.timing;
  const early = Math.min(0, start - toMs(earliestStart));
  const late = Math.max(0, start + minutes * MINUTE_MS - toMs(latestEnd));
  const shift = early === 0 ? late : early;
  return {
    ...request,
    timing: {
      earliestStart: toInstant(toMs(earliestStart) + shift),
      start: toInstant(start),
      minutes,
      latestEnd: toInstant(toMs(latestEnd) + shift),
    },
  };
}
