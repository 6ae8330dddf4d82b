import type { UseQueryResult } from '@tanstack/react-query';
import type { TimelineBar, TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { WeekDay } from '../../../shared/view/weekDays.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { DayTables } from './DayTables.tsx';
import { narrowings } from './calendarFilter.ts';
import type { Picked } from './PickedList.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';
import { WeekView } from './WeekView.tsx';

export interface WeekPaneProps {
  readonly asked: UseQueryResult<TimelineView>;
  /** The answer, with the windows that are shown. */
  readonly view: TimelineView | undefined;
  readonly days: readonly WeekDay[];
  readonly route: CalendarRoute;
  readonly now: Ms;
  readonly openDay: string | null;
  readonly onOpenDay: (day: string | null) => void;
  readonly held: TimelineBar | null;
  readonly onPick: (title: string, picked: readonly Picked[]) => void;
}

/** The week's faces: reading, broken, as a table, as columns; an empty week is a week with a sentence. */
export function WeekPane({ asked, view, days, route, now, openDay, onOpenDay, held, onPick }: WeekPaneProps) {
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (view === undefined) {
    return (
      <div className="tg-week-scroll">
        <Loading what="the week" rows={0} />
        <div className="tg-week-skeleton" aria-hidden>
          {days.map(({ day }) => (
            <div key={day} className="tg-wday" />
          ))}
        </div>
      </div>
    );
  }
  if (route.asList) {
    return (
      <div className="tg-wlist">
        <DayTables view={view} days={days} zone={route.zone} now={now} />
      </div>
    );
  }
  const isBare = view.bars.length === 0 && view.bands.length === 0;
  return (
    <>
      <WeekView
        view={view}
        days={days}
        route={route}
        now={now}
        openDay={openDay}
        onOpenDay={onOpenDay}
        held={held}
        onPick={onPick}
      />
      {isBare && !asked.isPlaceholderData && (
        <p className="tg-timeline-bare" role="status">
          {narrowings(route.filter) > 0
            ? 'Nothing of what the filters ask for is planned in this week.'
            : 'Nothing is planned in this week, and nothing is frozen. Drag over the hours to draw a window.'}
        </p>
      )}
    </>
  );
}
