import * as z from 'zod';
import { TidegateError } from '../errors.ts';
import { DAY_MS, instant, toInstant, toMs, type Ms, type Period } from './instant.ts';
import { underTables, zoneTable, type ZoneTable } from './zoneTable.ts';

/** What one machine's time zone data says of the zones a board uses, so that another may notice that its own differs. */
export const statedTz = z.strictObject({
  /** Release of the IANA data: `2026b`. */
  version: z.string().min(1).max(40),
  until: instant,
  clocks: z
    .array(
      z.strictObject({
        zones: z.array(z.string().min(1).max(64)).min(1).max(1_000),
        /** Seconds ahead of UTC from each moment on, oldest first; the last holds to `until`. */
        offsets: z
          .array(z.strictObject({ from: instant, seconds: z.int().min(-172_800).max(172_800) }))
          .min(1)
          .max(100),
      }),
    )
    .max(1_000),
});
export type StatedTz = z.infer<typeof statedTz>;
type Offsets = StatedTz['clocks'][number]['offsets'];

/** A window that holds now may have begun this long ago, and no question looks further ahead. */
const BACK_MS = 400 * DAY_MS;
const AHEAD_MS = 500 * DAY_MS;
const MOST_MS = BACK_MS + AHEAD_MS + DAY_MS;

/** What this machine's data says of these zones around a moment. Zones that it does not know are left out. */
export function stateTz(zones: Iterable<string>, version: string, at: Ms): StatedTz {
  const period = { start: Math.floor((at - BACK_MS) / DAY_MS) * DAY_MS, end: at + AHEAD_MS };
  const alike = new Map<string, { zones: string[]; offsets: Offsets }>();
  for (const zone of [...new Set(zones)].toSorted()) {
    const offsets = offsetsOf(zone, period);
    if (!offsets) continue;
    const key = JSON.stringify(offsets);
    const known = alike.get(key);
    if (known) known.zones.push(zone);
    else alike.set(key, { zones: [zone], offsets });
  }
  return { version, until: toInstant(period.end), clocks: [...alike.values()] };
}

/** Of these zones: the tables of those whose clocks this machine's data shows otherwise, or does not know. */
export function differingTables(
  { until, clocks }: StatedTz,
  counted: ReadonlySet<string>,
): ReadonlyMap<string, ZoneTable> {
  const found = new Map<string, ZoneTable>();
  const end = toMs(until);
  for (const { zones, offsets } of clocks)
    for (const zone of zones) {
      const start = toMs(offsets[0]?.from ?? until);
      // Centuries of clocks are nothing that a desk states: reading our own beside them would hold every gate up.
      if (!counted.has(zone) || end - start > MOST_MS) continue;
      const own = offsetsOf(zone, { start, end });
      if (JSON.stringify(own) !== JSON.stringify(offsets)) found.set(zone, statedTable(offsets, end, ownTable(zone)));
    }
  return found;
}

/** Beyond what is stated, this machine's data counts where it has any; else the nearest statement does. */
function statedTable(offsets: Offsets, end: Ms, own: ZoneTable | null): ZoneTable {
  const steps = offsets.map(({ from, seconds }) => ({ from: toMs(from), offset: seconds * 1000 }));
  const begin = steps[0]?.from ?? end;
  const stepAt = (at: Ms) => steps.findLast(({ from }) => from <= at) ?? steps[0];
  const holdsUntil = (at: Ms): Ms => {
    if (at < begin) return own ? Math.min(own.holdsUntil(at), begin) : begin;
    if (at >= end) return own?.holdsUntil(at) ?? Number.POSITIVE_INFINITY;
    return steps.find(({ from }) => from > at)?.from ?? end;
  };
  const offsetAt = (at: Ms): Ms => (own && (at < begin || at >= end) ? own.offsetAt(at) : (stepAt(at)?.offset ?? 0));
  return {
    offsetAt,
    holdsUntil,
    steady: (first, last) => (last < holdsUntil(first) ? offsetAt(first) : null),
  };
}

/** Null for a zone that this machine does not know. */
function offsetsOf(zone: string, { start, end }: Period): Offsets | null {
  const table = ownTable(zone);
  if (!table) return null;
  const offsets: Offsets = [];
  for (let at = start; at < end; at = table.holdsUntil(at)) {
    const seconds = table.offsetAt(at) / 1000;
    if (offsets.at(-1)?.seconds !== seconds) offsets.push({ from: toInstant(at), seconds });
  }
  return offsets;
}

const none: ReadonlyMap<string, ZoneTable> = new Map();

function ownTable(zone: string): ZoneTable | null {
  try {
    return underTables(none, () => zoneTable(zone));
  } catch (error) {
    if (error instanceof TidegateError && error.code === 'unknown-zone') return null;
    throw error;
  }
}
