import type { CalendarSpan } from '../../../shared/api/calendarCalls.ts';
import { placeTime } from '../../../shared/time/placeTime.ts';
import type { WeekBand } from '../../../shared/view/monthBands.ts';
import { hrefOf } from '../../route.ts';
import { effectWords } from '../../ui/tradeWords.ts';

export interface MonthBandProps {
  readonly band: WeekBand;
  readonly span: CalendarSpan;
  readonly zone: string;
  /** On how many sites' clocks it runs in this band. */
  readonly sites: number;
  readonly headPx: number;
}

/** Narrower pieces carry no title: three letters would say nothing. */
const TITLE_FROM_DAYS = 0.55;

/** A window's name and times in one line. */
export function windowLine(span: Omit<CalendarSpan, 'zone' | 'startWall' | 'endWall'>, zone: string): string {
  const proposed = span.proposed ? ', proposed' : '';
  return `${effectWords[span.effect]}${proposed}: ${span.title}, ${placeTime(span.start, zone)} to ${placeTime(span.end, zone)}`;
}

/** The part of a window that lies in one week, from the hour it begins to the hour it ends. */
export function MonthBand({ band, span, zone, sites, headPx }: MonthBandProps) {
  return (
    <a
      className="tg-band-strip"
      href={hrefOf('windows', span.window)}
      tabIndex={-1}
      draggable={false}
      data-effect={span.effect}
      data-proposed={span.proposed || undefined}
      data-continues={band.continues || undefined}
      data-goes-on={band.goesOn || undefined}
      title={windowLine(span, zone)}
      style={{
        insetInlineStart: `${(band.from / 7) * 100}%`,
        width: `${((band.to - band.from) / 7) * 100}%`,
        top: headPx + band.row * 20,
      }}
    >
      {band.to - band.from >= TITLE_FROM_DAYS && (
        <span className="tg-band-strip-title">
          {span.title}
          {sites > 1 && <span className="tg-band-strip-sites"> · {sites} sites’ clocks</span>}
        </span>
      )}
    </a>
  );
}
