import type { ChangeFilter } from '../../../shared/api/filter.ts';
import type { CalendarSpan, TimelineBar } from '../../../shared/api/calendarCalls.ts';
import type { Period } from '../../../shared/time/instant.ts';
import { placeDay, placeTime } from '../../../shared/time/placeTime.ts';
import { joinSites } from '../../../shared/view/monthBands.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/Empty.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { filterQuery } from './calendarFilter.ts';
import { PickedList, type Picked } from './PickedList.tsx';

type DayWindow = Pick<CalendarSpan, 'window' | 'title' | 'effect' | 'proposed' | 'start' | 'end'>;

export interface DayPanelProps {
  readonly day: { readonly day: string } & Period;
  /** The windows that touch the day; those on several sites’ clocks are joined. */
  readonly spans: readonly DayWindow[];
  readonly zone: string;
  readonly filter: ChangeFilter;
  /** Takes a change of the list into the hand, to be moved by keys. */
  readonly onMove?: (bar: TimelineBar) => void;
  readonly onClose: () => void;
}

/** Everything of one day: its windows, then its changes in order of time. */
export function DayPanel({ day, spans, zone, filter, onMove, onClose }: DayPanelProps) {
  const lanes = useAsked('calendar.timeline', { start: day.start, end: day.end, by: 'site', filter });
  const windows = joinSites(spans);
  return (
    <SidePanel
      title={`${placeDay(day.start, zone)} ${day.day.slice(0, 4)}`}
      onClose={onClose}
      actions={<a href={hrefOf('changes', null, filterQuery(filter))}>All changes</a>}
    >
      <div className="tg-stack">
        {windows.length > 0 && (
          <section aria-label="Windows of this day">
            <ul className="tg-picked">
              {windows.map((span) => (
                <li key={`${span.window}/${String(span.start)}`}>
                  <a className="tg-picked-line" href={hrefOf('windows', span.window)}>
                    <EffectMark effect={span.effect} proposed={span.proposed} />
                    <span className="tg-picked-title">{span.title}</span>
                    <span className="tg-picked-when">
                      {placeTime(span.start, zone)} to {placeTime(span.end, zone)}
                      {span.sites > 1 && `, on ${String(span.sites)} sites’ own clocks`}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-label="Changes of this day">
          {lanes.isPending && <Loading what="the day" />}
          {lanes.isError && <Problem compact error={lanes.error} onRetry={() => void lanes.refetch()} />}
          {lanes.data && (
            <DayChanges
              picked={begunIn(lanes.data.bars, day)}
              running={lanes.data.bars.length}
              zone={zone}
              onMove={(change) => {
                const bar = lanes.data.bars.find((listed) => listed.change === change);
                return bar?.movable && onMove ? () => onMove(bar) : null;
              }}
            />
          )}
        </section>
      </div>
    </SidePanel>
  );
}

/** A day lists what begins in it; work that only runs through it, which its counts hold too, is said in a sentence. */
function begunIn(bars: readonly Picked[], day: Period): readonly Picked[] {
  return bars.filter(({ start }) => start >= day.start && start < day.end).toSorted((a, b) => a.start - b.start);
}

function DayChanges({
  picked,
  running,
  zone,
  onMove,
}: {
  readonly picked: readonly Picked[];
  readonly running: number;
  readonly zone: string;
  readonly onMove: (change: string) => (() => void) | null;
}) {
  const passing = running - picked.length;
  if (running === 0) return <Empty compact title="No change on this day." />;
  return (
    <>
      <p className="tg-quiet">
        {picked.length === 0
          ? 'No change begins'
          : `${countWords(picked.length, 'change')} begin${picked.length === 1 ? 's' : ''}`}{' '}
        on this day
        {passing > 0 &&
          `, ${passing.toLocaleString('en-GB')} that began earlier still ${passing === 1 ? 'runs' : 'run'}`}
        .
      </p>
      {picked.length > 0 && <PickedList picked={picked} zone={zone} onMove={onMove} />}
    </>
  );
}
