import type { TimelineBand, TimelineBar, TimelineView } from '../../../shared/api/calendarCalls.ts';
import { overlaps, type Ms, type Period } from '../../../shared/time/instant.ts';
import { placeDay } from '../../../shared/time/placeTime.ts';
import { byStart } from '../../../shared/view/laneRows.ts';
import { joinSites } from '../../../shared/view/monthBands.ts';
import { boundedList, paperBound } from '../../../shared/view/paperList.ts';
import { countWords } from '../../ui/spanWords.ts';
import { countedBands } from './countedBands.ts';
import { PaperWindows } from './PaperWindows.tsx';
import { ChangeRowLine, DayTable, WindowRowLine } from './DayTable.tsx';

export interface DayTablesProps {
  readonly view: TimelineView;
  readonly days: readonly ({ readonly day: string } & Period)[];
  readonly zone: string;
  readonly now: Ms;
  /** On paper: every window once, before the days, and no day on which nothing begins. */
  readonly isPaper?: boolean;
}

/** The days as lists: each its windows, what begins on it, and how much still runs from earlier. */
export function DayTables({ view, days, zone, now, isPaper = false }: DayTablesProps) {
  const windows = joinSites(view.bands);
  const bars = view.bars.toSorted(byStart);
  const where = (lanes: readonly number[]) => {
    const names = [...new Set(lanes)].map((lane) => view.lanes[lane]?.label ?? '');
    return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${String(names.length - 2)} more` : names.join(', ');
  };
  /** On every site’s own clock that it runs by. */
  const everywhere = (span: TimelineBand) =>
    view.bands.filter((band) => band.window === span.window && overlaps(band, span)).flatMap(({ lanes }) => lanes);
  const windowLine = (span: TimelineBand) => (
    <WindowRowLine
      key={`${span.window}/${String(span.start)}`}
      span={span}
      where={where(everywhere(span))}
      zone={zone}
      now={now}
    />
  );
  const changeLine = (bar: TimelineBar) => (
    <ChangeRowLine key={bar.change} bar={bar} where={where(bar.lanes)} zone={zone} now={now} />
  );
  const bound = isPaper ? paperBound(bars, days) : Infinity;
  return (
    <>
      {bound < Infinity && (
        <p className="tg-paper-bound">
          On paper a day lists at most {bound} changes here: what is still to be done and the higher bands first. The
          others are counted. A narrower filter lists them all.
        </p>
      )}
      {isPaper && <PaperWindows bands={view.bands} zone={zone} now={now} />}
      {days.map((day, index) => {
        const running = isPaper ? [] : windows.filter((span) => overlaps(span, day));
        const touching = bars.filter((bar) => overlaps(bar, day));
        const begun = touching.filter((bar) => bar.start >= day.start || index === 0);
        const passing = touching.length - begun.length;
        if (isPaper && begun.length === 0) return null;
        const { listed, left } = boundedList(begun, bound);
        const facts = [
          countWords(begun.length, 'change'),
          ...(passing > 0 ? [`${passing.toLocaleString('en-GB')} running from earlier`] : []),
          ...(running.length > 0 ? [countWords(running.length, 'window')] : []),
        ];
        return (
          <DayTable key={day.day} title={placeDay(day.start, zone)} facts={facts.join(', ')}>
            {running.map(windowLine)}
            {listed.map(changeLine)}
            {left.length > 0 && (
              <tr>
                <td colSpan={5}>
                  And {countWords(left.length, 'more change')}, not listed: {countedBands(left)}
                </td>
              </tr>
            )}
          </DayTable>
        );
      })}
    </>
  );
}
