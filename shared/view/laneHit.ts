import { BAR_PX, drawnPx, GLYPH_PX, type LaidMark } from './laneLayout.ts';
import type { LaidBand } from './laneBands.ts';
import {
  LANE_PAD_PX,
  MOST_TITLE_ROWS,
  ROW_PX,
  rowsTop,
  TITLE_ROW_PX,
  type BarItem,
  type LaneDrawing,
} from './laneModel.ts';
import { firstIndex } from './laneRows.ts';
import { timeAtX, xOf, type TimeScale } from './timeScale.ts';

/** Something in a lane that can be pressed. */
export type TimelineNode =
  | { readonly kind: 'mark'; readonly lane: number; readonly row: number; readonly mark: LaidMark<BarItem> }
  | { readonly kind: 'band'; readonly lane: number; readonly band: LaidBand };
/** In px from the lane's left and top edge; a hidden part counts too. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a node's id points: `3|CHG-…` a mark, `3|w:black-friday/…` a window. */
export function nodeId(node: TimelineNode): string {
  return `${String(node.lane)}|${node.kind === 'mark' ? node.mark.key : `w:${node.band.key}`}`;
}

/** What a node's id names; null once it is no longer drawn. */
export function findNode(id: string, drawings: readonly (LaneDrawing | undefined)[]): TimelineNode | null {
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

/** Where a mark is drawn, without its title. */
export function markBox(mark: LaidMark<BarItem>, row: number, drawing: LaneDrawing, scale: TimeScale): Box {
  return {
    x: xOf(scale, mark.start),
    y: rowsTop(drawing) + row * ROW_PX,
    width: drawnPx(mark, scale.msPerPx),
    height: BAR_PX,
  };
}

/** How much room a mark's title has beside it at this scale, which may have moved on since the lane was laid out. */
export function titleRoom(mark: LaidMark<BarItem>, drawing: LaneDrawing, scale: TimeScale): number {
  return mark.roomPx * (drawing.msPerPx / scale.msPerPx);
}

/** The strip of a window that happens too often to be told apart: its top, in px. */
function oftenTop({ titleRow }: LaidBand): number {
  return LANE_PAD_PX + Math.min(titleRow ?? 0, MOST_TITLE_ROWS - 1) * TITLE_ROW_PX + TITLE_ROW_PX - 4;
}

/** Where a window is drawn: all of the lane behind its bars, or a strip. */
export function bandBox(band: LaidBand, drawing: LaneDrawing, scale: TimeScale): Box {
  const x = xOf(scale, band.start);
  const width = Math.max(1.5, (band.end - band.start) / scale.msPerPx);
  if (band.times > 1) return { x, y: oftenTop(band), width, height: 3 };
  if (band.band.effect === 'peak') return { x, y: 1, width, height: 3 };
  return { x, y: 0, width, height: drawing.height };
}

/** A strip of three pixels is hit within these. */
const STRIP_REACH_PX = 3;

/** What lies at a point of a lane: a bar with its title before a window, the uppermost window before those under it. */
export function nodeAt(
  lane: number,
  drawing: LaneDrawing,
  scale: TimeScale,
  x: number,
  y: number,
): TimelineNode | null {
  const row = Math.floor((y - rowsTop(drawing)) / ROW_PX);
  const marks = y >= rowsTop(drawing) ? drawing.rows[row] : undefined;
  if (marks !== undefined && y - rowsTop(drawing) - row * ROW_PX <= BAR_PX + 2) {
    const after = firstIndex(marks, ({ start }) => xOf(scale, start) > x + 2);
    const mark = marks[after - 1];
    if (mark !== undefined) {
      const { x: left, width } = markBox(mark, row, drawing, scale);
      const isGone = left + width < 0;
      const title = isGone || mark.members.length > 1 ? 0 : Math.min(titleRoom(mark, drawing, scale), GLYPH_PX * 8);
      if (x <= left + width + title) return { kind: 'mark', lane, row, mark };
    }
  }
  const at = timeAtX(scale, x);
  const band = drawing.bands.findLast((laid) => {
    const box = bandBox(laid, drawing, scale);
    const isIn = (laid.start <= at && at < laid.end) || (x >= box.x && x <= box.x + box.width);
    return isIn && y >= box.y - STRIP_REACH_PX && y <= box.y + box.height + STRIP_REACH_PX;
  });
  return band === undefined ? null : { kind: 'band', lane, band };
}

/** An edge is taken hold of within these, and never more than a third of the bar. */
const EDGE_PX = 7;
const LEAST_STRETCHED_PX = 12;

/** Which edge of a bar a point is on: taken there, the change is stretched rather than moved. */
export function edgeAt(mark: LaidMark<BarItem>, scale: TimeScale, x: number): 'start' | 'end' | null {
  const left = xOf(scale, mark.start);
  const width = (mark.end - mark.start) / scale.msPerPx;
  if (width < LEAST_STRETCHED_PX) return null;
  const reach = Math.min(EDGE_PX, width / 3);
  if (Math.abs(x - left - width) <= reach) return 'end';
  return Math.abs(x - left) <= reach ? 'start' : null;
}
