import type { LaidBand } from '../../../shared/view/laneBands.ts';
import type { LaidMark } from '../../../shared/view/laneLayout.ts';
import type { BarItem, LaneDrawing } from '../../../shared/view/laneModel.ts';

/** Something in a lane that can be pressed. */
export type TimelineNode =
  | { readonly kind: 'mark'; readonly lane: number; readonly row: number; readonly mark: LaidMark<BarItem> }
  | { readonly kind: 'band'; readonly lane: number; readonly band: LaidBand };

/** What a node's id names: `3|CHG-…` a mark, `3|w:black-friday/…` a window; null once it is no longer drawn. */
export function findNode(id: string, drawings: readonly LaneDrawing[]): TimelineNode | null {
  const cut = id.indexOf('|');
  const lane = Number(id.slice(0, cut));
  const key = id.slice(cut + 1);
  const drawing = drawings[lane];
  if (drawing === undefined) return null;
  if (key.startsWith('w:')) {
    const band = drawing.bands.find((laid) => laid.key === key.slice(2));
    return band === undefined ? null : { kind: 'band', lane, band };
  }
  for (const [row, marks] of drawing.rows.entries()) {
    const mark = marks.find((laid) => laid.key === key);
    if (mark !== undefined) return { kind: 'mark', lane, row, mark };
  }
  return null;
}
