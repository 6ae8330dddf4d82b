import type { Period } from '../../../shared/time/instant.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { clipTitle, textWidth } from '../../../shared/view/clipTitle.ts';
import { LEAST_TITLE_PX, type LaidBand } from '../../../shared/view/laneBands.ts';
import { GLYPH_PX } from '../../../shared/view/laneLayout.ts';
import { LANE_PAD_PX, ROW_PX, TITLE_ROW_PX, type LaneDrawing } from '../../../shared/view/laneModel.ts';
import { visibleItems } from '../../../shared/view/laneRows.ts';
import { xOf, type TimeScale } from '../../../shared/view/timeScale.ts';
import { bandShapes } from '../../ui/BandMark.tsx';
import { bandLetters } from '../../ui/tradeWords.ts';
import { STICKY_FROM_PX } from './BarMark.tsx';

export interface StickyTitlesProps {
  readonly drawing: LaneDrawing;
  readonly top: number;
  readonly scale: TimeScale;
  readonly visible: Period;
  readonly width: number;
}

const PAD_PX = 8;

/** Each title in its own row or, where that is taken, in one that is free; a title never lies on another. */
function placeTitles(
  bands: readonly LaidBand[],
  rows: number,
  place: (start: number, end: number, before: number) => { readonly x: number; readonly room: number },
) {
  const takenTo = Array.from({ length: rows }, () => -Infinity);
  return bands.flatMap(({ key, band, start, end, titleRow, times }) => {
    const { x, room } = place(start, end, PAD_PX);
    const own = (titleRow ?? 0) % Math.max(1, rows);
    const row = [own, ...takenTo.keys()].find((candidate) => (takenTo[candidate] ?? Infinity) <= x);
    if (row === undefined || room < LEAST_TITLE_PX / 2) return [];
    const often = times > 1 ? `, ${String(times)} times` : '';
    const title = clipTitle(`${band.title}${often}${band.proposed ? ' (proposed)' : ''}`, room);
    takenTo[row] = x + textWidth(title) + PAD_PX;
    return [{ key, effect: band.effect, title, x, row }];
  });
}

/** Titles of what is longer than the view stay in sight while the rest scrolls under them. */
export function StickyTitles({ drawing, top, scale, visible, width }: StickyTitlesProps) {
  const bands = drawing.isCollapsed
    ? []
    : drawing.bands.filter(
        ({ titleRow, start, end }) => titleRow !== null && start < visible.end && end > visible.start,
      );
  const rowsTop = LANE_PAD_PX + drawing.titleRows * TITLE_ROW_PX + 3;
  const place = (start: number, end: number, before: number) => {
    const x = Math.max(0, xOf(scale, start)) + before;
    return { x, room: Math.min(width, xOf(scale, end)) - x - PAD_PX };
  };
  return (
    <g className="tg-sticky" transform={`translate(0 ${String(top)})`}>
      {placeTitles(bands, drawing.titleRows, place).map(({ key, effect, title, x, row }) => (
        <text key={key} className="tg-band-title" data-effect={effect} x={x} y={LANE_PAD_PX + row * TITLE_ROW_PX + 12}>
          {title}
        </text>
      ))}
      {drawing.rows.map((row, index) =>
        visibleItems(row, visible.start, visible.end).map((mark) => {
          const [only] = mark.members;
          const isWide = (mark.end - mark.start) / scale.msPerPx >= STICKY_FROM_PX;
          if (only === undefined || mark.members.length > 1 || !isWide) return null;
          const { x, room } = place(mark.start, mark.end, 5);
          const { band, title, state } = only.bar;
          if (room < GLYPH_PX) return null;
          const y = rowsTop + index * ROW_PX;
          return (
            <g
              key={mark.key}
              className="tg-bar"
              data-band={band}
              data-over={isOver(state) || undefined}
              transform={`translate(${String(x)} ${String(y)})`}
            >
              <path className="tg-bar-shape" d={bandShapes[band]} transform="translate(0 4) scale(.84)" />
              <text className="tg-bar-letter" x={13} y={13}>
                {bandLetters[band]}
              </text>
              <text className="tg-bar-title" x={27} y={13}>
                {clipTitle(title, room - 27 - (only.hits > 0 ? 30 : 0))}
              </text>
            </g>
          );
        }),
      )}
    </g>
  );
}
