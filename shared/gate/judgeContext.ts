import type { ReadingContext } from '../change/readChange.ts';
import type { CommitId, RecordId } from '../ids.ts';
import type { Halt, Problem } from '../ledger/standing.ts';

/** What the verdict rests on besides the records: where they were read, and how sure that reading is. */
export interface VerdictSource {
  readonly commit: CommitId;
  /** The newest counted checkpoint; null when there is none. */
  readonly checkpoint: RecordId | null;
  /** Minutes since the last contact with the remote; null without a remote. */
  readonly dataAgeMinutes: number | null;
  readonly problems: readonly Problem[];
  readonly halt: Halt | null;
  /** Version of the time zone data of the judging machine. */
  readonly tz: string;
  /** What the checkpoint's signer read otherwise: the calendar then has to allow by both. */
  readonly otherTz?: { readonly version: string; readonly zones: readonly string[] };
  /** The asker said that a sample will do. */
  readonly sampleAllowed: boolean;
}

/** Collisions and track record are left out on purpose: no pipeline knows them, so no verdict may rest on them. */
export interface JudgeContext extends ReadingContext {
  readonly source: VerdictSource;
}
