import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';

export interface Option<T extends string = string> {
  readonly id: T;
  readonly label: string;
  readonly detail?: string;
  /** Further words that a search finds it by. */
  readonly found?: string;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly Option<T>[];
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly isDisabled?: boolean;
}

/** One of a few. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, options, value, onChange, placeholder = 'Choose', hint, error, isDisabled = false } = props;
  return (
    <AriaSelect
      className="tg-field"
      {...(hideLabel && { 'aria-label': label })}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
      placeholder={placeholder}
      isInvalid={error !== undefined && error !== ''}
      isDisabled={isDisabled}
    >
      {!hideLabel && <Label className="tg-field-label">{label}</Label>}
      <Button className="tg-input tg-select-button">
        <SelectValue className="tg-select-value">
          {({ defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : options.find((option) => option.id === value)?.label
          }
        </SelectValue>
        <ChevronDown size={16} aria-hidden />
      </Button>
      {hint && !error && (
        <Text slot="description" className="tg-field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="tg-field-error">{error}</FieldError>
      <Popover className="tg-popover" offset={4}>
        <ListBox className="tg-list" items={options}>
          {(option) => <OptionLine option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A line of a list of choices, ticked when chosen. */
export function OptionLine({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.found ? `${option.label} ${option.found}` : option.label}
      className="tg-option"
    >
      {({ isSelected }) => (
        <>
          <span className="tg-option-tick">{isSelected && <Check size={16} aria-hidden />}</span>
          <span className="tg-option-text">
            <Text slot="label">{option.label}</Text>
            {option.detail && (
              <Text slot="description" className="tg-option-detail">
                {option.detail}
              </Text>
            )}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
