import type { CalendarSpan } from '../../shared/api/calendarCalls.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { Period } from '../../shared/time/instant.ts';
import type { BoardContext } from '../desk/boardContext.ts';

/** The windows of the board: in force, and proposals, which block nothing yet. */
export function shownWindows({ board, proposals }: BoardContext): WindowBody[] {
  return [...board.windows.values(), proposals]
    .flat()
    .map(({ record }) => record.body)
    .filter(({ standing }) => standing !== 'withdrawn');
}

/** What a calendar shows of time: the windows, and the earlier texts of loosened ones while they still apply. */
export function shownTexts(context: BoardContext): WindowBody[] {
  const { windows } = context;
  return [...shownWindows(context), ...windows.windows.filter((window) => windows.fadesAt(window) !== null)];
}

/**
 * The occurrences of one window in a period; none while its schedule cannot be read. Of an earlier text those that the
 * present one does not have as well.
 */
export function calendarSpans(window: WindowBody, period: Period, { windows }: BoardContext): CalendarSpan[] {
  if (windows.faultOf(window) !== null) return [];
  const proposed = window.standing === 'proposed';
  const spans = windows.spans(window, period);
  if (windows.fadesAt(window) === null) return spans.map((span) => ({ ...span, title: window.title, proposed }));
  const told = new Set(
    windows.windows
      .filter((other) => other.window === window.window && windows.fadesAt(other) === null)
      .flatMap((other) => windows.spans(other, period))
      .map(extent),
  );
  return spans
    .filter((span) => !told.has(extent(span)))
    .map((span) => ({ ...span, title: `${window.title}, its earlier text`, proposed }));
}

function extent({ start, end, site, effect }: Pick<CalendarSpan, 'start' | 'end' | 'site' | 'effect'>): string {
  return `${effect} ${String(start)} ${String(end)} ${site ?? ''}`;
}
