import { X } from 'lucide-react';
import type { ChangeFilter } from '../../../shared/api/filter.ts';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import { Button } from '../../ui/Button.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { bandWords, optionsOf, stateWords, typeWords } from '../../ui/tradeWords.ts';
import { narrowings } from './calendarFilter.ts';

export interface CalendarFiltersProps {
  readonly filter: ChangeFilter;
  readonly onChange: (filter: ChangeFilter) => void;
  readonly catalogue: Catalogue | undefined;
}

/** The same narrowings as on Changes, in the same words of the address. */
export function CalendarFilters({ filter, onChange, catalogue }: CalendarFiltersProps) {
  const narrow = <K extends keyof ChangeFilter>(name: K, values: readonly string[]) => {
    const { [name]: _before, ...rest } = filter;
    onChange(values.length === 0 ? rest : { ...rest, [name]: values });
  };
  return (
    <div className="tg-row tg-cal-filters" role="group" aria-label="Filters">
      <MultiSelect
        look="filter"
        label="Band"
        options={optionsOf(bandWords)}
        values={filter.bands ?? []}
        onChange={(values) => narrow('bands', values)}
      />
      <MultiSelect
        look="filter"
        label="State"
        options={optionsOf(stateWords).filter(({ id }) => id !== 'draft')}
        values={filter.states ?? []}
        onChange={(values) => narrow('states', values)}
      />
      <MultiSelect
        look="filter"
        label="Type"
        options={optionsOf(typeWords)}
        values={filter.types ?? []}
        onChange={(values) => narrow('types', values)}
      />
      <MultiSelect
        look="filter"
        label="Site"
        options={(catalogue?.sites ?? []).map(({ site, name }) => ({ id: site, label: name }))}
        values={filter.sites ?? []}
        onChange={(values) => narrow('sites', values)}
      />
      <MultiSelect
        look="filter"
        label="Service"
        options={(catalogue?.services ?? []).map(({ service, name }) => ({ id: service, label: name }))}
        values={filter.services ?? []}
        onChange={(values) => narrow('services', values)}
      />
      {narrowings(filter) > 0 && (
        <Button kind="quiet" icon={X} onPress={() => onChange({})}>
          Clear
        </Button>
      )}
    </div>
  );
}
