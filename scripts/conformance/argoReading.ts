import { Cron } from 'croner';
import { spelledOut } from './cronSpelling.ts';
import { readWallClock } from './wallClock.ts';

/** A sync window as its fields say, in the words of the file. */
export interface WrittenWindow {
  readonly kind?: string;
  readonly schedule?: string;
  readonly duration?: string;
  readonly timeZone?: string;
}

export type Stretch = readonly [start: number, end: number];

/** When such a window holds between two moments, and where its zone changes its clocks. */
export interface IndependentReading {
  /** Ascending, none touching the next. */
  readonly stretches: readonly Stretch[];
  readonly changes: readonly number[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const units: Readonly<Record<string, number>> = { h: 3_600_000, m: MINUTE, s: 1_000, ms: 1 };

/**
 * Reads a sync window without any of the product's code: croner says which minutes and days its cron expression names,
 * Intl what the clocks show. Null when it says nothing that holds: no schedule, no duration, no such zone.
 *
 * It holds from every fire for exactly its duration. A start that the clocks skip or show twice is read wide where it
 * denies, from the earlier reading until its duration after the later one; where it allows, narrow: from the later
 * until its duration after the earlier. What never pauses has no such start.
 */
export function readIndependently(written: WrittenWindow, from: number, to: number): IndependentReading | null {
  const window = typeof written.kind === 'string' ? { ...written, kind: written.kind.toLowerCase() } : written;
  const length = durationOf(window);
  const times = firesOf(window.schedule ?? '');
  if (length === null || times === null || (window.kind !== 'deny' && window.kind !== 'allow')) return null;
  const first = from - length - 2 * DAY;
  const clock = clockOf(window.timeZone || 'UTC', first, to + 2 * DAY);
  if (clock === null) return null;
  const exact: Stretch[] = [];
  const read: Stretch[] = [];
  for (let day = Math.floor(first / DAY) * DAY; day < to + 2 * DAY; day += DAY) {
    if (!times.onDay(day)) continue;
    for (const minute of times.minutes) {
      const wall = day + minute * MINUTE;
      const moments = clock.momentsOf(wall);
      for (const at of moments) add(exact, [at, at + length]);
      const [earlier, later] = moments.length === 0 ? clock.aroundGap(wall) : [moments[0] ?? 0, moments.at(-1) ?? 0];
      add(read, window.kind === 'deny' ? [earlier, later + length] : [later, earlier + length]);
    }
  }
  const pauses = !joined(exact).some(([start, end]) => start <= from && end >= to);
  const held = pauses ? joined(read) : [[from, to] as const];
  return { stretches: held.filter(([start, end]) => end > from && start < to), changes: clock.changes };
}

function add(stretches: Stretch[], [start, end]: Stretch): void {
  const last = stretches.at(-1);
  if (end <= start) return;
  if (last && start >= last[0] && start <= last[1]) stretches[stretches.length - 1] = [last[0], Math.max(last[1], end)];
  else stretches.push([start, end]);
}

/** Sorted and with whatever touches made one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a[0] - b[0])) add(all, stretch);
  return all;
}

function clockOf(zone: string, from: number, to: number): ReturnType<typeof readWallClock> | null {
  // Three letters that are no zone of the database (IST, PST) mean several places; Argo CD refuses them too.
  // So does it refuse an offset that Intl takes for a zone.
  if (/^[+-]/.test(zone)) return null;
  if (/^[A-Z]{3}$/.test(zone) && !/^(UTC|GMT|UCT|EST|MST|HST|CET|MET|EET|WET|PRC|ROC|ROK)$/.test(zone)) return null;
  try {
    return readWallClock(zone, from, to);
  } catch {
    return null;
  }
}

/** The minutes of the day on which a cron expression fires, and whether it does so on a day. */
function firesOf(schedule: string): { minutes: number[]; onDay(day: number): boolean } | null {
  const parts = spelledOut(schedule);
  if (parts === null) return null;
  const [minute, hour, ...days] = parts;
  try {
    const whole = new Cron(parts.join(' '), { timezone: 'UTC', paused: true });
    if (whole.nextRun(new Date(Date.UTC(2020, 0, 1))) === null) return null;
    const inDay = new Cron(`${minute} ${hour} * * *`, { timezone: 'UTC', paused: true });
    const onDays = new Cron(`0 0 ${days.join(' ')}`, { timezone: 'UTC', paused: true });
    const minutes = Array.from({ length: 1_440 }, (_, at) => at).filter((at) => inDay.match(new Date(at * MINUTE)));
    return { minutes, onDay: (day) => onDays.match(new Date(day)) };
  } catch {
    return null;
  }
}

/** Go's notation; a denial's seconds are rounded up to the minute and an opening's down. */
function durationOf({ kind, duration = '' }: WrittenWindow): number | null {
  const parts = [...duration.matchAll(/(\d*\.?\d+)(h|ms|m|s)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== duration) return null;
  const length = parts.reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (units[unit] ?? 0), 0);
  const whole = (kind === 'deny' ? Math.ceil : Math.floor)(length / MINUTE) * MINUTE;
  return whole > 0 ? whole : null;
}
