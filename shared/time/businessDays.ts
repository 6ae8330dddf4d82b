import { DAY_MS, type Ms } from './instant.ts';
import { momentOf, offsetMs } from './zone.ts';

/**
 * When is something due `count` business days after this moment, at the same time of the place's day?
 *
 * Monday to Friday; holidays are not known here. From a weekend counting starts on Monday as day one.
 * Where the clocks change over that time the later reading holds, so nobody is given less.
 *
 * @param count 0 or more
 * @throws TidegateError `unknown-zone`
 */
export function addBusinessDays(at: Ms, count: number, zone: string): Ms {
  let naive = at + offsetMs(at, zone);
  for (let left = count; left > 0;) {
    naive += DAY_MS;
    if (isBusinessDay(naive)) left -= 1;
  }
  return count === 0 ? at : momentOf(naive, zone, 'later');
}

function isBusinessDay(naive: Ms): boolean {
  const day = new Date(naive).getUTCDay();
  return day !== 0 && day !== 6;
}
