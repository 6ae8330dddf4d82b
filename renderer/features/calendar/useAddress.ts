import { useEffect } from 'react';
import { toInstant } from '../../../shared/time/instant.ts';
import { nearestZoom, timeAtX, type TimeScale } from '../../../shared/view/timeScale.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';

/** Scrolling ends before the address follows. */
const ADDRESS_AFTER_MS = 400;

/** The address follows the timeline when it rests, so that a link shows what is on screen. */
export function useAddress(route: CalendarRoute, scale: TimeScale, width: number): void {
  const zoom = nearestZoom(scale, Math.max(1, width));
  const center = Math.round(timeAtX(scale, width / 2) / 60_000) * 60_000;
  const { show } = route;
  useEffect(() => {
    if (width === 0) return undefined;
    const timer = setTimeout(() => show({ zoom, at: toInstant(center) }), ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [zoom, center, width, show]);
}
