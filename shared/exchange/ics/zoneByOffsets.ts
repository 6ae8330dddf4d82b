import { DAY_MS, MINUTE_MS, type Ms } from '../../time/instant.ts';
import { isZone, offsetMs } from '../../time/zone.ts';
import { zoneRules } from './zoneRules.ts';
import type { Block } from './scanCalendar.ts';

/** Looked at before all others, so that a clock that many places share gets the name that people know. */
const familiar = [
  ['Europe/Paris', 'Europe/London', 'Europe/Athens', 'Europe/Lisbon', 'Europe/Moscow', 'Europe/Istanbul'],
  ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Phoenix'],
  ['America/Halifax', 'America/Anchorage', 'America/Sao_Paulo', 'America/Bogota', 'America/Mexico_City'],
  ['Asia/Kolkata', 'Asia/Dubai', 'Asia/Shanghai', 'Asia/Tokyo', 'Asia/Jakarta', 'Asia/Karachi', 'Asia/Jerusalem'],
  ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Perth', 'Pacific/Auckland'],
  ['Pacific/Honolulu', 'Africa/Johannesburg', 'Africa/Lagos', 'Africa/Nairobi', 'UTC'],
].flat();

/** How much of the time after the first occurrence must agree. */
const COMPARED_MS = 3 * 366 * DAY_MS;

/**
 * Which IANA zone keeps the clocks that a file describes under a name of its own?
 *
 * Its VTIMEZONE is compared from the year before `from`, every thirty days and on both sides of each change, for three
 * years; a name that people know is preferred among equals. Null when no zone agrees.
 */
export function zoneByOffsets(zone: Block, from: Ms): string | null {
  const period = { start: from - 366 * DAY_MS, end: from + COMPARED_MS };
  const rules = zoneRules(zone, period);
  if (!rules) return null;
  const tried: Ms[] = rules.changes.slice(0, 40).flatMap((at) => [at - MINUTE_MS, at]);
  for (let at = period.start; at < period.end; at += 30 * DAY_MS) tried.push(at);
  const told = tried.filter((at) => at >= Math.min(rules.since, from));
  const wanted = told.map((at) => [at, rules.offsetAt(at)] as const);
  const agrees = (name: string) => isZone(name) && wanted.every(([at, offset]) => offsetMs(at, name) === offset);
  return familiar.find(agrees) ?? Intl.supportedValuesOf('timeZone').find(agrees) ?? null;
}
