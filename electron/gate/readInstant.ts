import { isInstant, toInstant, type Instant } from '../../shared/time/instant.ts';

const WITH_OFFSET = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

/** The instant that a caller meant: with seconds or without, in UTC or with an offset; null for anything else. */
export function readInstant(text: string): Instant | null {
  const [, minute, seconds, , zone] = WITH_OFFSET.exec(text) ?? [];
  if (minute === undefined || zone === undefined) return null;
  const local = `${minute}${seconds ?? ':00'}`;
  // A day that does not exist is refused, not moved to the next one.
  if (!isInstant(`${local}Z`)) return null;
  const ms = Date.parse(`${local}${zone}`);
  return Number.isNaN(ms) ? null : toInstant(ms);
}
