import { memo } from 'react';
import { bands } from '../../../shared/record/words.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { countBands } from '../../../shared/view/laneClusters.ts';
import { drawnPx, type LaidMark } from '../../../shared/view/laneLayout.ts';
import type { BarItem } from '../../../shared/view/laneModel.ts';
import { BAR_PX } from './BarMark.tsx';
import { clusterWords } from './barWords.ts';

export interface ClusterMarkProps {
  readonly mark: LaidMark<BarItem>;
  readonly node: string;
  readonly origin: Ms;
  readonly msPerPx: number;
  readonly zone: string;
  readonly y: number;
  readonly isActive: boolean;
}

/** Several changes too short for bars at this zoom: their number, over a strip that shares them out by band. */
export const ClusterMark = memo(function ClusterMark({
  mark,
  node,
  origin,
  msPerPx,
  zone,
  y,
  isActive,
}: ClusterMarkProps) {
  const x = (mark.start - origin) / msPerPx + 1;
  const px = drawnPx(mark, msPerPx) - 2;
  const counts = countBands(mark.members);
  const strip = px - 8;
  const shown = bands.toReversed().filter((band) => counts[band] > 0);
  const wide = (count: number) => (count / mark.members.length) * strip;
  const isAllOver = mark.members.every(({ bar }) => isOver(bar.state));
  const hits = mark.members.filter((item) => item.hits > 0).length;
  return (
    <g
      className="tg-cluster"
      data-node={node}
      data-over={isAllOver || undefined}
      transform={`translate(${String(x)} ${String(y)})`}
    >
      <g
        className="tg-mark-press"
        role="button"
        tabIndex={isActive ? 0 : -1}
        aria-label={clusterWords(mark.members, zone)}
        data-node={node}
      >
        <rect className="tg-cluster-body" width={px} height={BAR_PX} rx={4} />
        <rect className="tg-bar-ring" x={-2} y={-2} width={px + 4} height={BAR_PX + 4} rx={5} />
      </g>
      <text aria-hidden className="tg-cluster-count" x={px / 2} y={11.5}>
        {px >= 110 ? `${String(mark.members.length)} changes` : mark.members.length}
        {hits > 0 && px >= 60 ? ` ⚠${String(hits)}` : ''}
      </text>
      {shown.map((band, index) => (
        <rect
          key={band}
          className="tg-cluster-share"
          data-band={band}
          x={4 + shown.slice(0, index).reduce((sum, before) => sum + wide(counts[before]), 0)}
          y={BAR_PX - 4}
          width={Math.max(1, wide(counts[band]))}
          height={2}
        />
      ))}
    </g>
  );
});
