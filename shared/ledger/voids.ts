import type { Fingerprint } from '../ids.ts';

/** Acts that took their standing away from files already counted. */
export interface Voids {
  /** Files by this key first seen after this position do not count. */
  readonly keys: ReadonlyMap<Fingerprint, number>;
  /** Decisions in this role by this person first seen after this position do not count. */
  readonly roles: readonly { readonly person: string; readonly role: string; readonly after: number }[];
  /** Quarantined paths. */
  readonly paths: ReadonlySet<string>;
}
