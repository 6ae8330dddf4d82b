import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TimelineView } from '../../../shared/api/calendarCalls.ts';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import { stackHeight } from '../../../shared/view/laneStack.ts';
import { headingStep, rulerTicks, tickStep } from '../../../shared/view/rulerTicks.ts';
import { nearestZoom, visiblePeriod, type TimeScale } from '../../../shared/view/timeScale.ts';
import { usePrinting } from '../../ui/usePrinting.ts';
import { LaneHeads } from './LaneHeads.tsx';
import { useInk } from './laneInk.ts';
import { LaneStage } from './LaneStage.tsx';
import { LaneTools } from './LaneTools.tsx';
import type { Picked } from './PickedList.tsx';
import { LEAST_DAY_PX, LEAST_TICK_PX, Ruler, RulerCorner } from './Ruler.tsx';
import { TimelineFoot } from './TimelineFoot.tsx';
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
  /** Of the pane, in px. */
  readonly height: number;
  readonly now: Ms;
  readonly onPick: (title: string, picked: readonly Picked[]) => void;
}

export const HEAD_PX = 208;
/** Lanes just outside are drawn as well, once those in sight are there, so that scrolling does not flash. */
const MARGIN_PX = 120;
const RULER_AND_FOOT_PX = 106;
/** A landscape sheet between its margins. */
const PAPER_PX = 1_040;

/** Lanes per site, service, team or process under a ruler, scrolled both ways, with the quarter below. */
export function Timeline(props: TimelineProps) {
  const { view, loaded, route, place, scale: given, width: shownWidth, height, now, onPick } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const ink = useInk(isPrinting);
  // Paper shows the same time across its own width.
  const width = isPrinting ? PAPER_PX - HEAD_PX : shownWidth;
  const scale = useMemo(
    () => (width === shownWidth ? given : { start: given.start, msPerPx: (given.msPerPx * shownWidth) / width }),
    [given, width, shownWidth],
  );
  const zoom = nearestZoom(given, shownWidth);
  const visible = visiblePeriod(scale, width);
  const scrolled = useLaneScroll(scroller, place, HEAD_PX, height - RULER_AND_FOOT_PX);
  const isSettled = useSettled();
  const margin = isSettled ? MARGIN_PX : 0;
  const top = isPrinting ? 0 : scrolled.top - margin;
  const bottom = isPrinting ? Infinity : scrolled.top + scrolled.height + margin;
  const model = useLanes({ view, loaded, msPerPx: scale.msPerPx, route, top, bottom, isPatient: isPrinting });
  useAnchor(scroller, model.stack, scrolled.top);
  const tall = Math.max(isPrinting ? 0 : scrolled.height, stackHeight(model.stack));
  const { zone, memory, remember } = route;
  const step = tickStep(scale.msPerPx, LEAST_TICK_PX, LEAST_DAY_PX);
  const { ticks, headings } = useMemo(() => {
    const inView = visiblePeriod(scale, width);
    return { ticks: rulerTicks(inView, step, zone), headings: rulerTicks(inView, headingStep(step), zone) };
  }, [scale, width, step, zone]);
  const times = useMemo(
    () => ({ ticks: ticks.map(({ at }) => at), headings: headings.map(({ at }) => at) }),
    [ticks, headings],
  );
  return (
    <div className="tg-timeline">
      <div className="tg-timeline-head">
        <RulerCorner zone={zone} visible={visible}>
          <LaneTools memory={memory} onRemember={remember} />
        </RulerCorner>
        <Ruler
          scale={scale}
          visible={visible}
          width={width}
          zone={zone}
          now={now}
          step={step}
          ticks={ticks}
          headings={headings}
        />
      </div>
      <div className="tg-timeline-scroll" ref={scroller}>
        <div className="tg-timeline-tall" style={{ height: tall }}>
          <div className="tg-lane-heads" style={{ width: HEAD_PX }}>
            <LaneHeads
              lanes={view.lanes}
              contents={model.contents}
              drawings={model.drawings}
              shown={model.shown}
              zone={zone}
              now={now}
              memory={memory}
              onRemember={remember}
              isSettled={isSettled}
            />
          </div>
          <LaneStage
            view={view}
            model={model}
            place={place}
            scale={scale}
            zoom={zoom}
            visible={visible}
            width={width}
            height={tall}
            zone={zone}
            by={route.by}
            now={now}
            ink={ink}
            isPrinting={isPrinting}
            top={top}
            bottom={bottom}
            scroller={scroller}
            onPick={onPick}
            {...times}
          />
          {model.stack.length === 0 && (
            <p className="tg-timeline-none" role="status">
              {memory.text === '' ? 'No lane is shown.' : `No lane has “${memory.text}” in its name.`}
            </p>
          )}
        </div>
      </div>
      <div className="tg-timeline-foot">
        {isSettled && (
          <TimelineFoot
            view={view}
            loaded={loaded}
            visible={visible}
            model={model}
            route={route}
            place={place}
            zoom={zoom}
            now={now}
          />
        )}
      </div>
    </div>
  );
}

/** Has the first picture been painted? What is not read but pressed follows in the frame after. */
function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setSettled(true));
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return isSettled;
}

/** When a lane above the view turns out taller or shorter than it was thought, what is in view stays where it is. */
function useAnchor(scroller: React.RefObject<HTMLDivElement | null>, stack: TimelineStack, top: number): void {
  const before = useRef<{ index: number; above: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const held = before.current;
    const lane = held && stack.find(({ index }) => index === held.index);
    const element = scroller.current;
    const first = stack.find((each) => each.top + each.height > top);
    before.current = first ? { index: first.index, above: first.top, top } : null;
    if (!held || !lane || !element || held.top !== top || top === 0 || lane.top === held.above) return;
    element.scrollBy({ top: lane.top - held.above });
  }, [scroller, stack, top]);
}
type TimelineStack = ReturnType<typeof useLanes>['stack'];
