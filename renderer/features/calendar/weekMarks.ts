import { HOUR_MS, type Ms, type Period } from '../../../shared/time/instant.ts';
import { scaleOf, scaleReach, type WeekDay } from '../../../shared/view/weekDays.ts';
import type { DrawnDay, WeekWindow } from '../../../shared/view/weekModel.ts';
import type { Series } from '../../../shared/view/weekSeries.ts';
import { placeClock, placeDay, placeTime } from '../../../shared/time/placeTime.ts';
import { effectWords } from '../../ui/tradeWords.ts';
import { countWords } from '../../ui/spanWords.ts';

/** How a week's hours are laid on the screen. */
export interface WeekScale {
  readonly hourPx: number;
  /** What stands at the top of all columns, in ms of the common scale: below zero where a day is longer. */
  readonly from: Ms;
  readonly height: number;
}

export function weekScale(days: readonly WeekDay[], hourPx: number): WeekScale {
  const { from, to } = scaleReach(days);
  return { hourPx, from, height: ((to - from) / HOUR_MS) * hourPx };
}

/** How far down a place of the common scale is, in px. */
export function yOf({ from, hourPx }: WeekScale, scale: Ms): number {
  return ((scale - from) / HOUR_MS) * hourPx;
}

/** Where the part of a period that lies in a day stands in its column; null when none does. */
export function placeIn(
  day: WeekDay,
  { start, end }: Period,
  scale: WeekScale,
): { top: number; height: number } | null {
  if (end <= day.start || start >= day.end) return null;
  const top = yOf(scale, scaleOf(day, start));
  return { top, height: Math.max(2, yOf(scale, scaleOf(day, end)) - top) };
}

/** A window's name, times and sites in one line. */
export function weekWindowWords(window: Series<WeekWindow>, zone: string): string {
  const { effect, proposed, title, sites } = window;
  const clocks = sites > 1 ? `, on ${String(sites)} sites’ own clocks` : '';
  return `${effectWords[effect]}${proposed ? ', proposed' : ''}: ${title}, ${seriesTime(window, zone)}${clocks}`;
}

/** `Fri 27 Nov, 18:00 to Sat 28 Nov, 02:00`; of several days at the same hours `Mon 16 Nov to Sun 22 Nov, 01:00–03:00`. */
export function seriesTime({ start, end, runs }: Series<Period>, zone: string): string {
  const last = runs.at(-1);
  if (runs.length < 2 || last === undefined) return `${placeTime(start, zone)} to ${placeTime(end, zone)}`;
  return `each day from ${placeDay(start, zone)} to ${placeDay(last.start, zone)}, ${placeClock(start, zone)}–${placeClock(end, zone)}`;
}

/** What a day holds, for who listens. */
export function weekDayWords({ total, windows, day }: DrawnDay): string {
  const parts = [total === 0 ? 'no changes' : countWords(total, 'change')];
  if (windows.length > 0) parts.push(countWords(windows.length, 'window'));
  if (day.change) parts.push(clockWords(day.change.minutes));
  return parts.join(', ');
}

/** `the clocks go back 1 h` */
export function clockWords(minutes: number): string {
  const far = Math.abs(minutes) % 60 === 0 ? `${String(Math.abs(minutes) / 60)} h` : `${String(Math.abs(minutes))} min`;
  return `the clocks go ${minutes < 0 ? 'back' : 'forward'} ${far}`;
}
