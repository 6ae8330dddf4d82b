import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { weekdays, type Weekday } from '../../../shared/view/repeat.ts';
import { weekdayNames } from '../../../shared/view/repeatWords.ts';

export interface WeekdayTogglesProps {
  readonly label: string;
  readonly values: readonly Weekday[];
  readonly onChange: (values: Weekday[]) => void;
  /** Weekends may be empty; the days of a repetition may not. */
  readonly mayBeEmpty?: boolean;
}

/** Any of the seven days. */
export function WeekdayToggles({ label, values, onChange, mayBeEmpty = false }: WeekdayTogglesProps) {
  return (
    <ToggleButtonGroup
      className="tg-weekdays"
      aria-label={label}
      selectionMode="multiple"
      disallowEmptySelection={!mayBeEmpty}
      selectedKeys={values}
      onSelectionChange={(keys) => onChange(weekdays.filter((day) => keys.has(day)))}
    >
      {weekdays.map((day) => (
        <ToggleButton key={day} id={day} className="tg-weekday" aria-label={weekdayNames[day]}>
          {weekdayNames[day].slice(0, 2)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
