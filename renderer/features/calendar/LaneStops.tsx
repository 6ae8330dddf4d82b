import { memo } from 'react';
import { isOver } from '../../../shared/view/isOver.ts';
import { bandBox, markBox, nodeId, type Box, type TimelineNode } from '../../../shared/view/laneHit.ts';
import { LANE_PAD_PX, TITLE_ROW_PX, type LaneDrawing } from '../../../shared/view/laneModel.ts';
import { visibleItems } from '../../../shared/view/laneRows.ts';
import { timeAtX, type TimeScale } from '../../../shared/view/timeScale.ts';
import { barWords, bandWordsOf, clusterWords } from './barWords.ts';

export interface LaneStopsProps {
  readonly lane: number;
  readonly drawing: LaneDrawing;
  readonly scale: TimeScale;
  readonly width: number;
  readonly top: number;
  readonly zone: string;
  /** The stop that takes the tab key, when it is in this lane. */
  readonly active: string | null;
  /** While the lanes travel only the active stop is kept: it may hold the keyboard. */
  readonly isResting: boolean;
}

/** What stands in a lane, as buttons over the picture: for the keyboard, and for who listens. */
export const LaneStops = memo(function LaneStops(props: LaneStopsProps) {
  const { lane, drawing, scale, width, top, active, isResting, zone } = props;
  if (!isResting && active === null) return null;
  const end = timeAtX(scale, width);
  const nodes: TimelineNode[] = [
    ...drawing.bands
      .filter((band) => band.start < end && band.end > scale.start)
      .map((band) => ({ kind: 'band' as const, lane, band })),
    ...drawing.rows.flatMap((row, index) =>
      visibleItems(row, scale.start, end).map((mark) => ({ kind: 'mark' as const, lane, row: index, mark })),
    ),
  ];
  return nodes.map((node) => {
    const id = nodeId(node);
    if (!isResting && id !== active) return null;
    const { x, y, width: wide, height } = stopBox(node, drawing, scale);
    const left = Math.max(0, x);
    return (
      <button
        key={id}
        type="button"
        className="tg-lane-stop"
        data-node={id}
        data-over={(node.kind === 'mark' && node.mark.members.every(({ bar }) => isOver(bar.state))) || undefined}
        tabIndex={id === active ? 0 : -1}
        aria-label={wordsOf(node, zone)}
        style={{
          transform: `translate(${String(Math.round(left))}px, ${String(top + y)}px)`,
          width: Math.max(4, Math.min(width, x + wide) - left),
          height,
        }}
      />
    );
  });
});

/** A window's stop is its title's line, so that the bars before it keep their own. */
export function stopBox(node: TimelineNode, drawing: LaneDrawing, scale: TimeScale): Box {
  if (node.kind === 'mark') return markBox(node.mark, node.row, drawing, scale);
  const box = bandBox(node.band, drawing, scale);
  if (box.height < TITLE_ROW_PX) return { ...box, height: 6 };
  const row = Math.min(node.band.titleRow ?? 0, Math.max(0, drawing.titleRows - 1));
  return { ...box, y: LANE_PAD_PX + row * TITLE_ROW_PX - 2, height: TITLE_ROW_PX };
}

function wordsOf(node: TimelineNode, zone: string): string {
  if (node.kind === 'band') return bandWordsOf(node.band, zone);
  const [only] = node.mark.members;
  return only !== undefined && node.mark.members.length === 1
    ? barWords(only.bar, zone)
    : clusterWords(node.mark.members, zone);
}
