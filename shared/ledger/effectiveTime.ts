import type { Filed } from '../record/envelope.ts';
import { toMs, type Ms } from '../time/instant.ts';
import { CLOCK_SLACK_MS } from './futureDated.ts';

/**
 * When was this said, as far as it can be told: by its own clock, unless the line shows that it was more than five minutes
 * slow. A clock that is nearly right is taken at its word, so that a checkpoint need not tell the rest.
 */
export function effectiveTime({ record, effectiveAt }: Pick<Filed, 'record' | 'effectiveAt'>): Ms {
  const at = toMs(record.signed.at);
  return effectiveAt !== undefined && effectiveAt - at > CLOCK_SLACK_MS ? effectiveAt : at;
}
