import { placeClock, placeDay } from '../../../shared/time/placeTime.ts';
import type { StackedLane } from '../../../shared/view/laneStack.ts';
import { xOf, type TimeScale } from '../../../shared/view/timeScale.ts';
import { textWidth } from '../../../shared/view/clipTitle.ts';
import { LANE_PAD_PX, ROW_PX, TITLE_ROW_PX } from '../../../shared/view/laneModel.ts';
import { BAR_PX } from './BarMark.tsx';
import { findNode } from './timelineNode.ts';
import type { Drawing, Move } from './useLaneGestures.ts';
import type { Lanes } from './useLanes.ts';

export interface StageGhostProps {
  readonly move: Move | null;
  readonly drawing: Drawing | null;
  readonly model: Lanes;
  readonly scale: TimeScale;
  readonly zoneOf: (lane: number) => string;
  readonly shownLane: (lane: number) => StackedLane | undefined;
}

/** Where a moved change would stand, or the window being drawn with its first and last minute. */
export function StageGhost({ move, drawing, model, scale, zoneOf, shownLane }: StageGhostProps) {
  if (move !== null) {
    const { bar, start } = move;
    const x = xOf(scale, start);
    const width = Math.max(6, (bar.end - bar.start) / scale.msPerPx);
    return bar.lanes.map((lane) => {
      const node = findNode(`${String(lane)}|${bar.change}`, model.drawings);
      const stacked = shownLane(lane);
      if (node?.kind !== 'mark' || stacked === undefined) return null;
      const titles = (model.drawings[lane]?.titleRows ?? 0) * TITLE_ROW_PX;
      const y = stacked.top + LANE_PAD_PX + titles + 3 + node.row * ROW_PX;
      return <rect key={lane} className="tg-ghost" x={x} y={y} width={width} height={BAR_PX} rx={4} />;
    });
  }
  const stacked = drawing === null ? undefined : shownLane(drawing.lane);
  if (drawing === null || stacked === undefined) return null;
  const { start, end } = drawing.period;
  const zone = zoneOf(drawing.lane);
  const day = (at: number) => `${placeDay(at, zone)}, ${placeClock(at, zone)}`;
  const said = `${day(start)} to ${day(end)}`;
  const x = xOf(scale, start);
  return (
    <g className="tg-drawn">
      <rect x={x} y={stacked.top} width={Math.max(2, xOf(scale, end) - x)} height={stacked.height} />
      <rect className="tg-drawn-label" x={x + 4} y={stacked.top + 4} width={textWidth(said) + 20} height={20} rx={4} />
      <text x={x + 10} y={stacked.top + 18}>
        {said}
      </text>
    </g>
  );
}
