import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { ChangeFilter } from '../../../../shared/api/filter.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { MultiSelect } from '../../../ui/MultiSelect.tsx';
import type { Option } from '../../../ui/Select.tsx';
import { bandWords, categoryWords, optionsOf, stateWords, typeWords } from '../../../ui/tradeWords.ts';
import { MineFilter } from './MineFilter.tsx';
import { useSlashFocus } from './useSlashFocus.ts';

interface FilterBarProps {
  readonly filter: ChangeFilter;
  readonly names: Names;
  readonly onChange: (filter: ChangeFilter) => void;
}

/** Long enough not to ask between two letters of a quick typist. */
const TYPING_MS = 150;

/** Search as you type, and a filter for every side of a change. */
export function FilterBar({ filter, names, onChange }: FilterBarProps) {
  const list = <T extends string>(name: keyof ChangeFilter, label: string, options: readonly Option<T>[]) => (
    <MultiSelect
      look="filter"
      label={label}
      options={options}
      values={(filter[name] ?? []) as T[]} // the name and the options come from the same line below
      onChange={(values) => onChange(without(filter, name, values))}
    />
  );
  const sites = names.catalogue?.sites.map(({ site, name, zone }) => ({ id: site, label: name, detail: zone })) ?? [];
  const services = names.catalogue?.services.map(({ service, name }) => ({ id: service, label: name })) ?? [];
  return (
    <search className="tg-filters">
      <TextFilter filter={filter} onChange={onChange} />
      <MineFilter filter={filter} onChange={onChange} />
      {list('states', 'State', optionsOf(stateWords))}
      {list('bands', 'Band', optionsOf(bandWords))}
      {list('types', 'Type', optionsOf(typeWords))}
      {list('categories', 'Category', optionsOf(categoryWords))}
      {list('sites', 'Site', sites)}
      {list('services', 'Service', services)}
    </search>
  );
}

function TextFilter({ filter, onChange }: Pick<FilterBarProps, 'filter' | 'onChange'>) {
  const [typed, setTyped] = useState(filter.text ?? '');
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = filter.text ?? '';
  useSlashFocus(input);
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(asked); // a chip was removed or a view was opened
  }, [asked]);
  return (
    <SearchField
      aria-label="Search changes"
      className="tg-text-filter"
      value={typed}
      onChange={(text) => {
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(without(filter, 'text', text.trim())), TYPING_MS);
      }}
    >
      <Search size={16} aria-hidden />
      <Input
        ref={input}
        className="tg-input"
        placeholder="Title, id or plan"
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('.tg-table-scroll > [tabindex="0"]')?.focus();
        }}
      />
      <Kbd>/</Kbd>
    </SearchField>
  );
}

/** The filter with one side set, or taken away when nothing is chosen. */
function without(filter: ChangeFilter, name: keyof ChangeFilter, value: string | readonly string[]): ChangeFilter {
  const { [name]: _, ...rest } = filter;
  return value.length > 0 ? { ...rest, [name]: value } : rest;
}
