/** Fires of one day that are said together: the time of each start, and how long what begins there lasts. */
export interface FoldedTimes {
  /** Minutes of the day, ascending. */
  readonly times: readonly number[];
  /** Minutes. */
  readonly length: number;
  /** By the wall clock instead of exactly. */
  readonly nominal: boolean;
}

/** More starts a day than these are made one stretch: of what denies, and of what opens. */
const MOST_DENYING = 96;
const MOST_OPENING = 288;
const DAY = 1_440;

/**
 * Do these fires, every day of the year, leave no minute out?
 *
 * Where clocks change by `change` minutes a gap may be longer by that, unless the fires are the same in every stretch of
 * so many minutes.
 */
export function coversAlways(times: readonly number[], length: number, change: number): boolean {
  const first = times[0] ?? 0;
  const gaps = times.map((time, index) => (times[index + 1] ?? first + DAY) - time);
  // After a change by as much as the fires repeat in, they go on as if there had been none.
  const steady = change > 0 && new Set(times.map((time) => time % change)).size * (DAY / change) === times.length;
  return Math.max(...gaps) <= (steady ? length : length - change);
}

/**
 * The same cover with as few starts as can be.
 *
 * Where the clocks never change, fires that touch become one stretch. Where they do, fires are left out only if those
 * that stay still touch on the night of a change; fires too dense for that become the stretch from first to last by
 * the wall clock, and the last one exactly. That is as wide as denials are read, and wider than openings are, so those
 * are kept apart much longer.
 */
export function foldTimes(times: readonly number[], length: number, change: number, opens: boolean): FoldedTimes[] {
  const stretches = stretchesOf(times, length);
  if (change === 0)
    return grouped(stretches.map(({ first, last }) => ({ time: first, length: last - first + length })));
  const kept = stretches.flatMap((stretch) => thinned(stretch, length - change));
  const most = opens ? MOST_OPENING : MOST_DENYING;
  if (kept.length <= most || stretches.length === kept.length) return [{ times: kept, length, nominal: false }];
  const wide = stretches.filter(({ first, last }) => last > first);
  return [
    ...grouped(
      wide.map(({ first, last }) => ({ time: first, length: last - first })),
      true,
    ),
    { times: stretches.map(({ last }) => last), length, nominal: false },
  ];
}

interface TimeStretch {
  readonly first: number;
  readonly last: number;
  readonly times: readonly number[];
}

function stretchesOf(times: readonly number[], length: number): TimeStretch[] {
  const stretches: { first: number; last: number; times: number[] }[] = [];
  for (const time of times) {
    const open = stretches.at(-1);
    if (open && time - open.last <= length) {
      open.last = time;
      open.times.push(time);
    } else stretches.push({ first: time, last: time, times: [time] });
  }
  return stretches;
}

/** The first, the last, and no more between than leave gaps of at most `gap`. */
function thinned({ times, last }: TimeStretch, gap: number): number[] {
  const kept: number[] = [];
  for (const [index, time] of times.entries()) {
    const before = kept.at(-1);
    const next = times[index + 1];
    if (before === undefined || time === last || (next !== undefined && next - before > gap)) kept.push(time);
  }
  return kept;
}

function grouped(all: readonly { time: number; length: number }[], nominal = false): FoldedTimes[] {
  const byLength = new Map<number, number[]>();
  for (const { time, length } of all) byLength.set(length, [...(byLength.get(length) ?? []), time]);
  return [...byLength].map(([length, times]) => ({ times, length, nominal }));
}
