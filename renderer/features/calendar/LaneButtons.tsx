import { ChevronDown, ChevronRight, Pin, PinOff, Rows3, Rows4, type LucideIcon } from 'lucide-react';
import type { Lane } from '../../../shared/api/calendarCalls.ts';
import type { LaneFold } from '../../../shared/view/laneModel.ts';
import { withFold, withPin, type LaneMemory } from './laneMemory.ts';

export interface LaneButtonsProps {
  readonly lane: Lane;
  readonly fold: LaneFold;
  /** Some of its changes stand behind counted marks. */
  readonly isCounted: boolean;
  readonly memory: LaneMemory;
  readonly onRemember: (memory: LaneMemory) => void;
}

/** Folding, showing every row, and pinning one lane. */
export function LaneButtons({ lane, fold, isCounted, memory, onRemember }: LaneButtonsProps) {
  const { id, label } = lane;
  const isPinned = memory.pin.includes(id);
  const to = (next: LaneFold) => () => onRemember(withFold(memory, id, next));
  return (
    <>
      <span className="tg-lane-fold">
        {fold === 'folded' ? (
          <LaneButton label={`Open ${label}`} icon={ChevronRight} onPress={to('plain')} />
        ) : (
          <LaneButton label={`Fold ${label}`} icon={ChevronDown} onPress={to('folded')} />
        )}
      </span>
      <span className="tg-lane-tools" data-kept={isPinned || fold === 'full' || undefined}>
        {fold === 'full' && <LaneButton label={`Gather the rows of ${label}`} icon={Rows3} onPress={to('plain')} />}
        {fold === 'plain' && isCounted && (
          <LaneButton label={`Show every row of ${label}`} icon={Rows4} onPress={to('full')} />
        )}
        <LaneButton
          label={isPinned ? `Unpin ${label}` : `Pin ${label} to the top`}
          icon={isPinned ? PinOff : Pin}
          onPress={() => onRemember(withPin(memory, id))}
        />
      </span>
    </>
  );
}

interface LaneButtonProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onPress: () => void;
}

/** Plain, because a view of two hundred lanes has six hundred of them. */
function LaneButton({ label, icon: Icon, onPress }: LaneButtonProps) {
  return (
    <button type="button" className="tg-lane-button" aria-label={label} title={label} onClick={onPress}>
      <Icon size={16} aria-hidden />
    </button>
  );
}
