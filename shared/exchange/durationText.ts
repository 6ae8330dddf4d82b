import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../time/instant.ts';

/** What a schedule's duration can say at most: 999 days. */
const LONGEST_MS = 999 * DAY_MS;

/** `PT5H30M`, `P9D`: whole minutes as a schedule writes them; null beyond 999 days or below a minute. */
export function durationText(length: Ms): string | null {
  if (length < MINUTE_MS || length > LONGEST_MS) return null;
  const days = Math.floor(length / DAY_MS);
  const hours = Math.floor((length % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((length % HOUR_MS) / MINUTE_MS);
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}`;
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}

/** The same in hours and minutes alone, for a length that is exact; null beyond 9999 hours. */
export function exactText(length: Ms): string | null {
  if (length < MINUTE_MS || length >= 10_000 * HOUR_MS) return null;
  const hours = Math.floor(length / HOUR_MS);
  const minutes = Math.floor((length % HOUR_MS) / MINUTE_MS);
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}`;
}
