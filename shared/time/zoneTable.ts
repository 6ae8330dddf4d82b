import { TidegateError } from '../errors.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from './instant.ts';

/** Offsets from UTC over one stretch: `offsets[i]` holds from `starts[i]` to `starts[i + 1]`. */
interface Stretch {
  readonly starts: readonly Ms[];
  readonly offsets: readonly Ms[];
}

/** 2^35 ms, about 398 days: few changes each, and found by one division. */
const STRETCH_MS = 2 ** 35;
/** Closer than any two changes that a zone has made (Morocco's Ramadan pair lies a month apart). */
const STEP_MS = 7 * DAY_MS;
/** A bound on memory against records that spell one zone in many ways. */
const MOST_ZONES = 1_000;
/** IANA zones alone; `+02:00` and the like say nothing about a place's clock changes. */
const IANA = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** A zone's offsets, read from the platform's zone data once per stretch of time. */
export interface ZoneTable {
  offsetAt(at: Ms): Ms;
  /** The one offset that holds from the first moment to the last; null when it changes, or may change, in between. */
  steady(first: Ms, last: Ms): Ms | null;
  /** The first moment at which another offset holds, or may, than at this one. */
  holdsUntil(at: Ms): Ms;
}

const tables = new Map<string, ZoneTable>();
let ruling: ReadonlyMap<string, ZoneTable> | null = null;

/** Reads clocks by these tables, where they have the zone, for as long as `read` runs: what another machine's data says. */
export function underTables<T>(others: ReadonlyMap<string, ZoneTable>, read: () => T): T {
  const before = ruling;
  ruling = others;
  try {
    return read();
  } finally {
    ruling = before;
  }
}

/**
 * The offsets of one zone; the same table is handed out again.
 * @throws TidegateError `unknown-zone` if this build has no data for it; never falls back to UTC
 */
export function zoneTable(zone: string): ZoneTable {
  const known = ruling?.get(zone) ?? tables.get(zone);
  if (known) return known;
  const table = createZoneTable(zone);
  if (tables.size >= MOST_ZONES) tables.clear();
  tables.set(zone, table);
  return table;
}

function createZoneTable(zone: string): ZoneTable {
  const read = offsetReader(zone);
  const stretches = new Map<number, Stretch>();
  const stretchAt = (index: number): Stretch => {
    const known = stretches.get(index);
    if (known) return known;
    const made = readStretch(read, index * STRETCH_MS);
    stretches.set(index, made);
    return made;
  };
  /** Where the last question lay: the next one mostly lies there too. */
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let offset = 0;
  const look = (at: Ms): void => {
    const index = Math.floor(at / STRETCH_MS);
    const { starts, offsets } = stretchAt(index);
    let last = starts.length - 1;
    while (last > 0 && (starts[last] ?? at) > at) last -= 1;
    from = starts[last] ?? at;
    to = starts[last + 1] ?? (index + 1) * STRETCH_MS;
    offset = offsets[last] ?? 0;
  };
  return {
    offsetAt(at) {
      if (at < from || at >= to) look(at);
      return offset;
    },
    steady(first, last) {
      if (first < from || first >= to) look(first);
      return last < to ? offset : null;
    },
    holdsUntil(at) {
      if (at < from || at >= to) look(at);
      return to;
    },
  };
}

function readStretch(read: (at: Ms) => Ms, start: Ms): Stretch {
  const starts = [start];
  const offsets = [read(start)];
  let before = start;
  let offset = offsets[0] ?? 0;
  while (before < start + STRETCH_MS) {
    const after = Math.min(before + STEP_MS, start + STRETCH_MS);
    const next = read(after);
    if (next !== offset) {
      starts.push(changeBetween(read, before, after, offset));
      offsets.push(next);
      offset = next;
    }
    before = after;
  }
  return { starts, offsets };
}

/** The first second at which the offset is no longer `offset`. */
function changeBetween(read: (at: Ms) => Ms, before: Ms, after: Ms, offset: Ms): Ms {
  let low = before / 1000;
  let high = after / 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (read(middle * 1000) === offset) low = middle;
    else high = middle;
  }
  return Math.ceil(high) * 1000;
}

function offsetReader(zone: string): (at: Ms) => Ms {
  if (!IANA.test(zone)) throw new TidegateError('unknown-zone', { zone });
  const format = formatFor(zone);
  return (at) => {
    const [, sign, hours, minutes, seconds] = OFFSET.exec(format.format(at)) ?? [];
    if (!sign) return 0;
    const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds ?? 0) * 1000;
    return sign === '-' ? -size : size;
  };
}

function formatFor(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  } catch (cause) {
    throw new TidegateError('unknown-zone', { zone }, cause);
  }
}
