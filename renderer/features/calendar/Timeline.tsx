import { useMemo, useRef } from 'react';
import type { TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { stackHeight, visibleLanes } from '../../../shared/view/laneStack.ts';
import { nearestZoom, visiblePeriod, zooms, type TimeScale, type Zoom } from '../../../shared/view/timeScale.ts';
import { EmptyLanes } from './EmptyLanes.tsx';
import { LaneHeads } from './LaneHeads.tsx';
import { LaneStage } from './LaneStage.tsx';
import { Minimap } from './Minimap.tsx';
import type { Picked } from './PickedList.tsx';
import { Ruler, RulerCorner } from './Ruler.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { CalendarRoute } from './useCalendarRoute.ts';
import { useLanes } from './useLanes.ts';
import { useLaneScroll } from './useLaneScroll.ts';
import type { TimelinePlace } from './timelinePlace.ts';

export interface TimelineProps {
  readonly view: TimelineView;
  /** What was asked for. */
  readonly loaded: Period;
  readonly route: CalendarRoute;
  readonly place: TimelinePlace;
  readonly scale: TimeScale;
  readonly width: number;
  readonly now: Ms;
  readonly onPick: (title: string, picked: readonly Picked[]) => void;
}

export const HEAD_PX = 208;
const zoomWords: Readonly<Record<Zoom, string>> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  year: 'Year',
};
/** Lanes just outside are drawn as well, so that scrolling does not flash. */
const MARGIN_PX = 120;

/** Lanes per site or service under a ruler, scrolled both ways, with the quarter below. */
export function Timeline({ view, loaded, route, place, scale, width, now, onPick }: TimelineProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const zoom = nearestZoom(scale, width);
  const visible = visiblePeriod(scale, width);
  const model = useLanes(view, loaded, scale.msPerPx, route);
  const { top, height } = useLaneScroll(scroller, place, HEAD_PX);
  const shown = useMemo(
    () => visibleLanes(model.stack, top - MARGIN_PX, top + height + MARGIN_PX),
    [model.stack, top, height],
  );
  const tall = Math.max(height, stackHeight(model.stack));
  return (
    <div className="tg-timeline">
      <div className="tg-timeline-head">
        <RulerCorner zone={route.zone} at={visible.start} />
        <Ruler scale={scale} visible={visible} width={width} zone={route.zone} now={now} />
      </div>
      <div className="tg-timeline-scroll" ref={scroller}>
        <div className="tg-timeline-tall" style={{ height: tall }}>
          <div className="tg-lane-heads" style={{ width: HEAD_PX }}>
            <LaneHeads lanes={view.lanes} model={model} shown={shown} zone={route.zone} now={now} />
          </div>
          <LaneStage
            view={view}
            model={model}
            shown={shown}
            place={place}
            scale={scale}
            zoom={zoom}
            visible={visible}
            origin={loaded.start}
            width={width}
            height={tall}
            zone={route.zone}
            by={route.by}
            now={now}
            scroller={scroller}
            onPick={onPick}
          />
        </div>
      </div>
      <div className="tg-timeline-foot">
        <EmptyLanes model={model} onShow={(lanes) => route.show({ lanes })} />
        <Minimap view={view} loaded={loaded} visible={visible} now={now} zone={route.zone} onCenter={place.centerOn} />
        <Segments
          label="Zoom"
          value={zoom}
          onChange={place.zoomTo}
          options={zooms.map((id) => ({ id, label: zoomWords[id] }))}
        />
      </div>
    </div>
  );
}
