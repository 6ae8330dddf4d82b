import type { Period } from '../../../shared/time/instant.ts';
import type { StackedLane } from '../../../shared/view/laneStack.ts';
import { headingStep, rulerTicks, tickStep } from '../../../shared/view/rulerTicks.ts';
import { LEAST_DAY_PX, LEAST_TICK_PX } from './Ruler.tsx';
import { xOf, type TimeScale } from '../../../shared/view/timeScale.ts';

export interface LaneGridProps {
  readonly scale: TimeScale;
  readonly visible: Period;
  readonly zone: string;
  readonly width: number;
  readonly height: number;
  readonly shown: readonly StackedLane[];
}

/** The hairlines between lanes and between the ruler's boundaries. */
export function LaneGrid({ scale, visible, zone, width, height, shown }: LaneGridProps) {
  const step = tickStep(scale.msPerPx, LEAST_TICK_PX, LEAST_DAY_PX);
  const lines = (of: typeof step, name: string) =>
    rulerTicks(visible, of, zone).map(({ at }) => (
      <line key={at} className={name} x1={xOf(scale, at)} x2={xOf(scale, at)} y1={0} y2={height} />
    ));
  return (
    <g aria-hidden>
      {lines(step, 'tg-grid-tick')}
      {lines(headingStep(step), 'tg-grid-heading')}
      {shown.map(({ index, top, height: lane }) => (
        <line key={index} className="tg-grid-lane" x1={0} x2={width} y1={top + lane - 0.5} y2={top + lane - 0.5} />
      ))}
    </g>
  );
}
