import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { placeClock } from '../../../shared/time/placeTime.ts';
import type { DayRest } from '../../../shared/view/weekBlocks.ts';
import type { WeekDay } from '../../../shared/view/weekDays.ts';
import { nodeIds } from '../../../shared/view/weekNodes.ts';
import { countWords } from '../../ui/spanWords.ts';
import { countedBands } from './countedBands.ts';
import { REST_PX } from './WeekBlock.tsx';
import { placeIn, type WeekScale } from './weekMarks.ts';

export interface WeekRestProps {
  readonly rest: DayRest<TimelineBar>;
  readonly day: WeekDay;
  readonly dayIndex: number;
  readonly scale: WeekScale;
  readonly zone: string;
  readonly active: string;
}

/** What no column has room for, counted; pressed, it is listed. */
export function WeekRest({ rest, day, dayIndex, scale, zone, active }: WeekRestProps) {
  const place = placeIn(day, rest, scale);
  if (place === null) return null;
  const id = nodeIds.rest(dayIndex, rest.start);
  const words = `${countWords(rest.items.length, 'more change')}, ${countedBands(rest.items)}, ${placeClock(rest.start, zone)} to ${placeClock(rest.end, zone)}`;
  return (
    <button
      type="button"
      className="tg-wrest"
      data-node={id}
      title={words}
      tabIndex={active === id ? 0 : -1}
      style={{
        top: place.top,
        height: place.height,
        insetInlineEnd: 2,
        width: REST_PX - 2,
      }}
    >
      <span className="tg-hidden">{words}</span>
      <span aria-hidden>+{rest.items.length}</span>
    </button>
  );
}
