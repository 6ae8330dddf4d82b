import { untilDay, untilText } from '../../../shared/view/readRepeat.ts';
import type { Limit } from '../../../shared/view/repeat.ts';
import { addWallMonths } from '../../../shared/view/wallMath.ts';
import { Select } from '../../ui/Select.tsx';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { typedKinds } from '../../ui/typedKinds.ts';
import { NumberField } from './NumberField.tsx';

export interface LimitFieldsProps {
  readonly label: string;
  readonly limit: Limit;
  /** The first day of the series; empty while none is given. */
  readonly from: string;
  readonly onChange: (limit: Limit) => void;
}

/** When a series stops: never, after a day, after so many times. */
export function LimitFields({ label, limit, from, onChange }: LimitFieldsProps) {
  const begin = (kind: Limit['kind']) => {
    if (kind === limit.kind) return;
    const yearOn = from === '' ? '' : addWallMonths(`${from}T00:00`, 12).slice(0, 10);
    if (kind === 'until') onChange({ kind, text: yearOn === '' ? '' : untilText(yearOn) });
    else onChange(kind === 'count' ? { kind, count: 10 } : { kind });
  };
  return (
    <>
      <Select
        label={`${label}: how long the series goes on`}
        hideLabel
        value={limit.kind}
        options={[
          { id: 'never', label: 'without an end' },
          { id: 'until', label: 'until' },
          { id: 'count', label: 'so many times' },
        ]}
        onChange={begin}
      />
      {limit.kind === 'until' && (
        <div className="tg-day-input">
          <TypedInput
            kind={typedKinds.day}
            label={`${label}: last day of the series`}
            hideLabel
            value={untilDay(limit.text)}
            onChange={(day) => onChange({ kind: 'until', text: day === '' ? '' : untilText(day) })}
          />
        </div>
      )}
      {limit.kind === 'count' && (
        <NumberField
          label="times"
          name={`${label}: how many times`}
          value={limit.count}
          least={1}
          most={999}
          onChange={(count) => onChange({ kind: 'count', count })}
        />
      )}
    </>
  );
}
