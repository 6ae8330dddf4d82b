import type { Period } from '../time/instant.ts';
import { placeClock } from '../time/placeTime.ts';
import type { Placed } from './laneRows.ts';

/** Something of a week's strip, with each of its runs: more than one where it runs at the same hours day after day. */
export type Series<T> = T & { readonly runs: readonly Period[] };

/**
 * Runs of one window on days one after the other at the same hours by the clock of a place, as one entry: a nightly
 * window is one line of the strip, not seven. What takes long stays by itself.
 */
export function joinDays<T extends Placed & { readonly window: string; readonly title: string }>(
  windows: readonly T[],
  days: readonly Period[],
  zone: string,
  isLong: (window: T) => boolean,
): Series<T>[] {
  const joined: Series<T>[] = [];
  const open = new Map<string, { readonly at: number; readonly day: number }>();
  for (const window of windows) {
    const { start, end } = window;
    const key = [window.window, window.title, placeClock(start, zone), placeClock(end, zone)].join(' ');
    const day = days.findIndex((shown) => start >= shown.start && start < shown.end); // -1: the night before the first
    const before = open.get(key);
    const series = before && before.day === day - 1 ? joined[before.at] : undefined;
    if (isLong(window) || before === undefined || series === undefined) {
      joined.push({ ...window, runs: [{ start, end }] });
      open.set(key, { at: joined.length - 1, day });
    } else {
      joined[before.at] = { ...series, runs: [...series.runs, { start, end }] };
      open.set(key, { at: before.at, day });
    }
  }
  return joined;
}
