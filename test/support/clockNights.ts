import { DAY_MS, HOUR_MS, type Ms } from '../../shared/time/instant.ts';
import { sixZones } from './windowBuild.ts';

const clocks = new Map<string, (at: Ms) => Ms>();

/** What a clock in the zone shows, counted as if it hung in Greenwich, read from the platform alone. */
export function shownAt(at: Ms, zone: string): Ms {
  const clock = clocks.get(zone) ?? clockOf(zone);
  clocks.set(zone, clock);
  return clock(at);
}

function clockOf(timeZone: string): (at: Ms) => Ms {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    hourCycle: 'h23',
  });
  // The same nights are asked for again and again, and asking the platform is most of what a test costs.
  const known = new Map<Ms, Ms>();
  return (at) => {
    const shown = known.get(at) ?? Date.parse(`${format.format(at).replace(' ', 'T')}:00Z`);
    if (known.size < 200_000) known.set(at, shown);
    return shown;
  };
}

/** Every moment at which a clock in the zone shows this; where it never does, the two on either side of the jump. */
export function readingsOf(shown: Ms, zone: string): Ms[] {
  const offsets = [-DAY_MS, DAY_MS].map((by) => shownAt(shown + by, zone) - shown - by);
  const guesses = [...new Set(offsets)].map((offset) => shown - offset);
  const real = guesses.filter((guess) => shownAt(guess, zone) === shown);
  return real.length > 0 ? real : guesses;
}

/** The day of each clock change from 2024 to 2028, at 02:00 on the wall, and a day without one. */
export function clockNights(zone: (typeof sixZones)[number]): Ms[] {
  const nights: Ms[] = [Date.UTC(2026, 5, 30, 2)];
  const offset = (at: Ms) => shownAt(at, zone) - at;
  for (let at = Date.UTC(2024, 0, 1, 12); at < Date.UTC(2029, 0, 1); at += DAY_MS)
    if (offset(at) !== offset(at + DAY_MS)) {
      let change = at;
      while (offset(change) === offset(at)) change += HOUR_MS / 2;
      nights.push(Math.floor(shownAt(change, zone) / DAY_MS) * DAY_MS + 2 * HOUR_MS);
    }
  return nights;
}
