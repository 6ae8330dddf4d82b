import type { ChangeId, ServiceId } from '../ids.ts';
import type { Ms } from '../time/instant.ts';

/** Two changes, or one change and its own evidence or people, get in each other's way. */
export type Collision =
  | {
      readonly kind: 'same-node' | 'dependent-node';
      readonly change: ChangeId;
      readonly other: ChangeId;
      readonly otherTitle: string;
      /** From the touched service of `change` to the touched service of `other`. */
      readonly path: readonly ServiceId[];
      readonly start: Ms;
      readonly end: Ms;
    }
  | {
      readonly kind: 'double-booked';
      readonly change: ChangeId;
      readonly other: ChangeId;
      readonly otherTitle: string;
      readonly person: string;
      readonly start: Ms;
      readonly end: Ms;
    };
