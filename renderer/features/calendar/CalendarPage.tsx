import { CalendarSearch, Plus, Printer } from 'lucide-react';
import { useState } from 'react';
import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { hrefOf, navigate } from '../../route.ts';
import { placeDays } from '../../../shared/view/placeDays.ts';
import { visiblePeriod } from '../../../shared/view/timeScale.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { CalendarBar } from './CalendarBar.tsx';
import { CalendarExport } from './CalendarExport.tsx';
import { CalendarPanel, type Opened } from './CalendarPanel.tsx';
import { calendarSteps } from './calendarSteps.ts';
import { Legend } from './Legend.tsx';
import { MonthPane } from './MonthPane.tsx';
import type { Picked } from './PickedList.tsx';
import { PrintHead } from './PrintHead.tsx';
import { TimelinePane } from './TimelinePane.tsx';
import { shownPeriod } from './shownPeriod.ts';
import { createTimelinePlace } from './timelinePlace.ts';
import { TimelineSentence } from './TimelineSentence.tsx';
import { homeZone } from './homeZone.ts';
import { useCalendarKeys } from './useCalendarKeys.ts';
import { useCalendarRoute } from './useCalendarRoute.ts';
import { useMonth } from './useMonth.ts';
import { usePrintOut } from './usePrintOut.ts';
import { useNow } from './useNow.ts';
import { useWeek } from './useWeek.ts';
import { WeekPane } from './WeekPane.tsx';
import './calendar.css';
import './month.css';
import './week.css';
import './weekBlocks.css';
import './weekParts.css';
import './timeline.css';
import './timelinePrint.css';
import './calendarPrint.css';

/** The board's calendar: a month at a glance, a week by the hour, or a timeline of lanes. */
export function CalendarPage() {
  const now = useNow();
  const status = useAsked('app.status', {});
  const names = useCatalogue();
  const { catalogue } = names;
  const route = useCalendarRoute(homeZone([status.data?.me.zone ?? readerZone, readerZone], catalogue), now);
  const [place] = useState(() => createTimelinePlace(route.zoom, route.at ?? now));
  const month = useMonth(route);
  const week = useWeek(route);
  const [opened, setOpened] = useState<Opened | null>(null);
  const openDay = opened?.kind === 'day' ? opened.day : null;
  const onOpenDay = (day: string | null) => setOpened(day === null ? null : { kind: 'day', day });
  const onPick = (title: string, picked: readonly Picked[]) => setOpened({ kind: 'picked', title, picked });
  const steps = calendarSteps(route, place, now);

  const [held, setHeld] = useState<TimelineBar | null>(null);
  const { print, monthList } = usePrintOut(route, month.shown);
  const findSlot = () => {
    setOpened(null); // one panel at a time
    route.show({ slots: 'some' });
  };
  useCalendarKeys({ route, steps, onFindSlot: findSlot, onPrint: print });
  const timelineDays = () => placeDays(visiblePeriod(place.get(), Math.max(1, place.width())), route.zone);
  const period = { month: month.name, week: week.name, timeline: timelineDays() }[route.view];
  const sentence = {
    month: month.sentence,
    week: week.sentence,
    timeline: <TimelineSentence place={place} zone={route.zone} by={route.by} />,
  }[route.view];
  return (
    <Page
      title="Calendar"
      layout="fill"
      sentence={sentence}
      actions={
        <>
          <Legend />
          <IconButton label="Print what is shown" icon={Printer} onPress={print} />
          <CalendarExport
            route={route}
            period={() => shownPeriod(route, place, { month: month.shown?.days, week: week.days })}
            boardName={status.data?.boardName ?? 'Calendar'}
            now={now}
          />
          <Button icon={CalendarSearch} onPress={findSlot}>
            Find a slot…
          </Button>
          {status.data?.me.may.window && (
            <Button icon={Plus} onPress={() => navigate(hrefOf('windows', null, { edit: 'new' }))}>
              New window
            </Button>
          )}
        </>
      }
      panel={
        <CalendarPanel
          route={route}
          opened={opened}
          month={month.shown}
          week={{ view: week.shown, days: week.days }}
          now={now}
          onMove={(bar) => setHeld({ ...bar })}
          onClose={() => setOpened(null)}
        />
      }
    >
      <CalendarBar route={route} catalogue={catalogue ?? undefined} steps={steps} />
      <div className="tg-cal-body">
        <PrintHead board={status.data?.boardName ?? ''} period={period} route={route} names={names} now={now} />
        {route.view === 'month' && (
          <MonthPane
            asked={month.asked}
            month={month.shown}
            route={route}
            now={now}
            openDay={openDay}
            onOpenDay={onOpenDay}
            held={held}
            list={monthList}
          />
        )}
        {route.view === 'week' && (
          <WeekPane
            asked={week.asked}
            view={week.shown}
            days={week.days}
            route={route}
            now={now}
            openDay={openDay}
            onOpenDay={onOpenDay}
            held={held}
            onPick={onPick}
          />
        )}
        {route.view === 'timeline' && <TimelinePane route={route} place={place} now={now} onPick={onPick} />}
      </div>
    </Page>
  );
}
