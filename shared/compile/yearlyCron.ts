import { MINUTE_MS, type Ms } from '../time/instant.ts';

const YEARLY = /^(\d{1,2}) (\d{1,2}) (\d{1,2}) (\d{1,2}) \*$/;

/** A minute of UTC as a cron expression; cron knows no year, so it comes round once every year. */
export function yearlyCron(at: Ms): string {
  const date = new Date(at);
  return `${date.getUTCMinutes()} ${date.getUTCHours()} ${date.getUTCDate()} ${date.getUTCMonth() + 1} *`;
}

/** The moments around one at which such an expression fires: last year's, this year's, next year's. Null for any other. */
export function yearlyMoments(cron: string, around: Ms): Ms[] | null {
  const found = YEARLY.exec(cron);
  if (!found) return null;
  const [minute = 0, hour = 0, day = 0, month = 0] = found.slice(1).map(Number);
  const year = new Date(around).getUTCFullYear();
  const moments = [year - 1, year, year + 1].map((each) => Date.UTC(each, month - 1, day, hour, minute));
  // The 29th of February comes round only in leap years.
  return moments.filter((at) => yearlyCron(at) === cron);
}

/** Freezes are rounded outwards: cron and its peers know whole minutes. */
export function wholeMinutes(start: Ms, end: Ms): { readonly start: Ms; readonly end: Ms } {
  return { start: Math.floor(start / MINUTE_MS) * MINUTE_MS, end: Math.ceil(end / MINUTE_MS) * MINUTE_MS };
}

/** Is this an expression that comes round once a year? */
export function isYearOf(cron: string): boolean {
  return YEARLY.test(cron);
}
