import type { ReactNode } from 'react';
import { isWall } from '../../../shared/time/instant.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { instantAt, isZone } from '../../../shared/time/zone.ts';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { typedKinds } from '../../ui/typedKinds.ts';

export interface WallFieldProps {
  readonly label: string;
  /** A wall-clock reading, `2026-11-27T18:00`; empty while nothing is given. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** IANA, or `site`. */
  readonly zone: string;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
}

/** A day and a time by the clock of the place; under it, how it reads here. */
export function WallField({ label, value, onChange, zone, error, hint }: WallFieldProps) {
  const place = zone === 'site' ? 'each site’s time' : `${zoneName(zone)} time`;
  return (
    <TypedInput
      kind={typedKinds.wall}
      label={`${label} (${place})`}
      value={value}
      onChange={onChange}
      error={error}
      hint={hint ?? hereWords(value, zone)}
    />
  );
}

function hereWords(value: string, zone: string): string {
  if (value === '') return 'No time yet';
  if (zone === 'site') return 'By the clock of every site';
  if (!isWall(value) || !isZone(zone)) return '';
  return readersClock(instantAt(value, zone, 'earlier'), zone) ?? 'The same on your clock';
}
