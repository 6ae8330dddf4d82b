import type { Period } from '../../../shared/time/instant.ts';
import { visiblePeriod } from '../../../shared/view/timeScale.ts';
import type { createTimelinePlace } from './timelinePlace.ts';
import type { CalendarRoute } from './useCalendarRoute.ts';

interface Day extends Period {
  readonly day: string;
}

/** From when to when the calendar shows: the month without the days around it, the week, the timeline's stretch. */
export function shownPeriod(
  { view, month }: Pick<CalendarRoute, 'view' | 'month'>,
  place: ReturnType<typeof createTimelinePlace>,
  days: { readonly month: readonly Day[] | undefined; readonly week: readonly Period[] },
): Period | null {
  if (view === 'timeline') return visiblePeriod(place.get(), Math.max(1, place.width()));
  const shown = view === 'week' ? days.week : (days.month ?? []).filter(({ day }) => day.startsWith(month));
  const [first, last] = [shown[0], shown.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
