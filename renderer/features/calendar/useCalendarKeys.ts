import { useEffect, useRef } from 'react';
import { isTyping } from '../../ui/isTyping.ts';
import type { CalendarSteps } from './calendarSteps.ts';
import { calendarViews, type CalendarRoute } from './useCalendarRoute.ts';

export interface CalendarKeysGiven {
  readonly route: CalendarRoute;
  readonly steps: CalendarSteps;
  readonly onFindSlot: () => void;
  readonly onPrint: () => void;
}

/** `g` and a letter goes to another page: that letter is not this page's. */
const SECOND_KEY_MS = 1_200;

/** The page's own keys; what a grid, a field or a dialog has taken stays theirs. */
export function useCalendarKeys(given: CalendarKeysGiven): void {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  useEffect(() => {
    let goPressedAt = -Infinity;
    const press = (event: KeyboardEvent) => {
      const { route, steps, onFindSlot, onPrint } = latest.current;
      const { key } = event;
      if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'p' && !event.shiftKey) {
        event.preventDefault();
        onPrint();
        return;
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const isSecond = event.timeStamp - goPressedAt < SECOND_KEY_MS;
      goPressedAt = key === 'g' ? event.timeStamp : -Infinity;
      if (isSecond || key === 'g') return;
      const view = calendarViews.find((name) => name.startsWith(key.toLowerCase()) && key.length === 1);
      const turns = route.view !== 'timeline' && !route.asList;
      if (view) route.show({ view }, true);
      else if (key === '[' || (key === 'PageUp' && turns)) steps.step(-1);
      else if (key === ']' || (key === 'PageDown' && turns)) steps.step(1);
      else if (key === 'd' || key === 'D') steps.today();
      else if (key === 'f' || key === 'F') onFindSlot();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
