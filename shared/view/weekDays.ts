import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms, type Period } from '../time/instant.ts';
import { offsetMs, wallAt } from '../time/zone.ts';
import { dayPeriod } from './dayPeriod.ts';
import { shiftDay } from './monthGrid.ts';

/** One column of a week, as long as the day is: 23, 24 or 25 hours, or half an hour off. */
export interface WeekDay extends Period {
  /** `2026-11-27` */
  readonly day: string;
  /** Where its first moment stands on the scale of hours, in ms from 00:00; negative above it. */
  readonly top: Ms;
  /** The moment its clocks change, and by how many minutes they jump; null on all other days. */
  readonly change: { readonly at: Ms; readonly minutes: number } | null;
}

/**
 * Seven days from the first. The part of a clock-change day that is longer stands on the scale that all days share; what
 * lies on the other side of the jump is off it by the jump, and `offScale` names its hours.
 */
export function weekDays(first: string, zone: string): WeekDay[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = shiftDay(first, index);
    const period = dayPeriod(day, zone);
    const change = clockChange(period, zone);
    const isLate = change !== null && change.at - period.start > period.end - change.at;
    return { day, ...period, change, top: isLate ? 0 : DAY_MS - (period.end - period.start) };
  });
}

function clockChange({ start, end }: Period, zone: string): WeekDay['change'] {
  const before = offsetMs(start - 1, zone); // a change at midnight itself belongs to the day that it begins
  const after = offsetMs(end - 1, zone);
  if (before === after) return null;
  let low = start - 1;
  let high = end - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle, zone) === before) low = middle;
    else high = middle;
  }
  return { at: high, minutes: (after - before) / MINUTE_MS };
}

/** How far the columns reach, in ms on the scale: from 0 to 24 hours, and further in a week with a longer day. */
export function scaleReach(days: readonly WeekDay[]): { readonly from: Ms; readonly to: Ms } {
  return {
    from: Math.min(0, ...days.map(({ top }) => top)),
    to: Math.max(DAY_MS, ...days.map(({ top, start, end }) => top + end - start)),
  };
}

/** Where a moment stands in the column of its day; held inside the column. */
export function scaleOf(day: WeekDay, at: Ms): Ms {
  return day.top + Math.min(day.end, Math.max(day.start, at)) - day.start;
}

/** Which moment of the day stands at this place of the scale; held inside the day. */
export function momentAt(day: WeekDay, scale: Ms): Ms {
  return Math.min(day.end, Math.max(day.start, day.start + scale - day.top));
}

/** The full hours of a clock-change day that do not stand on the common scale, each with its place and its reading. */
export function offScale(day: WeekDay, zone: string): { readonly scale: Ms; readonly clock: string }[] {
  if (day.change === null) return [];
  const { at } = day.change;
  const isLate = day.top === 0 && at - day.start > day.end - at;
  const [from, to] = isLate ? [at, day.end] : [day.start, at];
  const hours: { scale: Ms; clock: string }[] = [];
  for (let moment = from; moment < to; moment += 15 * MINUTE_MS) {
    const clock = wallAt(moment, zone).slice(11);
    const scale = scaleOf(day, moment);
    if (clock.endsWith(':00') && scale !== Number(clock.slice(0, 2)) * HOUR_MS) hours.push({ scale, clock });
  }
  return hours;
}

/** Which day a moment falls into; null outside the week. */
export function dayIndexAt(days: readonly WeekDay[], at: Ms): number | null {
  const index = days.findIndex(({ start, end }) => start <= at && at < end);
  return index === -1 ? null : index;
}
