import type { TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import type { Zoom } from '../../../shared/view/timeScale.ts';
import { EmptyLanes } from './EmptyLanes.tsx';
import { Minimap } from './Minimap.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';
import type { Lanes } from './useLanes.ts';
import type { TimelinePlace } from './timelinePlace.ts';
import { ZoomControl } from './ZoomControl.tsx';

export interface TimelineFootProps {
  readonly view: TimelineView;
  readonly loaded: Period;
  readonly visible: Period;
  readonly model: Lanes;
  readonly route: CalendarRoute;
  readonly place: TimelinePlace;
  readonly zoom: Zoom;
  readonly now: Ms;
}

/** Below the lanes: those that are left out, the quarter at a glance, and how much time is shown. */
export function TimelineFoot({ view, loaded, visible, model, route, place, zoom, now }: TimelineFootProps) {
  return (
    <>
      <EmptyLanes model={model} onShow={(lanes) => route.show({ lanes })} />
      <Minimap view={view} loaded={loaded} visible={visible} now={now} zone={route.zone} onCenter={place.centerOn} />
      <ZoomControl zoom={zoom} place={place} />
    </>
  );
}
