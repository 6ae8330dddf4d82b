import { CalendarClock } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { isWall, type Ms } from '../../shared/time/instant.ts';
import { placeTime } from '../../shared/time/placeTime.ts';
import { instantAt, wallAt } from '../../shared/time/zone.ts';
import { Field } from './Field.tsx';
import { readersClock } from './PlaceTime.tsx';
import { readWall } from './readWall.ts';

export interface PlaceTimeInputProps {
  readonly label: string;
  /** Null while no time is given. */
  readonly value: Ms | null;
  readonly onChange: (at: Ms | null) => void;
  readonly zone: string;
  readonly place: string;
  readonly error?: string | undefined;
}

/** A moment typed or picked by the clock of the place; under it, how it reads here. */
export function PlaceTimeInput({ label, value, onChange, zone, place, error }: PlaceTimeInputProps) {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  /** What is being typed; null while the field shows the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const written = value === null ? '' : placeTime(value, zone);
  const isUnread = typed !== null && typed.trim() !== '' && readWall(typed) === null;
  const take = (text: string) => {
    setTyped(text);
    if (text.trim() === '') onChange(null);
    const wall = readWall(text);
    if (wall) onChange(instantAt(wall, zone, 'earlier'));
  };
  return (
    <Field
      label={`${label} (${place} time)`}
      htmlFor={id}
      error={isUnread ? 'A day and a time, such as 27 Nov 2026, 18:00.' : error}
      hint={hintFor(value, zone)}
    >
      <div className="tg-when">
        <input
          id={id}
          className="tg-input"
          autoComplete="off"
          placeholder="27 Nov 2026, 18:00"
          value={typed ?? written}
          aria-invalid={isUnread || (error !== undefined && error !== '')}
          onChange={({ target }) => take(target.value)}
          onBlur={() => {
            if (!isUnread) setTyped(null);
          }}
        />
        <input
          ref={picker}
          type="datetime-local"
          className="tg-when-picker"
          aria-hidden
          tabIndex={-1}
          value={value === null ? '' : wallAt(value, zone)}
          onChange={({ target }) => {
            if (!isWall(target.value)) return;
            setTyped(null);
            onChange(instantAt(target.value, zone, 'earlier'));
          }}
        />
        <Button className="tg-when-button" aria-label={`Pick: ${label}`} onPress={() => picker.current?.showPicker()}>
          <CalendarClock size={16} aria-hidden />
        </Button>
      </div>
    </Field>
  );
}

function hintFor(value: Ms | null, zone: string): string {
  if (value === null) return 'No time yet';
  const here = readersClock(value, zone);
  return here ?? 'The same on your clock';
}
