import { X } from 'lucide-react';
import type { ChangeFilter } from '../../../../shared/api/filter.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { bandWords, categoryWords, environmentWords, stateWords, typeWords } from '../../../ui/tradeWords.ts';
import { mineWords } from './MineFilter.tsx';

interface FilterChipsProps {
  readonly filter: ChangeFilter;
  readonly names: Names;
  readonly onChange: (filter: ChangeFilter) => void;
}
interface Chip {
  readonly text: string;
  readonly rest: ChangeFilter;
}

/** Every filter that holds, each with its way out. */
export function FilterChips({ filter, names, onChange }: FilterChipsProps) {
  const chips = chipsOf(filter, names);
  if (chips.length === 0) return null;
  return (
    <ul className="tg-filter-chips" aria-label="Filters that hold">
      {chips.map(({ text, rest }) => (
        <li key={text}>
          <button
            type="button"
            className="tg-filter-chip"
            aria-label={`Take away: ${text}`}
            onClick={() => onChange(rest)}
          >
            <span className="tg-clip">{text}</span>
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className="tg-filter-chip" data-plain onClick={() => onChange({})}>
            Clear all
          </button>
        </li>
      )}
    </ul>
  );
}

function chipsOf(filter: ChangeFilter, names: Names): Chip[] {
  const lists = {
    states: (id: string) => stateWords[id as keyof typeof stateWords], // lists hold only words of their own table
    bands: (id: string) => bandWords[id as keyof typeof bandWords],
    types: (id: string) => typeWords[id as keyof typeof typeWords],
    categories: (id: string) => categoryWords[id as keyof typeof categoryWords],
    environments: (id: string) => environmentWords[id as keyof typeof environmentWords],
    sites: names.site,
    services: names.service,
  };
  const chips: Chip[] = [];
  const { text, mine, imported } = filter;
  if (text !== undefined) chips.push({ text: `“${text}”`, rest: less(filter, 'text') });
  if (mine !== undefined) chips.push({ text: mineWords[mine], rest: less(filter, 'mine') });
  for (const [name, say] of Object.entries(lists)) {
    const key = name as keyof typeof lists;
    const chosen: readonly string[] = filter[key] ?? [];
    for (const id of chosen) {
      const left = chosen.filter((each) => each !== id);
      chips.push({ text: say(id), rest: left.length > 0 ? { ...filter, [key]: left } : less(filter, key) });
    }
  }
  if (imported !== undefined) {
    chips.push({ text: imported ? 'Only imported' : 'Only written here', rest: less(filter, 'imported') });
  }
  return chips;
}

function less(filter: ChangeFilter, name: keyof ChangeFilter): ChangeFilter {
  const { [name]: _, ...rest } = filter;
  return rest;
}
