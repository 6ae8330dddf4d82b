import { memo } from 'react';
import type { Lane } from '../../../shared/api/calendarCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { textWidth } from '../../../shared/view/clipTitle.ts';
import type { StackedLane } from '../../../shared/view/laneStack.ts';
import { clockDistance } from './clockDistance.ts';
import { LaneButtons } from './LaneButtons.tsx';
import { foldOf, type LaneMemory } from './laneMemory.ts';
import type { Lanes } from './useLanes.ts';

export interface LaneHeadsProps {
  readonly lanes: readonly Lane[];
  readonly contents: Lanes['contents'];
  readonly drawings: Lanes['drawings'];
  readonly shown: readonly StackedLane[];
  readonly zone: string;
  readonly now: Ms;
  readonly memory: LaneMemory;
  readonly onRemember: (memory: LaneMemory) => void;
  /** The buttons come once the lanes have been painted. */
  readonly isSettled: boolean;
}

/** A name that fits this width at 12 px takes one line; with two, the detail below needs a taller lane. */
const NAME_PX = 164;
const TWO_LINES_PX = 68;

/** The names of the lanes, with their own clock where it differs from the ruler's. */
export function LaneHeads({
  lanes,
  contents,
  drawings,
  shown,
  zone,
  now,
  memory,
  onRemember,
  isSettled,
}: LaneHeadsProps) {
  return shown.map(({ index, top, height }) => {
    const lane = lanes[index];
    if (lane === undefined) return null;
    return (
      <LaneHead
        key={lane.id}
        lane={lane}
        top={top}
        height={height}
        count={contents[index]?.count ?? 0}
        isCounted={drawings[index]?.isCounted ?? false}
        distance={lane.zone === null ? null : clockDistance(now, lane.zone, zone)}
        memory={memory}
        onRemember={onRemember}
        isSettled={isSettled}
      />
    );
  });
}

interface LaneHeadProps {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly count: number;
  readonly isCounted: boolean;
  readonly distance: string | null;
  readonly memory: LaneMemory;
  readonly onRemember: (memory: LaneMemory) => void;
  /** The buttons come once the lanes have been painted. */
  readonly isSettled: boolean;
}

const LaneHead = memo(function LaneHead(props: LaneHeadProps) {
  const { lane, top, height, count, isCounted, distance, memory, onRemember, isSettled } = props;
  const fold = foldOf(memory, lane.id);
  const isCollapsed = fold === 'folded';
  return (
    <div className="tg-lane-head" style={{ top, height }} data-collapsed={isCollapsed || undefined}>
      <div className="tg-lane-words">
        <span className="tg-lane-name" title={[lane.label, lane.detail].filter(Boolean).join(', ')}>
          {lane.label}
        </span>
        {!isCollapsed && (height >= TWO_LINES_PX || textWidth(lane.label) < NAME_PX) && (
          <span className="tg-lane-detail tg-clip" title={`${lane.detail}, ${String(count)} changes loaded`}>
            {lane.zone !== null && distance ? `${zoneName(lane.zone)} ${distance}` : lane.detail}
          </span>
        )}
      </div>
      {isSettled ? (
        <LaneButtons lane={lane} fold={fold} isCounted={isCounted} memory={memory} onRemember={onRemember} />
      ) : (
        <span className="tg-lane-fold" />
      )}
    </div>
  );
});
