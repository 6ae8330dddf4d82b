import type { ChangeId } from '../ids.ts';
import type { Band, LifecycleState } from '../record/words.ts';
import type { Ms } from '../time/instant.ts';

/** Something that one person, or somebody in one role, has to do. */
export interface Task {
  readonly kind: 'approve' | 'waive' | 'review' | 'evidence' | 'debt' | 'start';
  readonly change: ChangeId;
  readonly title: string;
  readonly band: Band;
  readonly state: LifecycleState;
  /** In the trade's words: `approve as service owner`. */
  readonly what: string;
  /** By when; null where nothing says. */
  readonly due: Ms | null;
}

/** A revision of a window, the roster, the policy or the board itself that waits for this reader's signature. */
export interface Agreement {
  readonly kind: 'window' | 'roster' | 'policy' | 'ledger';
  readonly title: string;
  /** Who wrote it, by name. */
  readonly by: string;
  /** In the trade's words: `agree as change manager`. */
  readonly what: string;
  /** When it takes effect without; null where it never does. */
  readonly due: Ms | null;
}

export interface FreezeAhead {
  readonly window: string;
  readonly title: string;
  readonly start: Ms;
  readonly end: Ms;
  readonly zone: string;
  readonly running: boolean;
}

/** What a person or a role should know before the day begins. */
export interface Agenda {
  /** Whose it is, by name. */
  readonly name: string;
  readonly at: Ms;
  readonly until: Ms;
  readonly waits: readonly Task[];
  readonly due: readonly Task[];
  readonly agreements: readonly Agreement[];
  readonly freezes: readonly FreezeAhead[];
  /** Glass that was broken and is in force, or whose signatures are missing: everybody is told. */
  readonly brokenGlass: readonly { readonly change: ChangeId; readonly title: string; readonly debtDueAt: Ms | null }[];
}
