import type { Ms } from '../../shared/time/instant.ts';
import { instantAt, wallAt } from '../../shared/time/zone.ts';
import { readersClock } from './PlaceTime.tsx';
import { TypedInput } from './TypedInput.tsx';
import { typedKinds } from './typedKinds.ts';

export interface PlaceTimeInputProps {
  readonly label: string;
  /** Null while no time is given. */
  readonly value: Ms | null;
  readonly onChange: (at: Ms | null) => void;
  readonly zone: string;
  readonly place: string;
  readonly error?: string | undefined;
  /** What no time means here. */
  readonly none?: string;
}

/** A moment typed or picked by the clock of the place; under it, how it reads here. */
export function PlaceTimeInput({
  label,
  value,
  onChange,
  zone,
  place,
  error,
  none = 'No time yet',
}: PlaceTimeInputProps) {
  return (
    <TypedInput
      kind={typedKinds.wall}
      label={`${label} (${place} time)`}
      value={value === null ? '' : wallAt(value, zone)}
      onChange={(wall) => onChange(wall === '' ? null : instantAt(wall, zone, 'earlier'))}
      error={error}
      hint={value === null ? none : hintFor(value, zone)}
    />
  );
}

function hintFor(value: Ms, zone: string): string {
  const here = readersClock(value, zone);
  return here ?? 'The same on your clock';
}
