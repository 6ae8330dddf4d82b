import { useEffect, useState, type RefObject } from 'react';
import { useSize } from './useSize.ts';
import type { TimelinePlace } from './timelinePlace.ts';

/** One notch of a wheel, or as much of a pinch. */
const ZOOM_PER_NOTCH = 1.25;
const NOTCH_PX = 100;
const LINE_PX = 16;

/** How far the lanes are scrolled down; sideways wheels travel in time, Ctrl and the wheel zooms at the pointer. */
export function useLaneScroll(
  scroller: RefObject<HTMLDivElement | null>,
  place: TimelinePlace,
  headPx: number,
  guessed: number,
) {
  // Until it has been measured it is as tall as what it stands in leaves: the first picture then is the right one.
  const height = useSize(scroller, true).height || guessed;
  const [top, setTop] = useState(0);
  const { panBy, zoomBy } = place;
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let pinched = 0;
    const wheel = (event: WheelEvent) => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        // A pinch comes in small parts; whole notches keep the zooms few and the lanes laid out seldom.
        pinched += event.deltaY * unit * (Math.abs(event.deltaY) < 30 ? 6 : 1);
        const notches = Math.trunc(pinched / NOTCH_PX);
        pinched -= notches * NOTCH_PX;
        const x = event.clientX - element.getBoundingClientRect().left - headPx;
        if (notches !== 0) zoomBy(ZOOM_PER_NOTCH ** notches, Math.max(0, x));
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        panBy(sideways * unit);
      }
    };
    const scroll = () => setTop(element.scrollTop);
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('scroll', scroll, { passive: true });
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('scroll', scroll);
    };
  }, [scroller, panBy, zoomBy, headPx]);
  return { top, height };
}
