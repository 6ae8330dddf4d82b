import { placeClock, placeDay } from '../../../shared/time/placeTime.ts';
import { textWidth } from '../../../shared/view/clipTitle.ts';
import { findNode } from '../../../shared/view/laneHit.ts';
import { BAR_PX } from '../../../shared/view/laneLayout.ts';
import { ROW_PX, rowsTop } from '../../../shared/view/laneModel.ts';
import type { StackedLane } from '../../../shared/view/laneStack.ts';
import { xOf, type TimeScale } from '../../../shared/view/timeScale.ts';
import { endOf } from './moveWords.ts';
import type { Move } from './move.ts';
import type { Drawing } from './useLaneGestures.ts';
import type { Lanes } from './useLanes.ts';

export interface StageGhostProps {
  readonly move: Move | null;
  readonly drawing: Drawing | null;
  readonly model: Lanes;
  readonly scale: TimeScale;
  readonly zoneOf: (lane: number) => string;
}

/** Where a moved change would stand, or the window being drawn with its first and last minute. */
export function StageGhost({ move, drawing, model, scale, zoneOf }: StageGhostProps) {
  const shownLane = (lane: number): StackedLane | undefined => model.shown.find(({ index }) => index === lane);
  if (move !== null) {
    const x = xOf(scale, move.start);
    const width = Math.max(6, (endOf(move) - move.start) / scale.msPerPx);
    return move.bar.lanes.map((lane) => {
      const node = findNode(`${String(lane)}|${move.bar.change}`, model.drawings);
      const stacked = shownLane(lane);
      const laid = model.drawings[lane];
      if (node?.kind !== 'mark' || stacked === undefined || laid === undefined) return null;
      const top = stacked.top + rowsTop(laid) + node.row * ROW_PX;
      return <div key={lane} className="tg-ghost" style={{ left: x, top, width, height: BAR_PX }} />;
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
    <div
      className="tg-drawn"
      style={{ left: x, top: stacked.top, width: Math.max(2, xOf(scale, end) - x), height: stacked.height }}
    >
      <span style={{ minWidth: textWidth(said) + 20 }}>{said}</span>
    </div>
  );
}
