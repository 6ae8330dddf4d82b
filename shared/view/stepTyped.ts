import type { Wall } from '../time/instant.ts';
import { addWallDays, addWallMinutes, addWallMonths } from './wallMath.ts';

/** What stands under the caret of a typed date or time. */
export type TypedPart = 'day' | 'month' | 'year' | 'hour' | 'minute';

const QUARTER = 15;

/** The reading with one part up or down: minutes go by quarters of an hour. */
export function stepWall(wall: Wall, part: TypedPart, by: 1 | -1): Wall {
  if (part === 'day') return addWallDays(wall, by);
  if (part === 'month') return addWallMonths(wall, by);
  if (part === 'year') return addWallMonths(wall, 12 * by);
  if (part === 'hour') return addWallMinutes(wall, 60 * by);
  const off = Number(wall.slice(14)) % QUARTER;
  const step = by > 0 ? QUARTER - off : off === 0 ? -QUARTER : -off;
  return addWallMinutes(wall, step);
}

/** The same for a day without a time. */
export function stepDay(day: string, part: TypedPart, by: 1 | -1): string {
  return stepWall(`${day}T00:00`, part, by).slice(0, 10);
}

/** The same for a time of day; it goes round at midnight. */
export function stepClock(clock: string, part: TypedPart, by: 1 | -1): string {
  return stepWall(`2026-01-01T${clock === '24:00' ? '00:00' : clock}`, part, by).slice(11);
}
