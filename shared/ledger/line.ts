import type { CommitId } from '../ids.ts';
import type { Decoded } from '../record/codec.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';
import type { Board } from './board.ts';
import type { Vouched } from './checkpointState.ts';
import type { Halt, Problem } from './standing.ts';

/** A file that a commit adds under the roots. */
export interface AddedFile {
  readonly path: string;
  /** Git's file mode, `100644` for a plain file. */
  readonly mode: string;
  /** Git's object name of the content. */
  readonly blob: string;
  /** Null when larger than 1 MB or not UTF-8: never read. */
  readonly text: string | null;
  /** What `decodeFile` made of this path and text, from a reader that has asked it already. */
  readonly decoded?: Decoded;
}

/** One commit of the line as a reader hands it over, oldest first, paths sorted. */
export interface LineCommit {
  readonly commit: CommitId;
  readonly parents: readonly CommitId[];
  readonly added: readonly AddedFile[];
  /** Paths under the roots that the commit edits, removes or retypes: never allowed. */
  readonly disturbed: readonly { readonly path: string; readonly how: 'edited' | 'removed' }[];
}

/** What became of one file, or what it has become now that a later one speaks of it. */
export type Standing =
  | { readonly standing: 'counted' | 'pending'; readonly filed: Filed; readonly blob: string }
  | { readonly standing: 'set-aside' | 'unreadable'; readonly problem: Problem };

/** Is this signature by this key over these bytes? `publicKey` is an `ssh-ed25519 AAAA…` line. */
export type VerifySignature = (given: {
  publicKey: string;
  namespace: string;
  message: string;
  sig: string;
}) => boolean;

/** The verified state of a ledger as its line is read, commit by commit. */
export interface Replay {
  /**
   * Judges the next commit's files and takes them in. Returns every standing that is new or has changed.
   * After a halt nothing more is taken in and the list is empty.
   */
  readonly apply: (commit: LineCommit) => readonly Standing[];
  /**
   * Does as `apply`, yielding after so many files, so that others get a turn. Run it to its end, on a `fork` where
   * anybody could look at the replay in between: until then it holds half a commit.
   */
  readonly applyInParts: (commit: LineCommit, size: number) => Generator<readonly Standing[], void>;
  /** Records this desk has signed and not sent, judged as if added after the head. They never enter `save`. */
  readonly applyUnsent: (files: readonly AddedFile[]) => readonly Standing[];
  /**
   * What the board says at the last commit taken in. With `judgedAt`, revisions whose signer claims to have
   * signed more than five minutes later do not count yet.
   *
   * @throws TidegateError `ledger-halted` when the first commit is not a ledger
   */
  readonly board: (judgedAt?: Ms) => Board;
  readonly halt: () => Halt | null;
  /** Where on the line this commit stands; null when it is not among those taken in. */
  readonly positionOf: (commit: CommitId) => number | null;
  readonly problems: () => readonly Problem[];
  /** The newest counted checkpoint. */
  readonly checkpoint: () => Filed<'checkpoint'> | null;
  /** What a checkpoint says of the state at the last commit taken in. Unsent records are no part of it. */
  readonly vouch: () => Vouched;
  /** A copy that goes its own way: for unsent records, and for a fresh start from the head. */
  readonly fork: () => Replay;
  /** JSON from which `restoreReplay` continues at the same commit. */
  readonly save: () => unknown;
}
