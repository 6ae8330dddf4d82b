import type { FiscalUnit } from '../../../shared/time/fiscalYear.ts';
import type { Fiscal } from '../../../shared/view/scheduleForms.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { typedKinds } from '../../ui/typedKinds.ts';
import { NumberField } from './NumberField.tsx';

export interface PeriodEndFieldsProps {
  readonly label: 'Begins' | 'Ends';
  readonly of: FiscalUnit;
  readonly value: Fiscal['start'];
  readonly onChange: (value: Fiscal['start']) => void;
}

const MOST_DAYS = 60;

/** A moment counted from the last day of a period: "2 business days before the last day, at 18:00". */
export function PeriodEndFields({ label, of, value, onChange }: PeriodEndFieldsProps) {
  const many = Math.abs(value.days);
  const side = value.days < 0 ? 'before' : value.days > 0 ? 'after' : 'on';
  const place = (to: typeof side) => (to === 'on' ? 0 : (to === 'before' ? -1 : 1) * Math.max(1, many));
  const last = value.count === 'days' ? 'last day' : 'last business day';
  return (
    <Field label={label}>
      <div className="tg-said">
        {side !== 'on' && (
          <NumberField
            label=""
            name={`${label}: how many days`}
            value={many}
            least={1}
            most={MOST_DAYS}
            onChange={(count) => onChange({ ...value, days: side === 'before' ? -count : count })}
          />
        )}
        <Select
          label={`${label}: what is counted`}
          hideLabel
          value={value.count}
          options={[
            { id: 'days', label: many === 1 ? 'day' : 'days' },
            { id: 'business-days', label: many === 1 ? 'business day' : 'business days' },
          ]}
          onChange={(count) => onChange({ ...value, count })}
        />
        <Select
          label={`${label}: before or after`}
          hideLabel
          value={side}
          options={[
            { id: 'before', label: `before the ${of}’s ${last}` },
            { id: 'on', label: `on the ${of}’s ${last}` },
            { id: 'after', label: `after the ${of}’s ${last}` },
          ]}
          onChange={(to) => onChange({ ...value, days: place(to) })}
        />
        <span>at</span>
        <div className="tg-clock-input">
          <TypedInput
            kind={typedKinds.closingClock}
            label={`${label}, time`}
            hideLabel
            value={value.time}
            onChange={(time) => onChange({ ...value, time })}
          />
        </div>
      </div>
    </Field>
  );
}
