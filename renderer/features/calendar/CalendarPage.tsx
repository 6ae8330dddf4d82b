import { Plus, Printer } from 'lucide-react';
import { useState } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { CalendarBar } from './CalendarBar.tsx';
import { DayPanel } from './DayPanel.tsx';
import { Legend } from './Legend.tsx';
import { MonthPane } from './MonthPane.tsx';
import { PickedList, type Picked } from './PickedList.tsx';
import { TimelinePane } from './TimelinePane.tsx';
import { createTimelinePlace } from './timelinePlace.ts';
import { TimelineSentence } from './TimelineSentence.tsx';
import { homeZone } from './homeZone.ts';
import { useCalendarRoute } from './useCalendarRoute.ts';
import { useMonth } from './useMonth.ts';
import { useNow } from './useNow.ts';
import './calendar.css';
import './month.css';
import './timeline.css';

/** The board's calendar: a month at a glance, or a timeline of lanes. */
export function CalendarPage() {
  const now = useNow();
  const status = useAsked('app.status', {});
  const { catalogue } = useCatalogue();
  const route = useCalendarRoute(homeZone([status.data?.me.zone ?? readerZone, readerZone], catalogue), now);
  const [place] = useState(() => createTimelinePlace(route.zoom, route.at ?? now));
  const month = useMonth(route);
  const [openDay, setOpenDay] = useState<string | null>(null);
  const [picked, setPicked] = useState<{ title: string; picked: readonly Picked[] } | null>(null);
  const day = month.asked.data?.days.find((shown) => shown.day === openDay);

  const print = () => {
    setOpenDay(null); // the panel would cover the sheet
    requestAnimationFrame(() => window.print());
  };
  return (
    <Page
      title="Calendar"
      layout="fill"
      sentence={
        route.view === 'month' ? month.sentence : <TimelineSentence place={place} zone={route.zone} by={route.by} />
      }
      actions={
        <>
          <Legend />
          {route.view === 'month' && <IconButton label="Print this month" icon={Printer} onPress={print} />}
          <Button icon={Plus} onPress={() => navigate(hrefOf('windows', null, { edit: 'new' }))}>
            New window
          </Button>
        </>
      }
      panel={
        <>
          {route.view === 'month' && day && month.asked.data && (
            <DayPanel
              day={day}
              spans={month.asked.data.spans}
              zone={route.zone}
              filter={route.filter}
              onClose={() => {
                setOpenDay(null);
                document.querySelector<HTMLElement>(`[data-day="${day.day}"]`)?.focus();
              }}
            />
          )}
          {route.view === 'timeline' && picked && (
            <SidePanel
              title={`${picked.title}: ${String(picked.picked.length)} changes`}
              onClose={() => setPicked(null)}
            >
              <PickedList picked={picked.picked} zone={route.zone} />
            </SidePanel>
          )}
        </>
      }
    >
      <CalendarBar route={route} catalogue={catalogue ?? undefined} now={now} place={place} />
      <div className="tg-cal-body">
        {route.view === 'month' ? (
          <MonthPane asked={month.asked} route={route} now={now} openDay={openDay} onOpenDay={setOpenDay} />
        ) : (
          <TimelinePane
            route={route}
            place={place}
            now={now}
            onPick={(title, changes) => setPicked({ title, picked: changes })}
          />
        )}
      </div>
    </Page>
  );
}
