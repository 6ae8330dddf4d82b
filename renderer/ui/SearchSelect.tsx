import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { Field } from './Field.tsx';
import { OptionPopover } from './OptionPopover.tsx';
import type { Option } from './Select.tsx';

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
        <OptionPopover
          label={label}
          options={options}
          hasSearch
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={value === null ? [] : [value]}
          onSelectionChange={(keys) => {
            const chosen = options.find(({ id }) => keys !== 'all' && keys.has(id));
            if (chosen) onChange(chosen.id);
            setOpen(false);
          }}
        />
      </DialogTrigger>
    </Field>
  );
}
