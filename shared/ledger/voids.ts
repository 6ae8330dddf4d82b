import type { Fingerprint } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';

/** Acts that took their standing away from files already counted. */
export interface Voids {
  /** Files by this key first seen after this position do not count. */
  readonly keys: ReadonlyMap<Fingerprint, number>;
  /** Decisions in this role by this person first seen after this position do not count. */
  readonly roles: readonly { readonly person: string; readonly role: string; readonly after: number }[];
  /** Every living text that gave a role, replaced and withdrawn ones too: a decision that none carries is void. */
  readonly delegations?: readonly Filed<'delegation'>[];
  /** Quarantined paths. */
  readonly paths: ReadonlySet<string>;
}
