import { ChevronDown } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { ChangeFilter } from '../../../shared/api/filter.ts';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import type { Option } from '../../ui/Select.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { categoryWords, environmentWords, optionsOf, stateWords, typeWords } from '../../ui/tradeWords.ts';
import { withList } from './calendarFilter.ts';

export interface MoreFiltersProps {
  readonly filter: ChangeFilter;
  readonly onChange: (filter: ChangeFilter) => void;
  readonly catalogue: Catalogue | undefined;
}

const here = ['text', 'mine', 'states', 'types', 'categories', 'environments', 'services'] as const;
const mineWords = {
  all: 'Everybody’s',
  waiting: 'Waiting for me',
  requested: 'Asked for by me',
  implementing: 'Carried out by me',
};

/** What is narrowed by less often, behind one button that counts it. */
export function MoreFilters({ filter, onChange, catalogue }: MoreFiltersProps) {
  const used = here.filter((name) => filter[name] !== undefined).length;
  const list = (name: (typeof here)[number], label: string, options: Option[], values: readonly string[] = []) => (
    <MultiSelect
      label={label}
      options={options}
      values={values}
      placeholder="Any"
      onChange={(chosen) => onChange(withList(filter, name, chosen))}
    />
  );
  const { text: _text, ...withoutText } = filter;
  const { mine: _mine, ...withoutMine } = filter;
  return (
    <DialogTrigger>
      <Button className="tg-button" data-kind="quiet">
        More
        {used > 0 && <span className="tg-tab-count">{used}</span>}
        <ChevronDown size={16} aria-hidden />
      </Button>
      <Popover className="tg-popover" offset={4} placement="bottom end">
        <Dialog aria-label="More filters" className="tg-dialog tg-cal-more">
          <TextInput
            label="Title, id or person"
            value={filter.text ?? ''}
            onChange={(text) => onChange(text === '' ? withoutText : { ...filter, text })}
          />
          <Select
            label="Whose"
            value={filter.mine ?? 'all'}
            options={optionsOf(mineWords)}
            onChange={(mine) => onChange(mine === 'all' ? withoutMine : { ...filter, mine })}
          />
          {list(
            'states',
            'State',
            optionsOf(stateWords).filter(({ id }) => id !== 'draft'),
            filter.states,
          )}
          {list('types', 'Type', optionsOf(typeWords), filter.types)}
          {list('environments', 'Environment', optionsOf(environmentWords), filter.environments)}
          {list('categories', 'Category', optionsOf(categoryWords), filter.categories)}
          {list(
            'services',
            'Service',
            (catalogue?.services ?? []).map(({ service, name }) => ({ id: service, label: name })),
            filter.services,
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
