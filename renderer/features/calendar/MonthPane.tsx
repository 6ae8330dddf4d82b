import type { UseQueryResult } from '@tanstack/react-query';
import type { MonthView as Month, TimelineBar, TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { monthDays } from '../../../shared/view/monthGrid.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { narrowings } from './calendarFilter.ts';
import { MonthView } from './MonthView.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';

export interface MonthPaneProps {
  readonly asked: UseQueryResult<Month>;
  /** The answer, with the windows that are shown. */
  readonly month: Month | undefined;
  readonly route: CalendarRoute;
  readonly now: Ms;
  readonly openDay: string | null;
  readonly onOpenDay: (day: string | null) => void;
  readonly held: TimelineBar | null;
  readonly list: TimelineView | null;
}

/** The month's faces: reading, broken, full; an empty month is a month with a sentence. */
export function MonthPane({ asked, month, route, now, openDay, onOpenDay, held, list }: MonthPaneProps) {
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (month === undefined) {
    return (
      <div className="tg-month">
        <Loading what="the month" rows={0} />
        <div className="tg-month-grid" aria-hidden>
          <div className="tg-month-names" />
          <div className="tg-month-weeks">
            {Array.from({ length: monthDays(route.month).length / 7 }, (_, week) => (
              <div key={week} className="tg-week">
                {Array.from({ length: 7 }, (_unused, day) => (
                  <div key={day} className="tg-mday" />
                ))}
              </div>
            ))}
          </div>
        </div>
      </div>
    );
  }
  const isEmpty = month.days.every(({ total, spans }) => total === 0 && spans.length === 0);
  return (
    <>
      <MonthView
        month={month}
        route={route}
        now={now}
        openDay={openDay}
        onOpenDay={onOpenDay}
        held={held}
        list={list}
      />
      {isEmpty && !asked.isPlaceholderData && (
        <p className="tg-timeline-bare" role="status">
          {narrowings(route.filter) > 0
            ? 'Nothing of what the filters ask for is planned in this month.'
            : 'Nothing is planned in this month, and nothing is frozen. Drag over the days to draw a window.'}
        </p>
      )}
    </>
  );
}
