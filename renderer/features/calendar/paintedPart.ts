/** A lane taller than this is painted in parts: a picture of all of it would not fit into the memory of a canvas. */
const WHOLE_PX = 1_600;
const STEP_PX = 400;

/** The part of a lane to paint for what the scroller shows, in px from the lane's top; it changes in steps. */
export function paintedPart(
  laneTop: number,
  laneHeight: number,
  top: number,
  bottom: number,
): readonly [number, number] {
  if (laneHeight <= WHOLE_PX) return [0, laneHeight];
  const from = Math.floor((top - laneTop) / STEP_PX) * STEP_PX;
  const to = Math.ceil((bottom - laneTop) / STEP_PX) * STEP_PX;
  const first = Math.max(0, Math.min(from, laneHeight));
  return [first, Math.max(first, Math.min(to, laneHeight))];
}
