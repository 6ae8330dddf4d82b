import { findIana } from 'windows-iana';
import { isZone } from '../time/zone.ts';

/** Of the names of three letters only these are names of the zone database; `IST` and the like mean several places. */
const shortNames = /^(UTC|GMT|UCT|EST|MST|HST|CET|MET|EET|WET|PRC|ROC|ROK)$/;
const greenwich = /^(etc\/)?(utc|gmt|uct|zulu|universal|greenwich|z)$/i;

/**
 * Which IANA zone does this name of another product mean?
 *
 * IANA names in any case, with a path before them (`/mozilla.org/20070129_1/Europe/Berlin`), Windows names. Null when
 * it means none for sure: the caller refuses, and never takes UTC instead.
 */
export function zoneNamed(name: string): string | null {
  const given = name.trim();
  const plain = knownZone(given) ?? knownZone(findIana(given)[0] ?? '');
  if (plain !== null) return plain;
  const parts = given.split('/');
  for (const count of [3, 2, 1]) {
    const tail = parts.length > count ? knownZone(parts.slice(-count).join('/')) : null;
    if (tail !== null) return tail;
  }
  return null;
}

function knownZone(name: string): string | null {
  if (greenwich.test(name)) return 'UTC';
  if (name.length > 64 || (/^[A-Za-z]{3}$/.test(name) && !shortNames.test(name)) || !isZone(name)) return null;
  const own = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  return own.toLowerCase() === name.toLowerCase() ? own : name;
}
