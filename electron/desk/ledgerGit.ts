import type { CommitId } from '../../shared/ids.ts';
import type { LineCommit } from '../../shared/ledger/line.ts';
import type { Ms } from '../../shared/time/instant.ts';

export interface NewCommit {
  readonly parent: CommitId | null;
  readonly files: Iterable<{ readonly path: string; readonly text: string }>;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly at: Ms;
}

/** The board's bare clone, as the desk uses it. */
export interface LedgerGit {
  readonly head: () => Promise<CommitId | null>;
  /** The commits after `from` up to `to`, oldest first. */
  readonly read: (range: { readonly from: CommitId | null; readonly to: CommitId }) => AsyncIterable<LineCommit>;
  /** One commit on `main`, however many files. @throws TidegateError `git-failed` when the branch has moved */
  readonly write: (commit: NewCommit) => Promise<CommitId>;
  /** Points `main` at this commit again when it is lost; null when the commit is not there either. */
  readonly putBack: (commit: CommitId) => Promise<CommitId | null>;
  readonly remote: () => Promise<string | null>;
}
