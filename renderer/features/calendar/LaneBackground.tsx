import { memo } from 'react';
import type { Ms } from '../../../shared/time/instant.ts';
import type { LaidBand } from '../../../shared/view/laneBands.ts';
import { LANE_PAD_PX, MOST_TITLE_ROWS, TITLE_ROW_PX } from '../../../shared/view/laneModel.ts';

export interface LaneBackgroundProps {
  readonly bands: readonly LaidBand[];
  readonly lane: number;
  readonly origin: Ms;
  readonly msPerPx: number;
  readonly height: number;
}

/** The windows behind one lane: hatched, sparsely hatched, outlined, or a line above. */
export const LaneBackground = memo(function LaneBackground({
  bands,
  lane,
  origin,
  msPerPx,
  height,
}: LaneBackgroundProps) {
  return bands.map(({ key, band, start, end, times, titleRow }) => {
    const x = (start - origin) / msPerPx;
    const width = Math.max(1.5, (end - start) / msPerPx);
    const shared = { 'data-node': `${String(lane)}|w:${key}`, 'data-proposed': band.proposed || undefined };
    if (times > 1) {
      const y = LANE_PAD_PX + Math.min(titleRow ?? 0, MOST_TITLE_ROWS - 1) * TITLE_ROW_PX + TITLE_ROW_PX - 4;
      return (
        <rect
          key={key}
          {...shared}
          className="tg-lane-often"
          data-effect={band.effect}
          x={x}
          y={y}
          width={width}
          height={3}
        />
      );
    }
    if (band.effect === 'peak') {
      return <rect key={key} {...shared} className="tg-lane-peak" x={x} y={1} width={width} height={3} />;
    }
    if (band.effect === 'maintenance') {
      return (
        <rect
          key={key}
          {...shared}
          className="tg-lane-maintenance"
          x={x}
          y={3.5}
          width={width}
          height={height - 7}
          rx={4}
        />
      );
    }
    return (
      <g key={key} {...shared} className="tg-lane-freeze" data-effect={band.effect}>
        <rect x={x} y={0} width={width} height={height} />
        <path d={`M${String(x)} 0v${String(height)}M${String(x + width)} 0v${String(height)}`} />
      </g>
    );
  });
});

/** The hatches the lanes fill with; dense for a freeze, sparse for a soft one. */
export function Hatches() {
  return (
    <defs>
      <pattern id="tg-freeze" width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="tg-hatch-ground" width={7} height={7} />
        <rect className="tg-hatch-line" width={2} height={7} />
      </pattern>
      <pattern id="tg-soft-freeze" width={13} height={13} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="tg-hatch-line" width={1.2} height={13} />
      </pattern>
      <pattern id="tg-proposed" width={13} height={13} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="tg-hatch-dash" d="M.6 0v5" />
      </pattern>
    </defs>
  );
}
