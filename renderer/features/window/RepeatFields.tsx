import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { weekdays, type Repeat } from '../../../shared/view/repeat.ts';
import { monthNames, repeatWords, weekdayNames } from '../../../shared/view/repeatWords.ts';
import type { RepeatForm } from '../../../shared/view/windowForm.ts';
import { Field } from '../../ui/Field.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { Select } from '../../ui/Select.tsx';
import { DayChoiceFields } from './DayChoiceFields.tsx';
import { NumberField } from './NumberField.tsx';

export interface RepeatFieldsProps {
  readonly label: string;
  readonly value: RepeatForm;
  readonly onChange: (value: RepeatForm) => void;
  readonly hint?: string;
}

const everyWords = { day: 'day', week: 'week', month: 'month', year: 'year' } as const;

/** The repetition with another unit, keeping its choice of day where it has one. */
function inUnit(repeat: Repeat, every: Repeat['every']): Repeat {
  const on = repeat.every === 'month' || repeat.every === 'year' ? repeat.on : { kind: 'business' as const, nth: 1 };
  if (every === 'day') return { every, interval: 1 };
  if (every === 'week') return { every, interval: 1, on: ['MO'] };
  return every === 'month' ? { every, interval: 1, on } : { every, months: [1], on };
}

/** A repetition in words: every so often, on which day, at what time, from when on. */
export function RepeatFields({ label, value, onChange, hint }: RepeatFieldsProps) {
  const { repeat } = value;
  const set = (next: Repeat) => onChange({ ...value, repeat: next });
  return (
    <Field label={label} hint={hint ?? `${repeatWords(repeat)} at ${value.time}`}>
      <div className="tg-repeat">
        <div className="tg-row">
          <span>every</span>
          {repeat.every !== 'year' && (
            <NumberField
              label=""
              name={`${label}: every so many`}
              value={repeat.interval}
              least={1}
              most={52}
              onChange={(interval) => set({ ...repeat, interval })}
            />
          )}
          <Select
            label={`${label}: unit`}
            hideLabel
            value={repeat.every}
            options={(['day', 'week', 'month', 'year'] as const).map((id) => ({ id, label: everyWords[id] }))}
            onChange={(every) => set(inUnit(repeat, every))}
          />
          {repeat.every === 'year' && (
            <>
              <span>in</span>
              <MultiSelect
                look="filter"
                label={repeat.months.map((month) => monthNames[month - 1]?.slice(0, 3)).join(', ') || 'Months'}
                options={monthNames.map((name, index) => ({ id: String(index + 1), label: name }))}
                values={repeat.months.map(String)}
                onChange={(months) => {
                  if (months.length > 0) set({ ...repeat, months: months.map(Number) });
                }}
              />
            </>
          )}
          <span>at</span>
          <input
            className="tg-input tg-time-input"
            type="time"
            aria-label={`${label}, time`}
            value={value.time}
            onChange={(event) => onChange({ ...value, time: event.target.value || '00:00' })}
          />
        </div>
        {repeat.every === 'week' && (
          <ToggleButtonGroup
            className="tg-weekdays"
            aria-label={`${label}: days of the week`}
            selectionMode="multiple"
            disallowEmptySelection
            selectedKeys={repeat.on}
            onSelectionChange={(keys) => set({ ...repeat, on: weekdays.filter((day) => keys.has(day)) })}
          >
            {weekdays.map((day) => (
              <ToggleButton key={day} id={day} className="tg-weekday" aria-label={weekdayNames[day]}>
                {weekdayNames[day].slice(0, 2)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
        {(repeat.every === 'month' || repeat.every === 'year') && (
          <DayChoiceFields label={label} value={repeat.on} onChange={(on) => set({ ...repeat, on })} />
        )}
        <label className="tg-row tg-from-day">
          from
          <input
            className="tg-input"
            type="date"
            value={value.from}
            aria-label={`${label}: first day`}
            onChange={(event) => onChange({ ...value, from: event.target.value })}
          />
          on
        </label>
      </div>
    </Field>
  );
}
