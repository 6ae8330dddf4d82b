import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './segments.css';

export interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  /** Null while none of them holds. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
}

/** One of a few that are worth seeing all at once. */
export function Segments<T extends string>({ label, options, value, onChange }: SegmentsProps<T>) {
  return (
    <ToggleButtonGroup
      className="tg-segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys.has(id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="tg-segment">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
