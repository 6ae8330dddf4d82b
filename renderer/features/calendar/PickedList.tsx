import { TriangleAlert } from 'lucide-react';
import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { placeClock, placeDay } from '../../../shared/time/placeTime.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { hrefOf } from '../../route.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { StateMark } from '../../ui/StateMark.tsx';

export type Picked = Omit<TimelineBar, 'lanes' | 'movable'>;

/** `Fri 27 Nov, 18:00–20:00`, with the day again when it ends on another. */
export function spanWords({ start, end }: { readonly start: number; readonly end: number }, zone: string): string {
  const ends = placeDay(start, zone) === placeDay(end, zone) ? '' : `${placeDay(end, zone)}, `;
  return `${placeDay(start, zone)}, ${placeClock(start, zone)}–${ends}${placeClock(end, zone)}`;
}

/** The changes behind a mark or a day, each a link. */
export function PickedList({ picked, zone }: { readonly picked: readonly Picked[]; readonly zone: string }) {
  return (
    <ul className="tg-picked">
      {picked.map((change) => (
        <li key={change.change}>
          <a
            className="tg-picked-line"
            href={hrefOf('change', change.change)}
            data-over={isOver(change.state) || undefined}
          >
            <span className="tg-picked-facts">
              <BandMark band={change.band} as="word" />
              <StateMark state={change.state} />
              {change.hits > 0 && (
                <span className="tg-picked-hits">
                  <TriangleAlert size={12} aria-hidden /> {change.hits} {change.hits === 1 ? 'hit' : 'hits'}
                </span>
              )}
            </span>
            <span className="tg-picked-title">{change.title}</span>
            <span className="tg-picked-when">
              {spanWords(change, zone)}
              {readersClock(change.start, zone) && (
                <span className="tg-quiet"> ({readersClock(change.start, zone)})</span>
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
