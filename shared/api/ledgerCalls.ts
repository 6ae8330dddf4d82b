import * as z from 'zod';
import { commitId, digest, personId } from '../ids.ts';
import type { SetAsideReason } from '../ledger/standing.ts';
import type { Ms } from '../time/instant.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';

/** One file that came in with a commit. */
export interface HistoryFile {
  readonly path: string;
  readonly kind: string;
  /** The site, service, window, change or person that it speaks of. */
  readonly subject: string | null;
  /** Who signed it; null where nobody's signature was good. */
  readonly by: string | null;
  readonly name: string | null;
  readonly at: Ms | null;
  readonly standing: 'counted' | 'pending' | 'set-aside';
  readonly reason: SetAsideReason | null;
}

export interface HistoryCommit {
  readonly commit: string;
  readonly position: number;
  /** The first of its files; `fileCount` counts all. */
  readonly files: readonly HistoryFile[];
  readonly fileCount: number;
}

export interface HistoryPage {
  /** Newest first. */
  readonly commits: readonly HistoryCommit[];
  /** Asks for what came before; null at the first commit. */
  readonly next: number | null;
}

/** A commit that stands on the line since a merge broke it. */
export interface BrokenCommit {
  readonly commit: string;
  readonly isMerge: boolean;
  /** The name that Git's commit claims; nobody has checked it. */
  readonly author: string;
  /** Of a merge: how many commits its other side brought. */
  readonly sideCommits: number;
  /** What it added, and what would become of each file if the line were healed. The first of them; `fileCount` counts all. */
  readonly files: readonly HistoryFile[];
  readonly fileCount: number;
}

/** A merge halts the line: what came with it, and who can say that it counts. */
export interface LineBreak {
  /** The end of the line that this was read from. */
  readonly head: string;
  /** The last commit that counts without a healing. */
  readonly last: string;
  /** From the merge on, oldest first. The first of them; `commitCount` counts all. */
  readonly commits: readonly BrokenCommit[];
  readonly commitCount: number;
  /** Names of the admins of before the merge, who alone can heal it or put the line back. */
  readonly healers: readonly string[];
  /** Names of those who have signed the healing that waits. */
  readonly signed: readonly string[];
  /** How many more of them must sign. */
  readonly missing: number;
  /** The acting member is one of them. */
  readonly isHealer: boolean;
  /** And has not signed yet. */
  readonly maySign: boolean;
}

export interface StorageView {
  /** Bytes of the board's own copy of the records, of its index, and of what this desk keeps for all boards. */
  readonly ledger: number;
  readonly catalogue: number;
  readonly workspace: number;
  readonly freeOnDisk: number;
  readonly packs: number;
  readonly looseObjects: number;
}

const forkKinds = ['window', 'site', 'service', 'request'] as const;
export type ForkKind = (typeof forkKinds)[number];

/** One of the texts that stand side by side. */
export interface ForkSide {
  readonly digest: string;
  readonly by: string;
  readonly name: string;
  readonly at: Ms;
}

/** Something that two people said differently, and that a person has to settle. */
export interface Fork {
  readonly kind: ForkKind | 'decision';
  readonly subject: string;
  readonly title: string;
  /** Its moments are read by the clock of the first; empty for what happens nowhere in particular. */
  readonly sites: readonly string[];
  /** `two-texts`, `moved-twice`: only the time differs, `yes-and-no`: approved and rejected. */
  readonly what: 'two-texts' | 'moved-twice' | 'yes-and-no';
  readonly sides: readonly ForkSide[];
  /** The fields that differ, a value for each side. */
  readonly fields: readonly { readonly field: string; readonly values: readonly string[] }[];
  /** May the acting member settle it by keeping one of the texts? */
  readonly maySettle: boolean;
}

export const ledgerCalls = {
  /** `before`: a position, null for the end of the line; `by` leaves out what others signed. */
  'ledger.history': query<{ before: number | null; by: string | null }, HistoryPage>(
    input(z.strictObject({ before: z.int().min(0).nullable(), by: personId.nullable() })),
  ),
  'ledger.storage': query<z.infer<z.ZodObject>, StorageView>(nothing),
  /** Starts a job of kind `rebuild`: throws the index away and reads the line anew. Nothing that was signed is touched. */
  'ledger.rebuild': command<z.infer<z.ZodObject>, { job: string }>(nothing),
  /** Null while no merge halts the line, or where nothing can heal it. */
  'ledger.break': query<z.infer<z.ZodObject>, LineBreak | null>(nothing),
  /** Signs as an admin that what the merge brought in counts from there on; sent at once. `head`: what was shown. */
  'ledger.heal': command<{ head: string }, { isHealed: boolean }>(input(z.strictObject({ head: commitId }))),
  /** Ends the line before the merge again: what came with it is dropped. */
  'ledger.putBack': command<{ head: string }, null>(input(z.strictObject({ head: commitId }))),
  'ledger.forks': query<z.infer<z.ZodObject>, readonly Fork[]>(nothing),
  /** Signs a revision with the text of `keep` that follows every side. */
  'ledger.settle': command<{ kind: ForkKind; subject: string; keep: string }, { row: number }>(
    input(z.strictObject({ kind: z.enum(forkKinds), subject: z.string().max(64), keep: digest })),
  ),
};
