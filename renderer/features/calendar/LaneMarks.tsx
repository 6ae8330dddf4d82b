import { memo } from 'react';
import type { Ms, Period } from '../../../shared/time/instant.ts';
import type { BandItem } from '../../../shared/view/laneBands.ts';
import { LANE_PAD_PX, ROW_PX, TITLE_ROW_PX, type LaneDrawing } from '../../../shared/view/laneModel.ts';
import { firstIndex, visibleItems } from '../../../shared/view/laneRows.ts';
import { BarMark } from './BarMark.tsx';
import { ClusterMark } from './ClusterMark.tsx';
import { LaneBackground } from './LaneBackground.tsx';

export interface LaneMarksProps {
  readonly lane: number;
  readonly drawing: LaneDrawing;
  readonly windows: readonly BandItem[];
  /** The stretch to draw: what is visible and a margin, so that scrolling seldom draws again. */
  readonly period: Period;
  /** Keys of the marks whose bar has scrolled out while their title has not, joined by spaces. */
  readonly gone: string;
  readonly origin: Ms;
  readonly msPerPx: number;
  readonly zone: string;
  readonly top: number;
  /** The node that takes the keyboard, when it is in this lane. */
  readonly active: string | null;
  readonly moving: string | null;
}

/** Which marks have scrolled out to the left but for their title: at most one in each row. */
export function goneMarks(rows: LaneDrawing['rows'], visibleStart: Ms): string {
  return rows
    .flatMap((row) => {
      const first = row[firstIndex(row, ({ until }) => until > visibleStart)];
      return first !== undefined && first.end < visibleStart ? [first.key] : [];
    })
    .join(' ');
}

/** One lane: its windows, and only those of its marks that the stretch holds. */
export const LaneMarks = memo(function LaneMarks(props: LaneMarksProps) {
  const { lane, drawing, windows, period, gone, origin, msPerPx, zone, top, active, moving } = props;
  const rowsTop = drawing.isCollapsed ? 9 : LANE_PAD_PX + drawing.titleRows * TITLE_ROW_PX + 3;
  return (
    <g transform={`translate(0 ${String(top)})`}>
      <LaneBackground
        bands={drawing.bands.filter(({ start, end }) => start < period.end && end > period.start)}
        lane={lane}
        origin={origin}
        msPerPx={msPerPx}
        height={drawing.height}
      />
      {drawing.rows.map((row, index) =>
        visibleItems(row, period.start, period.end).map((mark) => {
          const node = `${String(lane)}|${mark.key}`;
          const [only] = mark.members;
          const common = { mark, node, origin, msPerPx, zone, y: rowsTop + index * ROW_PX, isActive: active === node };
          if (only === undefined || mark.members.length > 1) return <ClusterMark key={mark.key} {...common} />;
          return (
            <BarMark
              key={mark.key}
              {...common}
              item={only}
              isMoving={moving === only.key}
              isGone={gone.includes(mark.key)}
              bands={windows}
            />
          );
        }),
      )}
    </g>
  );
});
