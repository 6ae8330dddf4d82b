import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { monthAt, shiftMonth } from '../../../shared/view/monthGrid.ts';
import { monthNames } from '../../../shared/view/repeatWords.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { CalendarFilters } from './CalendarFilters.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';
import type { TimelinePlace } from './timelinePlace.ts';
import { ZonePicker } from './ZonePicker.tsx';

export interface CalendarBarProps {
  readonly route: CalendarRoute;
  readonly catalogue: Catalogue | undefined;
  readonly now: Ms;
  readonly place: TimelinePlace;
}

/** What is shown, when, by whose clock, and narrowed to what. */
export function CalendarBar({ route, catalogue, now, place }: CalendarBarProps) {
  const isMonth = route.view === 'month';
  const step = (by: number) =>
    isMonth ? route.show({ month: shiftMonth(route.month, by) }, true) : place.panBy(by * place.width() * 0.75);
  const today = () => (isMonth ? route.show({ month: monthAt(now, route.zone) }, true) : place.centerOn(now));
  return (
    <div className="tg-cal-bar">
      <Segments
        label="View"
        value={route.view}
        onChange={(view) => route.show({ view }, true)}
        options={[
          { id: 'month', label: 'Month' },
          { id: 'timeline', label: 'Timeline' },
        ]}
      />
      <div className="tg-row tg-cal-steps">
        <IconButton label={isMonth ? 'The month before' : 'Earlier'} icon={ChevronLeft} onPress={() => step(-1)} />
        {isMonth && (
          <span className="tg-cal-month" aria-live="polite">
            {monthNames[Number(route.month.slice(5)) - 1]} {route.month.slice(0, 4)}
          </span>
        )}
        <IconButton label={isMonth ? 'The month after' : 'Later'} icon={ChevronRight} onPress={() => step(1)} />
        <Button size="small" onPress={today}>
          {isMonth ? 'Today' : 'Now'}
        </Button>
      </div>
      <ZonePicker zone={route.zone} onChange={(zone) => route.show({ zone })} catalogue={catalogue} />
      {!isMonth && (
        <>
          <Segments
            label="Lanes by"
            value={route.by}
            onChange={(by) => route.show({ by })}
            options={[
              { id: 'site', label: 'Sites' },
              { id: 'service', label: 'Services' },
            ]}
          />
          <Segments
            label="Shown as"
            value={route.asList ? 'list' : 'lanes'}
            onChange={(as) => route.show({ as: as === 'list' ? 'list' : undefined })}
            options={[
              { id: 'lanes', label: 'Lanes' },
              { id: 'list', label: 'List' },
            ]}
          />
        </>
      )}
      <CalendarFilters filter={route.filter} onChange={route.showFilter} catalogue={catalogue} />
    </div>
  );
}
