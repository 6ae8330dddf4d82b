import { HOUR_MS } from '../../../shared/time/instant.ts';
import type { ReaderHours } from '../../../shared/view/weekReader.ts';
import { yOf, type WeekScale } from './weekMarks.ts';

/** The hours that the columns share: the place's clock, and the reader's as a second figure. */
export function WeekHours({ scale, reader }: { readonly scale: WeekScale; readonly reader: ReaderHours | null }) {
  return (
    <div className="tg-whours" aria-hidden>
      {Array.from({ length: 24 }, (_, hour) => (
        <div key={hour} className="tg-whour" style={{ top: yOf(scale, hour * HOUR_MS) }}>
          <span>{String(hour).padStart(2, '0')}:00</span>
          {reader && <span className="tg-quiet">{reader.clocks[hour]}</span>}
        </div>
      ))}
    </div>
  );
}
