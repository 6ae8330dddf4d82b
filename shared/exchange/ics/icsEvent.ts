import type { Ms } from '../../time/instant.ts';
import type { IcsTime } from './icsTime.ts';

/** A VEVENT as it is written, its times read and in one zone: the wall clock of its start. */
export interface IcsEvent {
  readonly uid: string;
  readonly title: string;
  /** Of its BEGIN. */
  readonly line: number;
  /** IANA zone; null where it floats. */
  readonly zone: string | null;
  readonly isDate: boolean;
  /** Whole minutes as counted by `wallMs`; half-open. */
  readonly start: Ms;
  readonly end: Ms;
  readonly rules: readonly string[];
  readonly exRules: readonly string[];
  readonly added: readonly WallSpan[];
  /** Starts that do not happen; a whole day where only the day is written. */
  readonly left: readonly { readonly at: Ms; readonly isDate: boolean }[];
  /** The occurrence that this entry speaks of; null for the series itself. */
  readonly instead: { readonly time: IcsTime; readonly andLater: boolean } | null;
  readonly sequence: number;
  /** LAST-MODIFIED or DTSTAMP; sorts as text. */
  readonly stamp: string;
  readonly cancelled: boolean;
  readonly appliedTo: readonly string[];
  readonly notes: readonly string[];
}

export interface WallSpan {
  readonly start: Ms;
  readonly end: Ms;
}

/** Where an entry stands. */
export function placeOf({ line }: { readonly line: number }): string {
  return `line ${line}`;
}
