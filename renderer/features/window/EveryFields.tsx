import type { Repeat } from '../../../shared/view/repeat.ts';
import { monthNames } from '../../../shared/view/repeatWords.ts';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { Select } from '../../ui/Select.tsx';
import { NumberField } from './NumberField.tsx';

export type Sayable = Exclude<Repeat, { every: 'kept' }>;
const units = [
  { id: 'day', label: 'day' },
  { id: 'week', label: 'week' },
  { id: 'month', label: 'month' },
  { id: 'year', label: 'year' },
] as const;

/** The repetition with another unit, keeping its choice of day where it has one. */
export function inUnit(repeat: Repeat, every: Sayable['every']): Sayable {
  const on = 'on' in repeat && 'kind' in repeat.on ? repeat.on : { kind: 'business' as const, nth: 1 };
  if (every === 'day') return { every, interval: 1 };
  if (every === 'week') return { every, interval: 1, on: ['MO'] };
  return every === 'month' ? { every, interval: 1, on } : { every, months: [1], on };
}

export interface EveryFieldsProps {
  readonly label: string;
  readonly repeat: Sayable;
  readonly onChange: (repeat: Sayable) => void;
}

/** Every so many days, weeks or months, or every year in which months. */
export function EveryFields({ label, repeat, onChange }: EveryFieldsProps) {
  return (
    <>
      <span>every</span>
      {repeat.every !== 'year' && (
        <NumberField
          label=""
          name={`${label}: every so many`}
          value={repeat.interval}
          least={1}
          most={52}
          onChange={(interval) => onChange({ ...repeat, interval })}
        />
      )}
      <Select
        label={`${label}: unit`}
        hideLabel
        value={repeat.every}
        options={units}
        onChange={(every) => onChange(inUnit(repeat, every))}
      />
      {repeat.every === 'year' && (
        <>
          <span>in</span>
          <div className="tg-short-select">
            {' '}
            <MultiSelect
              hideLabel
              label={`${label}: months`}
              options={monthNames.map((name, index) => ({ id: String(index + 1), label: name }))}
              values={repeat.months.map(String)}
              onChange={(months) => {
                if (months.length > 0) onChange({ ...repeat, months: months.map(Number) });
              }}
            />
          </div>
        </>
      )}
    </>
  );
}
