import type { Ms, Period } from '../time/instant.ts';
import { dayKey, placeClock, placeDay } from '../time/placeTime.ts';

/**
 * From when to when: `Fri 27 Nov, 18:00–20:00`, with the day again when it ends on another, and with the year where it is
 * not the present one.
 */
export function spanTime({ start, end }: Period, zone: string, now: Ms): string {
  const year = (at: Ms) => dayKey(at, zone).slice(0, 4);
  const isOneDay = dayKey(start, zone) === dayKey(end, zone);
  const dated = (at: Ms, isTold: boolean) => `${placeDay(at, zone)}${isTold ? ` ${year(at)}` : ''}`;
  const isElsewhen = year(start) !== year(now) || year(end) !== year(now);
  const first = dated(start, isElsewhen && (isOneDay || year(start) !== year(end)));
  const last = isOneDay ? '' : `${dated(end, isElsewhen)}, `;
  return `${first}, ${placeClock(start, zone)}–${last}${placeClock(end, zone)}`;
}
