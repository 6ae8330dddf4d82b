import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { readerZone } from '../../ui/readerZone.ts';
import { Select } from '../../ui/Select.tsx';

export interface ZonePickerProps {
  readonly zone: string;
  readonly onChange: (zone: string) => void;
  readonly catalogue: Catalogue | undefined;
}

/** Whose clock the days are counted by: the places of the board, and the reader's own. */
export function ZonePicker({ zone, onChange, catalogue }: ZonePickerProps) {
  const placesByZone = new Map<string, string[]>();
  for (const site of catalogue?.sites ?? [])
    placesByZone.set(site.zone, [...(placesByZone.get(site.zone) ?? []), site.name]);
  if (!placesByZone.has(readerZone)) placesByZone.set(readerZone, ['Your own clock']);
  if (!placesByZone.has(zone)) placesByZone.set(zone, []);
  return (
    <div className="tg-cal-zone">
      <Select
        label="Clock"
        hideLabel
        value={zone}
        onChange={onChange}
        options={[...placesByZone].map(([id, places]) => ({
          id,
          label: `${zoneName(id)} time`,
          detail:
            places.length > 3
              ? `${places.slice(0, 2).join(', ')} and ${String(places.length - 2)} more`
              : places.join(', '),
        }))}
      />
    </div>
  );
}
