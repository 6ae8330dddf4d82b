import { DAY_MS, HOUR_MS, type Ms, type Period } from '../time/instant.ts';

/** Where a moment stands on the screen: `start` is at x = 0. */
export interface TimeScale {
  readonly start: Ms;
  readonly msPerPx: number;
}

export const zooms = ['hour', 'day', 'week', 'month', 'year'] as const;
export type Zoom = (typeof zooms)[number];

/** How much time each named zoom shows across the whole width. */
const zoomSpanMs: Readonly<Record<Zoom, Ms>> = {
  hour: 6 * HOUR_MS,
  day: 36 * HOUR_MS,
  week: 7 * DAY_MS,
  month: 31 * DAY_MS,
  year: 366 * DAY_MS,
};

/** Nobody plans to the second, and beyond two years the bars of a year are grains. */
const MIN_SPAN_MS = HOUR_MS;
const MAX_SPAN_MS = 2 * zoomSpanMs.year;

/** How many pixels from the left edge a moment stands; negative when it has scrolled out. */
export function xOf(scale: TimeScale, at: Ms): number {
  return (at - scale.start) / scale.msPerPx;
}

/** Which moment stands at this x. */
export function timeAtX(scale: TimeScale, x: number): Ms {
  return scale.start + x * scale.msPerPx;
}

/** The part of time that a width shows. */
export function visiblePeriod(scale: TimeScale, width: number): Period {
  return { start: scale.start, end: timeAtX(scale, width) };
}

/** The scale after zooming by a factor (above 1 shows more time), with the moment under `x` staying where it is. */
export function zoomAround(scale: TimeScale, x: number, factor: number, width: number): TimeScale {
  const least = MIN_SPAN_MS / width;
  const most = MAX_SPAN_MS / width;
  const msPerPx = Math.min(most, Math.max(least, scale.msPerPx * factor));
  return { start: timeAtX(scale, x) - x * msPerPx, msPerPx };
}

/** The scale of a named zoom with `center` in the middle of the width. */
export function scaleOf(zoom: Zoom, center: Ms, width: number): TimeScale {
  const msPerPx = zoomSpanMs[zoom] / width;
  return { start: center - (width / 2) * msPerPx, msPerPx };
}

/** Which named zoom is nearest to the scale, by ratio. */
export function nearestZoom(scale: TimeScale, width: number): Zoom {
  const span = scale.msPerPx * width;
  const distance = (zoom: Zoom) => Math.abs(Math.log(span / zoomSpanMs[zoom]));
  return zooms.reduce((best, zoom) => (distance(zoom) < distance(best) ? zoom : best));
}
