import type { ChangeId, ServiceId, WindowId } from '../ids.ts';
import type { Band } from '../record/words.ts';
import type { Ms, Period } from '../time/instant.ts';

/** A start at which the work fits, with the risk that it would have then. */
export interface Slot extends Period {
  readonly score: number;
  readonly band: Band;
}

/** Something that keeps work from running at a time: a window's rule, or another change. */
export interface Obstacle {
  readonly code: 'freeze' | 'closed-outside' | 'soft-freeze' | 'collision' | 'double-booked';
  readonly title: string;
  readonly id: WindowId | ChangeId;
  /** From the touched service to the one in scope, or to the one that the other change touches. */
  readonly path: readonly ServiceId[];
}

/** Why a start is refused; `too-short`: the work would still be running when the obstacle `before` begins. */
export type Refusal =
  Obstacle | (Omit<Obstacle, 'code'> & { readonly code: 'too-short'; readonly before: Obstacle['code'] });

/** Every start from `start` up to, not including, `end` is refused for all of these reasons. */
export interface RefusedStretch {
  readonly start: Ms;
  readonly end: Ms;
  readonly why: readonly Refusal[];
}

export interface FreeSlots {
  /** Lowest score first, then soonest. */
  readonly slots: readonly Slot[];
  /** From the asked moment to the last slot (to where the search ended, when there is none), by start. */
  readonly refused: readonly RefusedStretch[];
}
