import { Field } from '../../ui/Field.tsx';
import { wallWords } from './scheduleWords.ts';

export interface DateTimeFieldProps {
  readonly label: string;
  /** A wall-clock reading, `2026-11-27T18:00`; empty while nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
}

/** A day and a time of day, as the clock on the wall there shows them. */
export function DateTimeField({ label, value, onChange, min }: DateTimeFieldProps) {
  const [day = '', time = ''] = value.split('T');
  const set = (newDay: string, newTime: string) =>
    onChange(newDay === '' ? '' : `${newDay}T${newTime === '' ? '00:00' : newTime}`);
  return (
    <Field label={label} hint={wallWords(value)}>
      <div className="tg-date-time">
        <input
          className="tg-input"
          type="date"
          aria-label={`${label}, day`}
          value={day}
          min={min?.slice(0, 10)}
          onChange={(event) => set(event.target.value, time)}
        />
        <input
          className="tg-input"
          type="time"
          aria-label={`${label}, time`}
          value={time}
          onChange={(event) => set(day, event.target.value)}
        />
      </div>
    </Field>
  );
}
