import type { Schedule } from '../record/body/scheduleBody.ts';
import type { WindowOrigin } from '../record/body/windowBody.ts';
import type { Effect } from '../record/words.ts';

/** One window as a file of another product says it: everything that the file can know. */
export interface ReadWindow {
  /** The same for the same entry of the same file tomorrow: a UID, or what is said about it, digested. */
  readonly key: string;
  readonly title: string;
  readonly effect: Effect;
  /** Maintenance only: the product denies outside of it. */
  readonly closedOutside: boolean;
  /** IANA zone; null for a local time of nowhere in particular, whose zone the importer chooses. */
  readonly zone: string | null;
  readonly schedule: Schedule;
  /** What it applied to there, in that product's words: "applications: web-*". Never a scope here. */
  readonly appliedTo: readonly string[];
  /** What was read otherwise than written, and why: a bounded series, a rounded second, an unknown zone. */
  readonly notes: readonly string[];
  /** The entries of the file that it was made of: `line 14`, `item 3`. */
  readonly where: readonly string[];
}

/** An entry that did not become a window. */
export interface RefusedEntry {
  /** What it is called, or how it begins; hostile text. */
  readonly title: string;
  /** Where it stands: `line 14`, `item 3`. */
  readonly where: string;
  /** One sentence. */
  readonly reason: string;
}

/**
 * What a file of windows holds. Reading never throws for what a file says: a broken file is one refused entry, and
 * every entry stands in the `where` of a window or of a refusal.
 */
export interface WindowReading {
  readonly windows: readonly ReadWindow[];
  readonly refused: readonly RefusedEntry[];
}

/** The formats that windows are imported from. */
export const windowFormats = ['ics', 'argocd', 'gitlab', 'kubernetes', 'holidays'] as const satisfies WindowOrigin[];
export type WindowFormat = (typeof windowFormats)[number];
