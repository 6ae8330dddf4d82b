import type { CommitId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { NewCommit } from '../../git/commitStream.ts';
import type { RemoteOptions } from '../../git/runRemoteGit.ts';
import type { Rewrite } from '../../../shared/api/syncCalls.ts';
import type { LineStand } from './lineStand.ts';

/** A chain of commits that no branch holds yet. */
export interface Chain {
  /** The last of them; what it stands on when there is none. */
  readonly tip: CommitId;
  readonly landings: readonly string[];
}

/** Both ends of a board's line: the verified one here, and the one at the remote. */
export interface RemoteLine {
  /** Head of the verified line, as it stood at the last fetch and has been moved since. */
  readonly main: () => Promise<CommitId>;
  /**
   * The newest commit of it that the remote is known to have held; null before the first contact. Asked before each
   * fetch: what a clone or a publication fetched counts, what is fetched next has to be held against it.
   */
  readonly held: () => Promise<CommitId | null>;
  readonly fetch: (options: RemoteOptions) => Promise<{ readonly head: CommitId | null; readonly clock: Ms | null }>;
  readonly stand: (ends: {
    readonly main: CommitId;
    readonly theirs: CommitId | null;
    readonly held: CommitId | null;
  }) => Promise<LineStand>;
  /** The remote is ahead, or holds all of ours: takes its line as far as it goes. Nothing is verified by it. */
  readonly follow: (from: CommitId, to: CommitId) => Promise<void>;
  /** The remote holds this commit of our line. */
  readonly noteHeld: (commit: CommitId) => Promise<void>;
  /** Our line split off by commits the remote never had: keeps those aside, to be made again, and takes theirs. */
  readonly setAside: (ours: CommitId, theirs: CommitId) => Promise<void>;
  /** Own commits that were kept aside, oldest first, less the files that `on` holds already. */
  readonly ownCommits: (on: CommitId) => Promise<readonly NewCommit[]>;
  readonly land: (drafts: readonly NewCommit[], on: CommitId) => Promise<Chain>;
  readonly push: (commit: CommitId, options: RemoteOptions & { readonly expected?: CommitId }) => Promise<void>;
  /** The remote holds it: moves the verified line onto it and forgets what was kept aside. */
  readonly advance: (from: CommitId, chain: Chain) => Promise<void>;
  /** Brings the branch of attachments level, where there is one; see `levelAttachments`. */
  readonly attach: (options: RemoteOptions) => Promise<void>;
  /** Drops what landed and was never taken, of processes that have ended too. */
  readonly tidy: () => Promise<void>;
  readonly describe: (ends: {
    readonly base: CommitId | null;
    readonly ours: CommitId;
    readonly theirs: CommitId;
  }) => Promise<Omit<Rewrite, 'noticedAt'>>;
  /** The commit of the verified line that added this file; null when it holds none. */
  readonly addedBy: (path: string) => Promise<CommitId | null>;
}
