import { useId } from 'react';
import { isWall, type Ms } from '../../shared/time/instant.ts';
import { placeTime } from '../../shared/time/placeTime.ts';
import { instantAt, wallAt } from '../../shared/time/zone.ts';
import { Field } from './Field.tsx';
import { readersClock } from './PlaceTime.tsx';

export interface PlaceTimeInputProps {
  readonly label: string;
  /** Null while no time is given. */
  readonly value: Ms | null;
  readonly onChange: (at: Ms | null) => void;
  readonly zone: string;
  readonly place: string;
  readonly error?: string | undefined;
}

/** A moment typed by the clock of the place; under it, how it reads there and here. */
export function PlaceTimeInput({ label, value, onChange, zone, place, error }: PlaceTimeInputProps) {
  const id = useId();
  const other = value === null ? null : readersClock(value, zone);
  return (
    <Field
      label={`${label} (${place} time)`}
      htmlFor={id}
      error={error}
      hint={value === null ? 'No time yet' : `${placeTime(value, zone)} ${place}${other ? ` (${other})` : ''}`}
    >
      <input
        id={id}
        type="datetime-local"
        className="tg-input"
        value={value === null ? '' : wallAt(value, zone)}
        onChange={({ target }) => {
          if (target.value === '') onChange(null);
          else if (isWall(target.value)) onChange(instantAt(target.value, zone, 'earlier'));
        }}
      />
    </Field>
  );
}
