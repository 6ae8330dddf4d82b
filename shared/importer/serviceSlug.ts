import type { ServiceId } from '../ids.ts';
import { shortNameOf } from '../shortName.ts';

/** Which service id does this name of a log become? Small letters, digits and hyphens; `unnamed` when nothing is left. */
export function serviceSlug(name: string): ServiceId {
  return shortNameOf(name) || 'unnamed';
}
