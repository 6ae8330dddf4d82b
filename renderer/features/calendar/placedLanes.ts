import type { LaneContent, LaneDrawing } from '../../../shared/view/laneModel.ts';
import type { StackedLane } from '../../../shared/view/laneStack.ts';
import type { Lanes } from './useLanes.ts';

export interface PlacedLane {
  readonly drawing: LaneDrawing;
  readonly content: LaneContent;
  readonly top: number;
}
export interface Tile {
  readonly top: number;
  readonly lanes: readonly PlacedLane[];
}

/** As tall as most windows show at once; a whole number of pixels at every usual zoom of a screen. */
export const TILE_PX = 800;

/**
 * The tiles that show these pixels, each with the lanes that lie in it. Tiles whose lanes are the same as before are the
 * same object as before, so that nothing is painted twice.
 */
export function placedLanes(model: Lanes, top: number, bottom: number, before: readonly Tile[]): readonly Tile[] {
  const tiles: Tile[] = [];
  const last = model.shown.at(-1);
  if (last === undefined) return tiles;
  const end = Math.min(bottom, last.top + last.height);
  for (let tile = Math.max(0, Math.floor(top / TILE_PX)); tile * TILE_PX < end; tile += 1) {
    const tileTop = tile * TILE_PX;
    const inTile = (lane: StackedLane) => lane.top < tileTop + TILE_PX && lane.top + lane.height > tileTop;
    const lanes = model.shown.filter(inTile).flatMap(({ index, top: laneTop }) => {
      const drawing = model.drawings[index];
      const content = model.contents[index];
      return drawing && content ? [{ drawing, content, top: laneTop }] : [];
    });
    const old = before.find((each) => each.top === tileTop);
    tiles.push(old && isSame(old.lanes, lanes) ? old : { top: tileTop, lanes });
  }
  return tiles;
}

function isSame(before: readonly PlacedLane[], now: readonly PlacedLane[]): boolean {
  return (
    before.length === now.length &&
    before.every((lane, at) => {
      const other = now[at];
      return lane.drawing === other?.drawing && lane.content === other.content && lane.top === other.top;
    })
  );
}
