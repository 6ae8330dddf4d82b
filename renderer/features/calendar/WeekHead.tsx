import { Clock } from 'lucide-react';
import type { Ms } from '../../../shared/time/instant.ts';
import { placeDay, zoneName } from '../../../shared/time/placeTime.ts';
import type { ReaderHours } from '../../../shared/view/weekReader.ts';
import type { DrawnDay } from '../../../shared/view/weekModel.ts';
import { nodeIds } from '../../../shared/view/weekNodes.ts';
import { readerZone } from '../../ui/readerZone.ts';
import { clockDistance } from './clockDistance.ts';
import { clockWords, weekDayWords } from './weekMarks.ts';

export interface WeekHeadProps {
  readonly days: readonly DrawnDay[];
  readonly zone: string;
  readonly reader: ReaderHours | null;
  readonly now: Ms;
  readonly active: string;
  readonly openDay: string | null;
}

/** The seven days by name, each a button that lists it; before them whose clocks the scale shows. */
export function WeekHead({ days, zone, reader, now, active, openDay }: WeekHeadProps) {
  return (
    <div className="tg-week-head" data-two={reader !== null || undefined}>
      <div className="tg-week-corner">
        <span className="tg-clip" title={`${zoneName(zone)} time`}>
          {zoneName(zone)}
        </span>
        {reader && (
          <span className="tg-clip tg-quiet" title={`Your clock: ${zoneName(readerZone)}`}>
            {zoneName(readerZone)}
          </span>
        )}
      </div>
      {days.map((drawn, index) => {
        const { day, total } = drawn;
        const id = nodeIds.day(index);
        const isToday = now >= day.start && now < day.end;
        const distance = reader?.differs[index] ? clockDistance((day.start + day.end) / 2, readerZone, zone) : null;
        const name = placeDay(day.start, zone);
        return (
          <button
            key={id}
            type="button"
            className="tg-whead"
            data-node={id}
            data-day={day.day}
            data-today={isToday || undefined}
            data-open={openDay === day.day || undefined}
            tabIndex={active === id ? 0 : -1}
          >
            <span className="tg-hidden">
              {name}
              {isToday && ', today'}: {weekDayWords(drawn)}
              {distance && `, your clock ${distance}`}. Lists the day.
            </span>
            <span className="tg-whead-name" aria-hidden>
              {name.slice(0, 3)} <strong>{name.slice(4)}</strong>
            </span>
            <span className="tg-whead-facts" aria-hidden>
              {day.change && (
                <span className="tg-mday-clock" title={clockWords(day.change.minutes)}>
                  <Clock size={12} aria-hidden />
                  {distance === null && // the reader's distance needs the room; the column itself says how far
                    `${day.change.minutes < 0 ? '+' : '−'}${String(Math.abs(day.change.minutes) / 60)} h`}
                </span>
              )}
              {reader?.differs[index] && <span title="Your clock on this day">{distance ?? 'same clock'}</span>}
              {total > 0 && total}
            </span>
          </button>
        );
      })}
    </div>
  );
}
