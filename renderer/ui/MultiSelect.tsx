import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, DialogTrigger } from 'react-aria-components';
import { Field } from './Field.tsx';
import { OptionPopover } from './OptionPopover.tsx';
import type { Option } from './Select.tsx';

export interface MultiSelectProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly values: readonly T[];
  readonly onChange: (values: T[]) => void;
  /** Said while nothing is chosen: `Any state`. */
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** `filter`: a small button that names itself, without a label above. */
  readonly look?: 'field' | 'filter';
  /** The control stands inside a field that is named already. */
  readonly hideLabel?: boolean;
  /** It came because something is to be chosen: the choices show at once. */
  readonly startsOpen?: boolean;
}

/** Any number of many, with a search inside. */
export function MultiSelect<T extends string>(props: MultiSelectProps<T>) {
  const {
    label,
    options,
    values,
    onChange,
    placeholder = 'None',
    hint,
    error,
    look = 'field',
    hideLabel = false,
    startsOpen = false,
  } = props;
  const names = options.filter((option) => values.includes(option.id)).map((option) => option.label);
  const said = names.length === 0 ? placeholder : names.length <= 2 ? names.join(', ') : `${names.length} chosen`;
  const button = (
    <DialogTrigger defaultOpen={startsOpen}>
      {look === 'field' ? (
        <Button className="tg-input tg-select-button" aria-label={`${label}: ${said}`}>
          <span className="tg-select-value" data-placeholder={names.length === 0 || undefined}>
            {said}
          </span>
          <ChevronDown size={16} aria-hidden />
        </Button>
      ) : (
        <Button className="tg-button" data-kind="quiet">
          {label}
          {names.length > 0 && <span className="tg-tab-count">{names.length}</span>}
          <ChevronDown size={16} aria-hidden />
        </Button>
      )}
      <OptionPopover
        label={label}
        options={options}
        hasSearch={options.length > 8}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={values}
        onSelectionChange={(keys) =>
          onChange(options.filter((option) => keys === 'all' || keys.has(option.id)).map((option) => option.id))
        }
      />
    </DialogTrigger>
  );
  if (look === 'filter' || hideLabel) return button;
  return (
    <Field label={label} hint={hint} error={error}>
      {button}
    </Field>
  );
}
