import type { PersonId, RecordId } from '../ids.ts';
import type { BodyOf, Kind } from '../record/kinds.ts';
import type { Ms } from '../time/instant.ts';

export type ActKind = Exclude<Kind, 'ledger' | 'roster' | 'policy' | 'checkpoint' | 'quarantine'>;
/** A body before it is signed: which revision it follows is known only then. */
export type UnsignedBody<K extends Kind> = Omit<BodyOf<K>, 'follows'>;

/** One thing a member does: a record before it is signed. */
export type Act = {
  [K in ActKind]: {
    readonly kind: K;
    readonly at: Ms;
    readonly by: PersonId;
    readonly body: UnsignedBody<K>;
    /** Replaces the revision of the same subject that stands before it. */
    readonly revises: boolean;
    /** Set where others name the record; else it gets its own when it is signed. */
    readonly id?: RecordId;
  };
}[ActKind];
