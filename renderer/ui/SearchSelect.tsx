import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Field } from './Field.tsx';
import { OptionLine, type Option } from './Select.tsx';

export interface SearchSelectProps {
  readonly label: string;
  readonly options: readonly Option[];
  /** Null while nothing is chosen. */
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
}

/** One of many, with a search inside. */
export function SearchSelect({ label, options, value, onChange, placeholder = 'Choose', hint }: SearchSelectProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [isOpen, setOpen] = useState(false);
  const said = options.find(({ id }) => id === value)?.label ?? value ?? placeholder;
  return (
    <Field label={label} hint={hint}>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button className="tg-input tg-select-button" aria-label={`${label}: ${said}`}>
          <span className="tg-select-value" data-placeholder={value === null || undefined}>
            {said}
          </span>
          <ChevronDown size={16} aria-hidden />
        </Button>
        <Popover className="tg-popover" offset={4} placement="bottom start">
          <Dialog aria-label={label} className="tg-dialog">
            <Autocomplete filter={contains}>
              {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the popover was opened in order to search */}
              <SearchField aria-label={`Search ${label.toLowerCase()}`} autoFocus className="tg-popover-search">
                <Input className="tg-input" placeholder="Search" />
              </SearchField>
              <ListBox
                aria-label={label}
                className="tg-list"
                items={options}
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={value === null ? [] : [value]}
                onSelectionChange={(keys) => {
                  const chosen = options.find(({ id }) => keys !== 'all' && keys.has(id));
                  if (chosen) onChange(chosen.id);
                  setOpen(false);
                }}
                renderEmptyState={() => <p className="tg-menu-heading">Nothing matches.</p>}
              >
                {(option) => <OptionLine option={option} />}
              </ListBox>
            </Autocomplete>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </Field>
  );
}
