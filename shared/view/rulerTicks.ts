import type { Ms, Period, Wall } from '../time/instant.ts';
import { instantAt, wallAt } from '../time/zone.ts';
import { addWallDays, addWallMinutes, addWallMonths, floorWallMinutes, wallWeekday } from './wallMath.ts';

export type TickUnit = 'minute' | 'day' | 'week' | 'month';
export interface TickStep {
  readonly unit: TickUnit;
  readonly count: number;
}
export interface Tick {
  readonly at: Ms;
  /** What the place's clock shows then. */
  readonly wall: Wall;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Finest first; a month counts as 30 days when widths are compared. */
const steps: readonly (TickStep & { readonly ms: number })[] = [
  ...[5, 10, 15, 30, 60, 120, 180, 360, 720].map((count) => ({ unit: 'minute' as const, count, ms: count * MINUTE })),
  { unit: 'day', count: 1, ms: DAY },
  { unit: 'week', count: 1, ms: 7 * DAY },
  { unit: 'month', count: 1, ms: 30 * DAY },
  { unit: 'month', count: 3, ms: 91 * DAY },
  { unit: 'month', count: 12, ms: 365 * DAY },
];

/**
 * The finest step whose ticks stand at least so many pixels apart.
 * @param minDayPx for days alone, whose labels are two digits where no more fits
 */
export function tickStep(msPerPx: number, minPx: number, minDayPx = minPx): TickStep {
  const fits = steps.find(({ ms, unit }) => ms / msPerPx >= (unit === 'day' ? minDayPx : minPx));
  return fits ?? { unit: 'month', count: 12 };
}

/** The step of the upper row of a ruler: days above hours, months above days and weeks, years above months. */
export function headingStep(step: TickStep): TickStep {
  if (step.unit === 'minute') return { unit: 'day', count: 1 };
  if (step.unit === 'month') return { unit: 'month', count: 12 };
  return { unit: 'month', count: 1 };
}

/** The last boundary of the step at or before a reading of the wall clock; weeks begin on Monday. */
function floorWall(wall: Wall, step: TickStep): Wall {
  if (step.unit === 'minute') return floorWallMinutes(wall, step.count);
  const midnight = `${wall.slice(0, 10)}T00:00`;
  if (step.unit === 'day') return midnight;
  if (step.unit === 'week') return addWallDays(midnight, -wallWeekday(midnight));
  const month = Number(wall.slice(5, 7)) - 1;
  return addWallMonths(`${wall.slice(0, 7)}-01T00:00`, -(month % step.count));
}

/** The boundary that follows. */
function nextWall(wall: Wall, step: TickStep): Wall {
  if (step.unit === 'minute') return addWallMinutes(wall, step.count);
  if (step.unit === 'month') return addWallMonths(wall, step.count);
  return addWallDays(wall, step.unit === 'week' ? 7 : 1);
}

/**
 * The boundaries of a step that a period shows, in the zone's wall clock, the one before the period included.
 * A boundary that a spring night skips is left out; one that an autumn night repeats stands once, at its first turn.
 */
export function rulerTicks(period: Period, step: TickStep, zone: string): Tick[] {
  const ticks: Tick[] = [];
  let wall = floorWall(wallAt(period.start, zone), step);
  for (;;) {
    const at = instantAt(wall, zone, 'earlier');
    if (at >= period.end) return ticks;
    const previous = ticks.at(-1);
    if (previous === undefined || at > previous.at) ticks.push({ at, wall });
    wall = nextWall(wall, step);
  }
}
