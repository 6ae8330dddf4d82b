import * as z from 'zod';
import type { ErrorCode, Facts } from '../errors.ts';
import { commitId, type CommitId } from '../ids.ts';
import type { Ms } from '../time/instant.ts';
import { command, query } from './call.ts';
import { input, nothing } from './decode.ts';

/**
 * How this desk stands to its remote; the first that applies, from the bottom up to `level`.
 *
 * - `no-remote`: the board is on this machine only.
 * - `level`: everything of ours is there and everything there is here.
 * - `syncing`: a round is running; `step` says how far.
 * - `waiting`: records wait for their undo time, for their turn or for a first contact.
 * - `offline`: the remote cannot be reached; records wait and `nextTry` says until when.
 * - `refused`: it was reached and does not take or give, see `problem`; tried again at `nextTry`.
 * - `failed`: this machine could not or would not go on (Git, disk, a server it cannot trust), see `problem`; tried again
 *   at `nextTry`.
 * - `rewritten`: the remote's line no longer holds what was verified here, see `rewrite`; nothing is sent.
 * - `halted`: the line holds a break; nothing is written behind it until it is healed.
 * - `paused`: a person stopped it.
 */
export type SyncState =
  'no-remote' | 'level' | 'syncing' | 'waiting' | 'offline' | 'refused' | 'failed' | 'rewritten' | 'halted' | 'paused';

/** In the order of a round. `receive` and `send` count Git's objects, `verify` counts commits. */
export type SyncStep = 'reach' | 'receive' | 'verify' | 'write' | 'send';

/** A file of the verified line that the remote's line lacks (`gone`) or holds with another text (`altered`). */
export interface LostFile {
  readonly path: string;
  readonly how: 'gone' | 'altered';
  /** A record's kind; null for what never was one. */
  readonly kind: string | null;
  /** The commit that added it. */
  readonly commit: CommitId;
  /** Name of the person who signed it; null when that is not known. */
  readonly by: string | null;
}

/** What a rewritten remote would take away, and what it would bring in. */
export interface Rewrite {
  /** The last commit that both lines hold; null when they share nothing. */
  readonly base: CommitId | null;
  /** The verified line's head. */
  readonly ours: CommitId;
  readonly theirs: CommitId;
  readonly noticedAt: Ms;
  /** Commits of the verified line that the remote no longer holds, all of them. */
  readonly lostCommits: number;
  /** The first 200 by path; `lostFiles` counts all. */
  readonly lost: readonly LostFile[];
  readonly lostFiles: number;
  /** What only their line holds: the first 200 by path; `addedFiles` counts all. */
  readonly added: readonly { readonly path: string }[];
  readonly addedFiles: number;
}

export interface SyncView {
  readonly state: SyncState;
  /** The remote's address without user name and password; null without a remote. */
  readonly remote: string | null;
  /** Actions signed here that the remote does not hold yet. */
  readonly unsent: number;
  /** When the remote last answered; the age of what is shown is now minus this. Null: never from this desk. */
  readonly lastContact: Ms | null;
  readonly lastTry: Ms | null;
  /** When the background tries next; null while it runs or is paused. */
  readonly nextTry: Ms | null;
  /** `total` is 0 while it is not known. */
  readonly step: { readonly name: SyncStep; readonly done: number; readonly total: number } | null;
  /** Why the last round ended early; a code that `problemWords` knows. */
  readonly problem: { readonly code: ErrorCode; readonly facts: Facts } | null;
  /**
   * The newest time the remote went back to an ancestor of what it had held, or to nothing (`to` null); kept until
   * put away. The line was pushed forward again.
   */
  readonly wentBack: { readonly at: Ms; readonly from: CommitId; readonly to: CommitId | null } | null;
  /** In state `rewritten`; in state `halted` as well, where verified files were edited or removed, which nothing heals. */
  readonly rewrite: Rewrite | null;
  /** This machine's clock minus the remote's, when that is more than five minutes; signing is refused then. */
  readonly clockOffMs: number | null;
}

export const syncCalls = {
  'sync.status': query<z.infer<z.ZodObject>, SyncView>(nothing),
  /** Begins a round now, whatever the back-off says; how it goes is told by `sync` news. */
  'sync.now': command<z.infer<z.ZodObject>, SyncView>(nothing),
  /** Stops what runs and starts nothing by itself until `sync.resume`; survives a restart. */
  'sync.pause': command<z.infer<z.ZodObject>, SyncView>(nothing),
  'sync.resume': command<z.infer<z.ZodObject>, SyncView>(nothing),
  /**
   * Puts the verified line back onto a rewritten remote, or one whose line was edited: see `SyncView.rewrite`. `theirs`
   * is the head that its reader was shown: refused with `remote-moved` when the remote stands elsewhere by now.
   */
  'sync.restoreLine': command<{ theirs: string }, SyncView>(input(z.strictObject({ theirs: commitId }))),
  /** Puts the notice of a remote that went back away; it has been read. */
  'sync.dismissWentBack': command<z.infer<z.ZodObject>, SyncView>(nothing),
};
