import { useSyncExternalStore } from 'react';
import type { Ms } from '../../../shared/time/instant.ts';
import { scaleOf, timeAtX, zoomAround, type TimeScale, type Zoom } from '../../../shared/view/timeScale.ts';

/** Where the timeline stands. Kept beside React, so that a frame of scrolling draws the lanes and nothing else. */
export interface TimelinePlace {
  readonly get: () => TimeScale;
  readonly width: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** A wider window shows the same middle and the same density of time. */
  readonly setWidth: (width: number) => void;
  readonly panBy: (px: number) => void;
  readonly zoomBy: (factor: number, x: number) => void;
  readonly zoomTo: (zoom: Zoom) => void;
  readonly centerOn: (at: Ms) => void;
}

/** Starts at a zoom around a moment; moves within one frame are joined into one. */
export function createTimelinePlace(zoom: Zoom, at: Ms): TimelinePlace {
  const listeners = new Set<() => void>();
  let width = 0;
  let scale = scaleOf(zoom, at, 1);
  let next = scale;
  let frame = 0;
  const tell = () => {
    frame = 0;
    scale = next;
    for (const listener of listeners) listener();
  };
  const change = (to: TimeScale) => {
    next = to;
    if (frame === 0) frame = requestAnimationFrame(tell);
  };
  return {
    get: () => scale,
    width: () => width,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setWidth: (to) => {
      if (to === 0 || to === width) return;
      next =
        width === 0 ? scaleOf(zoom, at, to) : { ...next, start: timeAtX(next, width / 2) - (to / 2) * next.msPerPx };
      width = to;
      tell();
    },
    panBy: (px) => change({ ...next, start: next.start + px * next.msPerPx }),
    zoomBy: (factor, x) => change(zoomAround(next, x, factor, width)),
    zoomTo: (to) => change(scaleOf(to, timeAtX(next, width / 2), width)),
    centerOn: (to) => change({ ...next, start: to - (width / 2) * next.msPerPx }),
  };
}

/** The scale of this frame. */
export function useScale(place: TimelinePlace): TimeScale {
  return useSyncExternalStore(place.subscribe, place.get);
}
