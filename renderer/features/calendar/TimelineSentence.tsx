import type { LaneKind } from '../../../shared/api/calendarCalls.ts';
import { placeDays } from '../../../shared/view/placeDays.ts';
import { visiblePeriod } from '../../../shared/view/timeScale.ts';
import { useScale, type TimelinePlace } from './timelinePlace.ts';

export interface TimelineSentenceProps {
  readonly place: TimelinePlace;
  readonly zone: string;
  readonly by: LaneKind;
}

/** Which days are in view. */
export function TimelineSentence({ place, zone, by }: TimelineSentenceProps) {
  const visible = visiblePeriod(useScale(place), Math.max(1, place.width()));
  return `${placeDays(visible, zone)}, by ${by}`;
}
