import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as Pressable } from 'react-aria-components';
import type { Duration } from '../../../shared/view/duration.ts';
import type { RepeatForm, WhenForm } from '../../../shared/view/windowForm.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from './NumberField.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { Switcher } from './Switcher.tsx';

type Repeating = Extract<WhenForm, { form: 'repeat' }>;
export interface RepeatPartProps {
  readonly when: Repeating;
  readonly onChange: (when: Repeating) => void;
}

const units = [
  ['days', 'days'],
  ['hours', 'hours'],
  ['minutes', 'minutes'],
] as const;

/** A window that comes again: when it begins, and either how long it lasts or when it ends. */
export function RepeatPart({ when, onChange }: RepeatPartProps) {
  const { start, end, skipped } = when;
  const endsByRule = 'repeat' in end;
  const setEnd = (next: Duration | RepeatForm) => onChange({ ...when, end: next });
  return (
    <>
      <RepeatFields label="Begins" value={start} onChange={(next) => onChange({ ...when, start: next })} />
      <Switcher
        label="Ends"
        value={endsByRule ? 'rule' : 'length'}
        options={[
          { id: 'length', label: 'After a length of time' },
          { id: 'rule', label: 'On a day of its own' },
        ]}
        onChange={(form) => setEnd(form === 'length' ? { days: 0, hours: 4, minutes: 0 } : { ...start, time: '23:59' })}
      />
      {endsByRule ? (
        <RepeatFields
          label="Ends"
          value={end}
          onChange={setEnd}
          hint="Each beginning is paired with the first such end after it."
        />
      ) : (
        <div className="tg-lasts" role="group" aria-label="Lasts">
          {units.map(([unit, label]) => (
            <NumberField
              key={unit}
              label={label}
              value={end[unit]}
              least={0}
              most={unit === 'days' ? 365 : unit === 'hours' ? 999 : 59}
              onChange={(count) => setEnd({ ...end, [unit]: count })}
            />
          ))}
        </div>
      )}
      <SkippedDays days={skipped} onChange={(days) => onChange({ ...when, skipped: days })} />
    </>
  );
}

function SkippedDays({
  days,
  onChange,
}: {
  readonly days: readonly string[];
  readonly onChange: (days: readonly string[]) => void;
}) {
  const [day, setDay] = useState('');
  const add = () => {
    onChange([...new Set([...days, day])].toSorted());
    setDay('');
  };
  return (
    <Field label="Not on">
      <div className="tg-chips">
        <input
          className="tg-input tg-skip-day"
          type="date"
          aria-label="A day on which it does not begin"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button size="small" isDisabled={day === ''} onPress={add}>
          Leave out
        </Button>
        {days.map((skipped) => (
          <span key={skipped} className="tg-chip">
            {skipped}
            <Pressable
              aria-label={`Keep ${skipped}`}
              onPress={() => onChange(days.filter((other) => other !== skipped))}
            >
              <X size={12} aria-hidden />
            </Pressable>
          </span>
        ))}
      </div>
    </Field>
  );
}
