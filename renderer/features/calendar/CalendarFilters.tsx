import { X } from 'lucide-react';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { bandWords, effectWords, optionsOf } from '../../ui/tradeWords.ts';
import { narrowings, withList } from './calendarFilter.ts';
import { MoreFilters } from './MoreFilters.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';

export interface CalendarFiltersProps {
  readonly route: CalendarRoute;
  readonly catalogue: Catalogue | undefined;
}

/** The same narrowings as on Changes, in the same words of the address; and which windows are drawn. */
export function CalendarFilters({ route, catalogue }: CalendarFiltersProps) {
  const { filter, effects, show, showFilter } = route;
  return (
    <div className="tg-row tg-cal-filters" role="group" aria-label="Filters">
      <MultiSelect
        look="filter"
        label="Band"
        options={optionsOf(bandWords)}
        values={filter.bands ?? []}
        onChange={(values) => showFilter(withList(filter, 'bands', values))}
      />
      <MultiSelect
        look="filter"
        label="Site"
        options={(catalogue?.sites ?? []).map(({ site, name }) => ({ id: site, label: name }))}
        values={filter.sites ?? []}
        onChange={(values) => showFilter(withList(filter, 'sites', values))}
      />
      <MultiSelect
        look="filter"
        label="Windows"
        options={optionsOf(effectWords)}
        values={effects}
        onChange={(values) => show({ effects: values })}
      />
      <MoreFilters filter={filter} onChange={showFilter} catalogue={catalogue} />
      {narrowings(filter) + effects.length > 0 && <IconButton label="Clear" icon={X} onPress={route.clear} />}
    </div>
  );
}
