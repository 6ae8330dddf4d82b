import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';

/** A change on its way to another start, another length, or both. */
export interface Move {
  readonly bar: TimelineBar;
  readonly lane: number;
  readonly start: Ms;
  /** How long it would be, once it is stretched; left out while it keeps its length. */
  readonly minutes?: number;
  readonly by: 'pointer' | 'keys';
  /** Where the note stands, in px of the window; null: beside the bar. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** Let go or entered: what is asked next is the signature. */
  readonly isDropped: boolean;
}
