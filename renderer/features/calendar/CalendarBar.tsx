import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { LaneKind } from '../../../shared/api/calendarCalls.ts';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import { monthNames } from '../../../shared/view/repeatWords.ts';
import { isoWeek } from '../../../shared/view/weekAddress.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { CalendarFilters } from './CalendarFilters.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { GoToDate } from './GoToDate.tsx';
import type { CalendarSteps } from './calendarSteps.ts';
import type { CalendarRoute, CalendarView } from './useCalendarRoute.ts';
import { ZonePicker } from './ZonePicker.tsx';

export interface CalendarBarProps {
  readonly route: CalendarRoute;
  readonly catalogue: Catalogue | undefined;
  readonly steps: CalendarSteps;
}

const viewWords: Readonly<Record<CalendarView, string>> = { month: 'Month', week: 'Week', timeline: 'Timeline' };
const laneWords: Readonly<Record<LaneKind, string>> = {
  site: 'Sites',
  service: 'Services',
  team: 'Teams',
  process: 'Processes',
};
const stepWords = {
  month: ['The month before', 'The month after'],
  week: ['The week before', 'The week after'],
  timeline: ['Earlier', 'Later'],
} satisfies Record<CalendarView, readonly [string, string]>;

/** What is shown, when, by whose clock, and narrowed to what. */
export function CalendarBar({ route, catalogue, steps }: CalendarBarProps) {
  const { view } = route;
  const [before, after] = stepWords[view];
  const lanes = view === 'timeline' ? 'Lanes' : 'Days';
  return (
    <div className="tg-cal-bar">
      <Segments
        label="View"
        value={view}
        onChange={(chosen) => route.show({ view: chosen }, true)}
        options={(['month', 'week', 'timeline'] as const).map((id) => ({ id, label: viewWords[id] }))}
      />
      <div className="tg-row tg-cal-steps">
        <IconButton label={before} icon={ChevronLeft} onPress={() => steps.step(-1)} />
        {view !== 'timeline' && (
          <span className="tg-cal-month" aria-live="polite">
            {periodWords(route)}
          </span>
        )}
        <IconButton label={after} icon={ChevronRight} onPress={() => steps.step(1)} />
        <Button size="small" onPress={steps.today}>
          {view === 'timeline' ? 'Now' : 'Today'}
        </Button>
        <GoToDate onGo={steps.goTo} />
      </div>
      <ZonePicker zone={route.zone} onChange={(zone) => route.show({ zone })} catalogue={catalogue} />
      {view === 'timeline' && (
        <div className="tg-cal-by">
          <Select
            label="Lanes by"
            hideLabel
            value={route.by}
            onChange={(by) => route.show({ by })}
            options={(['site', 'service', 'team', 'process'] as const).map((id) => ({ id, label: laneWords[id] }))}
          />
        </div>
      )}
      {view !== 'month' && (
        <Segments
          label="Shown as"
          value={route.asList ? 'list' : 'lanes'}
          onChange={(as) => route.show({ as: as === 'list' ? 'list' : undefined })}
          options={[
            { id: 'lanes', label: lanes },
            { id: 'list', label: 'List' },
          ]}
        />
      )}
      <CalendarFilters route={route} catalogue={catalogue} />
    </div>
  );
}

function periodWords({ view, month, week }: CalendarRoute): string {
  if (view === 'month') return `${monthNames[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
  const { year, week: number } = isoWeek(week);
  return `Week ${String(number)}, ${String(year)}`;
}
