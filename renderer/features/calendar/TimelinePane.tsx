import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LaneKind } from '../../../shared/api/calendarCalls.ts';
import { loadPeriod } from '../../../shared/view/loadPeriod.ts';
import { visiblePeriod } from '../../../shared/view/timeScale.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { useAsked } from '../../api/useAsked.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { narrowings } from './calendarFilter.ts';
import type { Picked } from './PickedList.tsx';
import { HEAD_PX, Timeline } from './Timeline.tsx';
import { TimelineTable } from './TimelineTable.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';
import { useSize } from './useSize.ts';
import { useScale, type TimelinePlace } from './timelinePlace.ts';
import { useAddress } from './useAddress.ts';

export interface TimelinePaneProps {
  readonly route: CalendarRoute;
  readonly place: TimelinePlace;
  readonly now: Ms;
  readonly onPick: (title: string, picked: readonly Picked[]) => void;
}

const kindWords: Readonly<Record<LaneKind, readonly [one: string, many: string]>> = {
  site: ['site', 'sites'],
  service: ['service', 'services'],
  team: ['team', 'teams'],
  process: ['business process', 'business processes'],
};

/** The timeline's four faces: reading, broken, empty, full. */
export function TimelinePane({ route, place, now, onPick }: TimelinePaneProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = Math.max(0, size.width - HEAD_PX);
  useLayoutEffect(() => place.setWidth(width), [place, width]);
  return (
    <div className="tg-cal-body" ref={box}>
      {width > 0 && <Lanes route={route} place={place} now={now} onPick={onPick} width={width} height={size.height} />}
    </div>
  );
}

/** What is drawn anew with every frame of scrolling. */
function Lanes({
  route,
  place,
  now,
  onPick,
  width,
  height,
}: TimelinePaneProps & { readonly width: number; readonly height: number }) {
  const scale = useScale(place);
  useAddress(route, scale, width);
  const visible = visiblePeriod(scale, width);
  const loaded = loadPeriod(visible);
  const { by, filter, effects } = route;
  const asked = useAsked('calendar.timeline', { ...loaded, by, filter }, { keepPrevious: true });
  const view = useMemo(() => {
    const read = asked.data;
    if (read === undefined || effects.length === 0) return read;
    return { ...read, bands: read.bands.filter(({ effect }) => effects.includes(effect)) };
  }, [asked.data, effects]);
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.isPending || view === undefined) return <LanesSkeleton />;
  if (view.lanes.length === 0) {
    return (
      <Empty title={`The board knows no ${kindWords[by][0]} yet.`}>
        Import a log, or open the sample board, and its {kindWords[by][1]} become lanes here.
      </Empty>
    );
  }
  const isBare = view.bars.length === 0 && view.bands.length === 0;
  return (
    <>
      {route.asList ? (
        <TimelineTable view={view} visible={visible} zone={route.zone} />
      ) : (
        <Timeline
          view={view}
          loaded={loaded}
          route={route}
          place={place}
          scale={scale}
          width={width}
          height={height}
          now={now}
          onPick={onPick}
        />
      )}
      {isBare && !asked.isPlaceholderData && (
        <p className="tg-timeline-bare" role="status">
          {narrowings(filter) > 0
            ? 'Nothing of what the filters ask for is planned in these months.'
            : 'Nothing is planned in these months. Drag on a lane to draw a window.'}
        </p>
      )}
    </>
  );
}

/** What is read at once needs no stand-in. */
const SKELETON_AFTER_MS = 120;

/** Holds the place of the lanes while they are read. */
function LanesSkeleton() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SKELETON_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <div className="tg-timeline tg-timeline-skeleton">
      <Loading what="the timeline" rows={0} />
      {Array.from({ length: 7 }, (_, lane) => (
        <div key={lane} className="tg-skeleton-lane" aria-hidden>
          <span />
          <i
            style={{
              marginInlineStart: `${String(6 + ((lane * 37) % 50))}%`,
              width: `${String(8 + ((lane * 13) % 20))}%`,
            }}
          />
        </div>
      ))}
    </div>
  );
}
