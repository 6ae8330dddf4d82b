import type { Ms } from '../../shared/time/instant.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { placeClock, placeDay, placeTime, zoneName } from '../../shared/time/placeTime.ts';
import { readerZone } from './readerZone.ts';

export interface PlaceTimeProps {
  readonly at: Ms;
  /** The place's zone. */
  readonly zone: string;
  /** `Lyon`; the zone's own city when left out. */
  readonly place?: string;
  /** `day`: `Fri 27 Nov, 18:00`; `clock`: `18:00`. */
  readonly short?: 'day' | 'clock';
}

/** A moment by the clock of the place, and by the reader's when the two differ. */
export function PlaceTime({ at, zone, place = zoneName(zone), short }: PlaceTimeProps) {
  const other = readersClock(at, zone);
  return (
    <time className="tg-time" dateTime={toInstant(at)}>
      <span className="tg-time-part">
        {said(at, zone, short)} {place}
      </span>
      {other && (
        <>
          {' '}
          <span className="tg-time-part tg-time-other">({other})</span>
        </>
      )}
    </time>
  );
}

function said(at: Ms, zone: string, short: PlaceTimeProps['short']): string {
  if (short === 'clock') return placeClock(at, zone);
  return short === 'day' ? `${placeDay(at, zone)}, ${placeClock(at, zone)}` : placeTime(at, zone);
}

/** `17:00 London`, with the day when it is another; null when the clocks agree. */
export function readersClock(at: Ms, zone: string): string | null {
  if (placeTime(at, zone) === placeTime(at, readerZone)) return null;
  const day = placeDay(at, zone) === placeDay(at, readerZone) ? '' : `${placeDay(at, readerZone)}, `;
  return `${day}${placeClock(at, readerZone)} ${zoneName(readerZone)}`;
}
