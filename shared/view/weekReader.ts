import { HOUR_MS, type Ms } from '../time/instant.ts';
import { placeClock } from '../time/placeTime.ts';
import { offsetMs } from '../time/zone.ts';
import { momentAt, type WeekDay } from './weekDays.ts';

export interface ReaderHours {
  /** What the reader's clock shows when the place's shows each full hour, from 00:00. */
  readonly clocks: readonly string[];
  /** For each day, whether its noon is told by other figures: one of the two clocks has changed since. */
  readonly differs: readonly boolean[];
}

/** The second figures of a week's scale: those that hold on most of its days. Null when the two clocks agree all week. */
export function readerHours(days: readonly WeekDay[], zone: string, reader: string): ReaderHours | null {
  const distances = days.map((day) => distanceAt((day.start + day.end) / 2));
  if (distances.every((distance) => distance === 0)) return null;
  const count = (distance: Ms) => distances.filter((other) => other === distance).length;
  const usual = distances.reduce((best, distance) => (count(distance) > count(best) ? distance : best), NaN);
  const plain = days.find(
    ({ start, end, change }) => change === null && distanceAt(start) === usual && distanceAt(end - 1) === usual,
  );
  const day = plain ?? days[distances.indexOf(usual)];
  if (day === undefined) return null;
  return {
    clocks: Array.from({ length: 24 }, (_, hour) => placeClock(momentAt(day, hour * HOUR_MS), reader)),
    differs: distances.map((distance) => distance !== usual),
  };

  function distanceAt(at: Ms): Ms {
    return offsetMs(at, reader) - offsetMs(at, zone);
  }
}
