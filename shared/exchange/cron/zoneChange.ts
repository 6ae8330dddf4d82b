import { DAY_MS, type Ms } from '../../time/instant.ts';
import { offsetMs } from '../../time/zone.ts';

/** Years whose clock changes are looked at, and how closely. */
const FIRST: Ms = Date.UTC(2020, 0, 1);
const LAST: Ms = Date.UTC(2040, 0, 1);
const STEP_MS: Ms = 7 * DAY_MS;

/** The largest change that the clocks of this zone make between 2020 and 2040; 0 where they never do. */
export function zoneChange(zone: string): Ms {
  let largest = 0;
  let before = offsetMs(FIRST, zone);
  for (let at = FIRST; at < LAST; at += STEP_MS) {
    const offset = offsetMs(at, zone);
    largest = Math.max(largest, Math.abs(offset - before));
    before = offset;
  }
  return largest;
}
