import type { Ms } from '../../../shared/time/instant.ts';
import { dayPeriod } from '../../../shared/view/dayPeriod.ts';
import { monthAt, shiftDay, shiftMonth } from '../../../shared/view/monthGrid.ts';
import { mondayOf, weekAt, writeWeek } from '../../../shared/view/weekAddress.ts';
import type { TimelinePlace } from './timelinePlace.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';

/** Going through time, whichever view shows it. */
export interface CalendarSteps {
  /** A month, a week, or most of the timeline's width. */
  readonly step: (by: 1 | -1) => void;
  readonly today: () => void;
  /** @param day `2026-11-27` */
  readonly goTo: (day: string) => void;
}

/** How far the timeline moves with one step, of what it shows. */
const TIMELINE_STEP = 0.75;

export function calendarSteps(route: CalendarRoute, place: TimelinePlace, now: Ms): CalendarSteps {
  const { view, zone, month, week, show } = route;
  const toWeek = (first: string) => show({ week: writeWeek(first) }, true);
  return {
    step: (by) => {
      if (view === 'month') show({ month: shiftMonth(month, by) }, true);
      else if (view === 'week') toWeek(shiftDay(week, 7 * by));
      else place.panBy(by * place.width() * TIMELINE_STEP);
    },
    today: () => {
      if (view === 'month') show({ month: monthAt(now, zone) }, true);
      else if (view === 'week') toWeek(weekAt(now, zone));
      else place.centerOn(now);
    },
    goTo: (day) => {
      if (view === 'month') show({ month: day.slice(0, 7) }, true);
      else if (view === 'week') toWeek(mondayOf(day));
      else {
        const { start, end } = dayPeriod(day, zone);
        place.centerOn((start + end) / 2);
      }
    },
  };
}
