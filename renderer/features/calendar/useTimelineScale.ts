import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { toInstant, type Ms } from '../../../shared/time/instant.ts';
import {
  nearestZoom,
  scaleOf,
  timeAtX,
  zoomAround,
  type TimeScale,
  type Zoom,
} from '../../../shared/view/timeScale.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';

export interface TimelineScale {
  readonly scale: TimeScale;
  readonly zoom: Zoom;
  readonly panBy: (px: number) => void;
  readonly zoomBy: (factor: number, x: number) => void;
  readonly zoomTo: (zoom: Zoom) => void;
  readonly centerOn: (at: Ms) => void;
}

/** Scrolling ends before the address follows. */
const ADDRESS_AFTER_MS = 400;

/** Where the timeline stands; moves within a frame are joined, and the address follows when it rests. */
export function useTimelineScale(route: CalendarRoute, width: number, now: Ms): TimelineScale {
  const first = useRef({ zoom: route.zoom, at: route.at ?? now });
  const [scale, setScale] = useState<TimeScale | null>(null);
  const pending = useRef<TimeScale | null>(null);
  const latest = useRef<TimeScale | null>(null);
  const frame = useRef(0);
  const lastWidth = useRef(0);
  const shown = scale ?? scaleOf(first.current.zoom, first.current.at, Math.max(1, width));

  useLayoutEffect(() => {
    latest.current = shown;
  });
  useLayoutEffect(() => {
    if (width === 0) return;
    const before = lastWidth.current;
    lastWidth.current = width;
    // A wider window shows the same middle and the same density of time.
    setScale((old) =>
      old === null || before === 0
        ? scaleOf(first.current.zoom, first.current.at, width)
        : { ...old, start: timeAtX(old, before / 2) - (width / 2) * old.msPerPx },
    );
  }, [width]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const change = useCallback((next: (from: TimeScale) => TimeScale) => {
    const from = pending.current ?? latest.current;
    if (from === null) return;
    pending.current = next(from);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      setScale(pending.current);
      pending.current = null;
    });
  }, []);

  const zoom = nearestZoom(shown, Math.max(1, width));
  const center = Math.round(timeAtX(shown, width / 2) / 60_000) * 60_000;
  const { show, view } = route;
  useEffect(() => {
    if (width === 0 || view !== 'timeline') return undefined;
    const timer = setTimeout(() => show({ zoom, at: toInstant(center) }), ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [zoom, center, width, show, view]);

  return {
    scale: shown,
    zoom,
    panBy: useCallback((px) => change((from) => ({ ...from, start: from.start + px * from.msPerPx })), [change]),
    zoomBy: useCallback((factor, x) => change((from) => zoomAround(from, x, factor, width)), [change, width]),
    zoomTo: useCallback((to) => change((from) => scaleOf(to, timeAtX(from, width / 2), width)), [change, width]),
    centerOn: useCallback(
      (at) => change((from) => ({ ...from, start: at - (width / 2) * from.msPerPx })),
      [change, width],
    ),
  };
}
