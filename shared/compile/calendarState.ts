import { personName, type Board } from '../ledger/board.ts';
import { DAY_MS, type Ms } from '../time/instant.ts';
import { objectionsAt } from '../window/timeObjections.ts';
import type { WindowContext } from '../window/windowContext.ts';
import type { Work } from '../window/work.ts';
import { closedStretches } from './closedStretches.ts';

/** Is the calendar open for this work at a moment, why not, and when does that change? */
export interface CalendarState {
  readonly open: boolean;
  readonly reasons: readonly {
    readonly code: 'freeze' | 'soft-freeze' | 'closed-outside';
    readonly window: string;
    readonly title: string;
    readonly owner: string;
    readonly until: Ms | null;
  }[];
  /** When open turns to closed or closed to open; null when not within the days looked at. */
  readonly next: Ms | null;
}

/** The same rules that a verdict goes by, people left out. */
export function calendarState(
  work: Work,
  { board, windows }: { readonly board: Board; readonly windows: WindowContext },
  at: Ms,
  days: number,
): CalendarState {
  const found = objectionsAt(work, windows, at);
  const reasons = new Map<string, CalendarState['reasons'][number]>();
  for (const { code, window, title, owner, until } of found) {
    const key = `${code} ${window} ${title}`;
    const known = reasons.get(key);
    // By two clocks, or by two texts, it ends when the later one does.
    const ends =
      known === undefined ? until : known.until === null || until === null ? null : Math.max(known.until, until);
    reasons.set(key, { code, window, title, owner: personName(board, owner), until: ends });
  }
  const end = at + days * DAY_MS;
  const [first] = closedStretches(work, windows, { start: at, end });
  const isOpen = reasons.size === 0;
  const edge = isOpen ? first?.start : first?.end;
  return { open: isOpen, reasons: [...reasons.values()], next: edge === undefined || edge >= end ? null : edge };
}
