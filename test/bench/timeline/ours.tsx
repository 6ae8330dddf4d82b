import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import type { CallName, Input, Output } from '../../../shared/api/contract.ts';
import { AskContext } from '../../../renderer/api/AskContext.ts';
import type { Ask } from '../../../renderer/api/client.ts';
import { createQueries } from '../../../renderer/api/createQueries.ts';
import { TimelinePane } from '../../../renderer/features/calendar/TimelinePane.tsx';
import { createTimelinePlace, type TimelinePlace } from '../../../renderer/features/calendar/timelinePlace.ts';
import { useCalendarRoute } from '../../../renderer/features/calendar/useCalendarRoute.ts';
import '../../../renderer/ui/kit.css';
import '../../../renderer/features/calendar/calendar.css';
import '../../../renderer/features/calendar/timeline.css';
import type { TimelineView } from '../../../shared/api/calendarCalls.ts';
import { answered, madeView, NOW, ZONE, type Spread } from './items.ts';
import { settled, untilPainted } from './painted.ts';
import { travel } from './travel.ts';

/** The timeline as the page mounts it; a desk in memory answers. */
const box = document.getElementById('root')!;
let root: Root | null = null;
let place: TimelinePlace;

function deskOf(view: TimelineView): Ask {
  return async <N extends CallName>(name: N, input: Input<N>) => {
    if (name === 'app.status')
      return { me: { owns: { sites: [], services: [], processes: [] } } } as unknown as Output<N>;
    if (name === 'calendar.timeline') return answered(view, input as Input<'calendar.timeline'>) as Output<N>;
    return {} as Output<N>;
  };
}

function Page() {
  const route = useCalendarRoute(ZONE, NOW);
  return <TimelinePane route={route} place={place} now={NOW} onPick={() => undefined} />;
}

const page = {
  async first(count: number, spread: Spread): Promise<number> {
    const view = madeView(count, spread);
    history.replaceState(null, '', '#/calendar?view=timeline&zoom=month&by=site');
    place = createTimelinePlace('month', NOW);
    const queries = createQueries();
    root = createRoot(box);
    await settled();
    return untilPainted(
      box,
      () =>
        root?.render(
          <I18nProvider locale="en-GB">
            <AskContext value={deskOf(view)}>
              <QueryClientProvider client={queries}>
                <div className="tg-page" style={{ display: 'flex', height: 860 }}>
                  <Page />
                </div>
              </QueryClientProvider>
            </AskContext>
          </I18nProvider>,
        ),
      () => box.querySelectorAll('.tg-lane-canvas').length > 0,
    );
  },
  /** What stands in the lanes that are in sight, as it is said to who listens. */
  stops: () =>
    [...box.querySelectorAll('.tg-lane-stop')].map((stop) => ({
      node: stop.getAttribute('data-node') ?? '',
      label: stop.getAttribute('aria-label') ?? '',
    })),
  travel: () => travel(box.querySelector('.tg-timeline-scroll')!, place),
  close() {
    root?.unmount();
    root = null;
  },
};
Object.assign(window, { page });
