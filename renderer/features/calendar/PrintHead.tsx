import { placeTime, zoneName } from '../../../shared/time/placeTime.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { Names } from '../../api/useCatalogue.ts';
import { readerZone } from '../../ui/readerZone.ts';
import { filterWords } from './filterWords.ts';
import { Legend } from './Legend.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';

export interface PrintHeadProps {
  readonly board: string;
  /** What is on the sheet: `November 2026`, `16 to 22 Nov 2026`. */
  readonly period: string;
  readonly route: CalendarRoute;
  readonly names: Names;
  readonly now: Ms;
}

/** The head of a printed sheet: whose calendar, of when, by whose clock, narrowed to what, and when it was printed. */
export function PrintHead({ board, period, route, names, now }: PrintHeadProps) {
  const narrowed = filterWords(route, names);
  return (
    <header className="tg-print-head">
      <p className="tg-print-title">
        <strong>{period}</strong> {board}
      </p>
      <p>
        {zoneName(route.zone)} time ({route.zone}). {narrowed === '' ? 'All changes and windows.' : `Only ${narrowed}.`}{' '}
        Printed {placeTime(now, readerZone)} {zoneName(readerZone)}.
      </p>
      <Legend />
    </header>
  );
}
