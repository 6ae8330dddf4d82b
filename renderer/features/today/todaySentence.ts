import type { TodayView } from '../../../shared/api/calendarCalls.ts';
import { countWords } from '../../ui/spanWords.ts';

/** The state of the board in one sentence. */
export function todaySentence({ numbers, inFlight }: TodayView): string {
  if (numbers.open === 0) return 'No change is open.';
  const hit =
    numbers.frozenHits === 0
      ? 'no planned change falls inside a freeze'
      : `${countWords(numbers.frozenHits, 'planned change falls', 'planned changes fall')} inside a freeze`;
  const flight = inFlight.length === 0 ? '' : `; ${countWords(inFlight.length, 'is', 'are')} in flight now`;
  return `${countWords(numbers.next7Days, 'deployment')} in the next seven days; ${hit}${flight}.`;
}
