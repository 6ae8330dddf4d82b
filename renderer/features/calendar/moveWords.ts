import { MINUTE_MS, type Ms } from '../../../shared/time/instant.ts';
import { lengthWords } from '../../ui/spanWords.ts';
import type { Move } from './move.ts';

type Held = Pick<Move, 'bar' | 'start' | 'minutes'>;

/** When the work would be over. */
export function endOf({ bar, start, minutes }: Held): Ms {
  return start + (minutes === undefined ? bar.end - bar.start : minutes * MINUTE_MS);
}

/** Would the work take another time than it does? */
export function isStretched({ bar, minutes }: Held): boolean {
  return minutes !== undefined && minutes * MINUTE_MS !== bar.end - bar.start;
}

/** `3 h instead of 2 h` */
export function stretchWords({ bar, minutes }: Held): string {
  return `${lengthWords((minutes ?? 0) * MINUTE_MS)} instead of ${lengthWords(bar.end - bar.start)}`;
}
