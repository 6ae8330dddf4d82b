import type { Ms, Period } from '../time/instant.ts';
import { instantAt, wallAt } from '../time/zone.ts';
import type { Zoom } from './timeScale.ts';
import { addWallDays, addWallMinutes, floorWallMinutes, wallMinutesBetween } from './wallMath.ts';

/** What one press of an arrow, or one notch of a drag, is worth at each zoom. */
const snapMinutes: Readonly<Record<Zoom, number>> = { hour: 5, day: 15, week: 60, month: 1_440, year: 10_080 };

/**
 * The start after so many steps of the zoom. Steps run on the place's wall clock, so that 22:00 moved by a day over
 * a clock-change night is 22:00; a reading that the clock skips is read at its earlier bound.
 */
export function moveBySteps(start: Ms, steps: number, zoom: Zoom, zone: string): Ms {
  if (steps === 0) return start;
  const wall = wallAt(start, zone);
  const size = snapMinutes[zoom];
  if (size >= 1_440) return instantAt(addWallDays(wall, (steps * size) / 1_440), zone, 'earlier');
  const floored = floorWallMinutes(wall, size);
  const onGrid = wallMinutesBetween(floored, wall) === 0;
  // Off the grid, the first step back lands on the boundary just before.
  const whole = !onGrid && steps < 0 ? steps + 1 : steps;
  return instantAt(addWallMinutes(floored, whole * size), zone, 'earlier');
}

/** The start after a drag over so much time: whole days keep the time of day, finer zooms land on their grid. */
export function moveByDrag(start: Ms, draggedMs: Ms, zoom: Zoom, zone: string): Ms {
  const size = snapMinutes[zoom];
  if (size >= 1_440) return moveBySteps(start, Math.round(draggedMs / (size * 60_000)), zoom, zone);
  return snapNear(start + draggedMs, size, zone);
}

/** The nearest boundary of so many minutes by the place's wall clock. */
export function snapNear(at: Ms, minutes: number, zone: string): Ms {
  const lower = floorWallMinutes(wallAt(at, zone), minutes);
  const before = instantAt(lower, zone, 'earlier');
  const after = instantAt(addWallMinutes(lower, minutes), zone, 'earlier');
  return at - before < after - at ? before : after;
}

/** The period drawn by a drag over empty space: both ends on the grid, at least one step long, in order. */
export function drawnPeriod(from: Ms, to: Ms, zoom: Zoom, zone: string): Period {
  const size = Math.min(snapMinutes[zoom], 1_440);
  const start = snapNear(Math.min(from, to), size, zone);
  const end = snapNear(Math.max(from, to), size, zone);
  if (end > start) return { start, end };
  return { start, end: instantAt(addWallMinutes(wallAt(start, zone), size), zone, 'later') };
}

/** Nobody plans less. */
const LEAST_MS = 5 * 60_000;
/** An edge is set to the hour at most, however far out the zoom is: work is seldom whole days long. */
const finest = (zoom: Zoom): Zoom => (zoom === 'month' || zoom === 'year' ? 'week' : zoom);

/** The period after one of its edges was dragged over so much time; the other edge stays, five minutes away at least. */
export function stretchByDrag(period: Period, edge: 'start' | 'end', draggedMs: Ms, zoom: Zoom, zone: string): Period {
  return stretched(period, edge, moveByDrag(period[edge], draggedMs, finest(zoom), zone));
}

/** The same by so many steps of the zoom. */
export function stretchBySteps(period: Period, edge: 'start' | 'end', steps: number, zoom: Zoom, zone: string): Period {
  return stretched(period, edge, moveBySteps(period[edge], steps, finest(zoom), zone));
}

function stretched({ start, end }: Period, edge: 'start' | 'end', to: Ms): Period {
  return edge === 'start'
    ? { start: Math.min(to, end - LEAST_MS), end }
    : { start, end: Math.max(to, start + LEAST_MS) };
}
