import { ChevronDown, ChevronRight, Pin, PinOff } from 'lucide-react';
import { memo } from 'react';
import type { Lane } from '../../../shared/api/calendarCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { textWidth } from '../../../shared/view/clipTitle.ts';
import type { StackedLane } from '../../../shared/view/laneStack.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { clockDistance } from './clockDistance.ts';
import type { Lanes } from './useLanes.ts';

export interface LaneHeadsProps {
  readonly lanes: readonly Lane[];
  readonly model: Lanes;
  readonly shown: readonly StackedLane[];
  readonly zone: string;
  readonly now: Ms;
}

/** A name that fits this width at 12 px takes one line; with two, the detail below needs a taller lane. */
const NAME_PX = 164;
const TWO_LINES_PX = 68;

/** The names of the lanes, with their own clock where it differs from the ruler's. */
export const LaneHeads = memo(function LaneHeads({ lanes, model, shown, zone, now }: LaneHeadsProps) {
  return shown.map(({ index, top, height }) => {
    const lane = lanes[index];
    if (lane === undefined) return null;
    const isPinned = model.pinned.has(lane.id);
    const isCollapsed = model.collapsed.has(lane.id);
    const distance = lane.zone === null ? null : clockDistance(now, lane.zone, zone);
    const count = model.contents[index]?.items.length ?? 0;
    return (
      <div key={lane.id} className="tg-lane-head" style={{ top, height }} data-collapsed={isCollapsed || undefined}>
        <IconButton
          label={isCollapsed ? `Open ${lane.label}` : `Fold ${lane.label}`}
          icon={isCollapsed ? ChevronRight : ChevronDown}
          size="small"
          onPress={() => model.toggleCollapse(lane.id)}
        />
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
        <span className="tg-lane-pin" data-pinned={isPinned || undefined}>
          <IconButton
            label={isPinned ? `Unpin ${lane.label}` : `Pin ${lane.label} to the top`}
            icon={isPinned ? PinOff : Pin}
            size="small"
            onPress={() => model.togglePin(lane.id)}
          />
        </span>
      </div>
    );
  });
});
