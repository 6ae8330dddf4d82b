import type { Ms } from '../../shared/time/instant.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { placeClock, placeDay, zoneName } from '../../shared/time/placeTime.ts';
import { readersClock } from './PlaceTime.tsx';

interface PlaceSpanProps {
  readonly start: Ms;
  readonly end: Ms;
  readonly zone: string;
  readonly place?: string;
}

/** From when to when by the clock of the place, its name and a shared day said once: `Sun 22 Nov, 05:00 to 08:30 Lyon`. */
export function PlaceSpan({ start, end, zone, place = zoneName(zone) }: PlaceSpanProps) {
  const endDay = placeDay(end, zone) === placeDay(start, zone) ? '' : `${placeDay(end, zone)}, `;
  const from = readersClock(start, zone);
  const till = readersClock(end, zone);
  return (
    <span className="tg-time">
      <time className="tg-time-part" dateTime={toInstant(start)}>
        {placeDay(start, zone)}, {placeClock(start, zone)}
      </time>{' '}
      to{' '}
      <time className="tg-time-part" dateTime={toInstant(end)}>
        {endDay}
        {placeClock(end, zone)}
      </time>{' '}
      {place}
      {from && till && (
        <span className="tg-time-other">
          {' '}
          ({from} to {till})
        </span>
      )}
    </span>
  );
}
