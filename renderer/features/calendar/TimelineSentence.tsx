import { dayKey, placeDay } from '../../../shared/time/placeTime.ts';
import { visiblePeriod } from '../../../shared/view/timeScale.ts';
import { useScale, type TimelinePlace } from './timelinePlace.ts';

export interface TimelineSentenceProps {
  readonly place: TimelinePlace;
  readonly zone: string;
  readonly by: 'site' | 'service';
}

/** Which days are in view. */
export function TimelineSentence({ place, zone, by }: TimelineSentenceProps) {
  const { start, end } = visiblePeriod(useScale(place), Math.max(1, place.width()));
  return `${placeDay(start, zone)} to ${placeDay(end, zone)} ${dayKey(end, zone).slice(0, 4)}, by ${by}`;
}
