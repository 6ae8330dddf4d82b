import type { Period } from '../../../shared/time/instant.ts';
import { clipTitle } from '../../../shared/view/clipTitle.ts';
import { LEAST_TITLE_PX } from '../../../shared/view/laneBands.ts';
import { GLYPH_PX } from '../../../shared/view/laneLayout.ts';
import { LANE_PAD_PX, ROW_PX, TITLE_ROW_PX, type LaneDrawing } from '../../../shared/view/laneModel.ts';
import { visibleItems } from '../../../shared/view/laneRows.ts';
import { xOf, type TimeScale } from '../../../shared/view/timeScale.ts';
import { STICKY_FROM_PX } from './BarMark.tsx';

export interface StickyTitlesProps {
  readonly drawing: LaneDrawing;
  readonly top: number;
  readonly scale: TimeScale;
  readonly visible: Period;
  readonly width: number;
}

const PAD_PX = 8;

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
      {bands.map(({ key, band, start, end, titleRow, times }) => {
        const { x, room } = place(start, end, PAD_PX);
        const often = times > 1 ? `, ${String(times)} times` : '';
        const title = `${band.title}${often}${band.proposed ? ' (proposed)' : ''}`;
        if (room < LEAST_TITLE_PX / 2) return null;
        return (
          <text
            key={key}
            className="tg-band-title"
            data-effect={band.effect}
            x={x}
            y={LANE_PAD_PX + (titleRow ?? 0) * TITLE_ROW_PX + 12}
          >
            {clipTitle(title, room)}
          </text>
        );
      })}
      {drawing.rows.map((row, index) =>
        visibleItems(row, visible.start, visible.end).map((mark) => {
          const [only] = mark.members;
          const isWide = (mark.end - mark.start) / scale.msPerPx >= STICKY_FROM_PX;
          if (only === undefined || mark.members.length > 1 || !isWide) return null;
          const isCut = mark.start < visible.start;
          const { x, room } = place(mark.start, mark.end, isCut ? PAD_PX : GLYPH_PX + 1);
          return (
            <text key={mark.key} className="tg-bar-title" x={x} y={rowsTop + index * ROW_PX + 13}>
              {clipTitle(only.bar.title, room - (only.hits > 0 ? 30 : 0))}
            </text>
          );
        }),
      )}
    </g>
  );
}
