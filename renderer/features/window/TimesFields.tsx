import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { typedKinds } from '../../ui/typedKinds.ts';

export interface TimesFieldsProps {
  readonly label: string;
  /** All at the same minute. */
  readonly times: readonly string[];
  /** Whether it may strike more than once a day. */
  readonly mayBeMany: boolean;
  readonly onChange: (times: readonly string[]) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** The time of day at which something strikes, and further hours of the same day. */
export function TimesFields({ label, times, mayBeMany, onChange }: TimesFieldsProps) {
  const [first = '', ...others] = times;
  const minute = first === '' ? '00' : first.slice(3);
  return (
    <>
      <div className="tg-clock-input">
        <TypedInput
          kind={typedKinds.clock}
          label={`${label}, time`}
          hideLabel
          value={first}
          onChange={(time) =>
            onChange(time === '' ? others : [time, ...others.map((other) => `${other.slice(0, 2)}${time.slice(2)}`)])
          }
        />
      </div>
      {mayBeMany && first !== '' && (
        <div className="tg-short-select">
          <MultiSelect
            hideLabel
            label={`${label}: further times of the day`}
            placeholder="once a day"
            options={hours
              .filter((hour) => hour !== first.slice(0, 2))
              .map((hour) => ({ id: `${hour}:${minute}`, label: `${hour}:${minute}` }))}
            values={others}
            onChange={(chosen) => onChange([first, ...chosen].toSorted())}
          />
        </div>
      )}
    </>
  );
}
