import type { CalendarSpan } from '../../shared/api/calendarCalls.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { Period } from '../../shared/time/instant.ts';
import type { BoardContext } from '../desk/boardContext.ts';

/** Windows that a calendar shows: in force, and proposals, which block nothing yet. */
export function shownWindows({ board, proposals }: BoardContext): WindowBody[] {
  return [...board.windows.values(), proposals]
    .flat()
    .map(({ record }) => record.body)
    .filter(({ standing }) => standing !== 'withdrawn');
}

/** The occurrences of one window in a period; none while its schedule cannot be read. */
export function calendarSpans(window: WindowBody, period: Period, { windows }: BoardContext): CalendarSpan[] {
  if (windows.faultOf(window) !== null) return [];
  const proposed = window.standing === 'proposed';
  return windows.spans(window, period).map((span) => ({ ...span, title: window.title, proposed }));
}
