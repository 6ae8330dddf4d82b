import { ToggleButton } from 'react-aria-components';
import { effects, type Effect } from '../../../shared/record/words.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { effectWords, optionsOf } from '../../ui/tradeWords.ts';
import type { WindowFilters } from './useWindowFilters.ts';
import { standingWords } from './windowWords.ts';

export interface WindowFilterBarProps {
  readonly filters: WindowFilters;
  readonly onChange: (part: Partial<WindowFilters>) => void;
}

const none: WindowFilters = { text: '', effects: [], standings: [], sites: [], isMine: false, only: [] };

/** What the list is narrowed by. */
export function WindowFilterBar({ filters, onChange }: WindowFilterBarProps) {
  const { catalogue } = useCatalogue();
  const isNarrowed = JSON.stringify(filters) !== JSON.stringify(none);
  return (
    <div className="tg-window-bar">
      <div className="tg-window-search">
        <TextInput
          label="Search windows"
          hideLabel
          placeholder="Search title, place or owner"
          value={filters.text}
          onChange={(text) => onChange({ text })}
        />
      </div>
      <MultiSelect
        look="filter"
        label="Effect"
        options={optionsOf<Effect>(effectWords)}
        values={effects.filter((effect) => filters.effects.includes(effect))}
        onChange={(values) => onChange({ effects: values })}
      />
      <MultiSelect
        look="filter"
        label="Standing"
        options={optionsOf(standingWords)}
        values={(['published', 'proposed', 'withdrawn'] as const).filter((name) => filters.standings.includes(name))}
        onChange={(values) => onChange({ standings: values })}
      />
      <MultiSelect
        look="filter"
        label="Site"
        options={(catalogue?.sites ?? []).map(({ site, name }) => ({ id: site, label: name }))}
        values={[...filters.sites]}
        onChange={(values) => onChange({ sites: values })}
      />
      <ToggleButton
        className="tg-button tg-mine"
        data-kind="quiet"
        isSelected={filters.isMine}
        onChange={(isMine) => onChange({ isMine })}
      >
        Mine
      </ToggleButton>
      {filters.only.length > 0 && (
        <ToggleButton
          className="tg-button tg-mine"
          data-kind="quiet"
          isSelected
          onChange={() => onChange({ only: [] })}
        >
          {`Signed just now (${filters.only.length.toLocaleString('en-GB')})`}
        </ToggleButton>
      )}
      {isNarrowed && (
        <Button kind="quiet" onPress={() => onChange(none)}>
          Clear
        </Button>
      )}
    </div>
  );
}
