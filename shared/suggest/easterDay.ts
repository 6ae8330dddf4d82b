import { DAY_MS } from '../time/instant.ts';

/** Where Easter follows the Julian calendar. */
const eastern: ReadonlySet<string> = new Set('BG BY CY GE GR MD ME MK RO RS RU UA'.split(' '));

/** Easter Sunday of a year between 1900 and 2099, as the country keeps it: `2026-04-05`. */
export function easterDay(year: number, country: string | null): string {
  return country !== null && eastern.has(country) ? julianEaster(year) : gregorianEaster(year);
}

/** The Gregorian reckoning, after Meeus, Jones and Butcher. */
function gregorianEaster(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayText(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1));
}

/** The Julian reckoning, after Meeus; thirteen days lie between the calendars in these two centuries. */
function julianEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const f = d + e + 114;
  return dayText(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1) + 13 * DAY_MS);
}

function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
