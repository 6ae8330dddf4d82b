import { UTCDateMini } from '@date-fns/utc';
// Of three hundred modules this one: whatever starts without a bundle loads each it is led to.
import { format } from 'date-fns/format';
import type { Ms } from './instant.ts';
import { offsetMs, wallAt } from './zone.ts';

/** The place's wall clock in a date whose every getter counts in UTC, so that the reader's zone cannot matter. */
function placeDate(at: Ms, zone: string): Date {
  return new UTCDateMini(at + offsetMs(at, zone));
}

/** What do people at the place call this moment? `Fri 27 Nov 2026, 18:00`. @throws TidegateError `unknown-zone` */
export function placeTime(at: Ms, zone: string): string {
  return format(placeDate(at, zone), 'EEE d MMM yyyy, HH:mm');
}

/** Which day is it there? `Fri 27 Nov`. @throws TidegateError `unknown-zone` */
export function placeDay(at: Ms, zone: string): string {
  return format(placeDate(at, zone), 'EEE d MMM');
}

/** What does the clock there show? `18:00`. @throws TidegateError `unknown-zone` */
export function placeClock(at: Ms, zone: string): string {
  return wallAt(at, zone).slice(11);
}

/** Which day is it there, as a key that sorts? `2026-11-27`. @throws TidegateError `unknown-zone` */
export function dayKey(at: Ms, zone: string): string {
  return wallAt(at, zone).slice(0, 10);
}

/** What do people call the zone? Its city: `Paris`, `Sao Paulo`; `Buenos Aires` of America/Argentina/Buenos_Aires. */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
