import type { Ms, Period } from '../time/instant.ts';
import type { ClosedStretch } from './closedStretches.ts';

/** What other tools are to hold, before it is written in their words. */
export interface Compiled {
  /** What it is for: `production, till at lyon, application-release`. */
  readonly subject: string;
  /** From now until when it says everything; to be compiled again before. */
  readonly period: Period;
  readonly stretches: readonly ClosedStretch[];
  /** What the other tool cannot be told, one sentence each. */
  readonly notes: readonly string[];
  /** The commit it was read at. */
  readonly commit: string;
}

/** A file of another tool, read back: when it closes, as far as `around` can tell. */
export type ReadBack =
  | { readonly closed: (around: Ms) => readonly Period[]; readonly strange: readonly string[] }
  | { readonly problem: string };

/** One way to write it down. */
export interface Target {
  readonly write: (compiled: Compiled, options: { readonly application: string; readonly now: Ms }) => string;
  /** @param application whose calendar it is, for tools that tell them apart */
  readonly read: (text: string, application?: string) => ReadBack;
}
