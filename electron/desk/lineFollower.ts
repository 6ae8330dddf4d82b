import { TidegateError } from '../../shared/errors.ts';
import type { ChangeId, CommitId, Fingerprint } from '../../shared/ids.ts';
import type { LineCommit, Replay } from '../../shared/ledger/line.ts';
import type { Halt } from '../../shared/ledger/standing.ts';
import type { Catalog } from '../catalog/openCatalog.ts';
import type { LedgerGit } from './ledgerGit.ts';
import { rowsOf, type Rows, type Touched } from './lineRows.ts';

/** Continues a replay from what it saved, or starts one at the first commit. */
export interface ReplayMaker {
  readonly create: (root?: Fingerprint) => Replay;
  readonly restore: (saved: unknown) => Replay;
}

/** The head of the line where the caller knows it. */
export interface KnownHead {
  readonly head: CommitId;
  /** Ends when the branch holds it; nothing is stored before, and it is read meanwhile. */
  readonly moved: Promise<void>;
  /** Told now and then how many commits have been read. */
  readonly told?: ((commits: number) => void) | undefined;
  /** Once it is aborted, what is left is read the next time; a line that is read from its start is read to its end. */
  readonly signal?: AbortSignal | undefined;
}

/** Keeps the replay and the stored records level with the line. */
export interface LineFollower {
  readonly replay: () => Replay;
  /**
   * Reads what is new since the last time; the first call takes up the catalogue's saved state when it fits.
   * `onCommits` hears how many have been read; of a large one several times that it is not read yet.
   */
  readonly catchUp: (onCommits?: (read: number) => void, known?: KnownHead) => Promise<Touched>;
  /** Keeps the replay with the catalogue, for the next start to go on from, unless that has been done. */
  readonly save: () => void;
  /** Throws away all that follows from the line; the next `catchUp` reads it from its first commit. */
  readonly forget: () => void;
  /** Has this file come in with a commit, whatever became of it? */
  readonly isOnLine: (path: string) => boolean;
}

/** An import is one commit of many thousand files: between so many of them the desk answers. */
const PART = 200;
const COMMITS_PER_BREATH = 100;
/** The replay of a large board is a megabyte to write: sooner read so many commits again than write it at each round. */
const COMMITS_UNSAVED = 500;

export function createLineFollower(given: {
  readonly git: LedgerGit;
  readonly catalog: Catalog;
  readonly maker: ReplayMaker;
  readonly root?: Fingerprint;
  /** False when nobody will judge what was touched: `Touched.fresh` stays empty. */
  readonly keepFresh?: boolean;
}): LineFollower {
  const { git, catalog, maker, root, keepFresh = true } = given;
  let replay: Replay | null = null;
  /** What is answered with while the line is read anew. */
  let shown: Replay | null = null;
  let at: CommitId | null = null;
  /** The stored records go as far as this; the saved replay may stand before it. */
  let stored: CommitId | null = null;
  let unsaved = 0;

  const takeUp = (): void => {
    const saved = catalog.note('replay');
    at = catalog.note('head');
    stored = catalog.note('stored');
    unsaved = 0;
    try {
      if (saved !== null && at !== null) replay = maker.restore(JSON.parse(saved));
    } catch {
      // Written by another build or damaged: the line itself is still there to be read.
      replay = null;
    }
    if (!replay) startOver();
  };
  const startOver = (): void => {
    // Until the new reading has come to its end the old one speaks: nobody may sign on half a line.
    shown ??= at === null ? null : replay;
    catalog.clear();
    replay = root === undefined ? maker.create() : maker.create(root);
    at = null;
    stored = null;
    unsaved = 0;
  };
  const save = (): void => {
    if (unsaved === 0 || at === null) return;
    const head = at;
    catalog.atomically(() => {
      catalog.setNote('replay', JSON.stringify(replay?.save()));
      catalog.setNote('head', head);
    });
    unsaved = 0;
  };
  const noteStored = (commit: CommitId): void => {
    catalog.setNote('stored', commit);
    stored = commit;
  };
  const takeIn = async (commit: LineCommit, rows: Rows, onPart: () => void): Promise<void> => {
    const texts = new Map(commit.added.map(({ path, text }) => [path, text]));
    const isLarge = commit.added.length > PART;
    // Nobody may see half a commit, so a large one is taken in by a copy.
    const next = isLarge ? replay?.fork() : replay;
    for (const standings of next?.applyInParts(commit, PART) ?? []) {
      rows.add(standings, texts);
      if (!isLarge) continue;
      await rows.breathe();
      onPart();
    }
    replay = next ?? null;
  };

  const read = async (
    { head: to, moved, told, signal }: KnownHead,
    rebuilt: boolean,
    onCommits: (read: number) => void = () => undefined,
  ): Promise<Touched | null> => {
    const touched: Touched = { ...nothing(), rebuilt };
    const rows = rowsOf(catalog, touched, keepFresh);
    let commits = 0;
    let isPastStored = stored === at;
    let last: CommitId = to;
    for await (const commit of git.read({ from: at, to })) {
      // The line was rewritten under us: what we hold does not lead to its head.
      if (commits === 0 && at !== null && commit.parents[0] !== at) return null;
      if (commits === 0) await moved;
      isPastStored ||= commit.commit === stored;
      if (isPastStored && stored !== to) noteStored(to);
      await takeIn(commit, rows, () => onCommits(commits));
      last = commit.commit;
      commits += 1;
      onCommits(commits);
      if (rows.waiting() < PART && commits % COMMITS_PER_BREATH > 0) continue;
      await rows.breathe();
      told?.(commits);
      // Half a line that was begun anew is nothing that anybody may sign on.
      if (signal?.aborted && !rebuilt && isPastStored) break;
    }
    rows.write();
    // What an earlier run had stored is not on this line: its records would stay.
    if (commits === 0 || !isPastStored) return null;
    requireFounded(replay?.halt() ?? null);
    shown = null;
    // After a halt the replay stands before the break, and so do we: what follows is read again until it is healed.
    const halted = replay?.halt() ? replay.board().head : null;
    const reached = halted ?? last;
    at = reached;
    unsaved += commits;
    catalog.atomically(() => {
      noteStored(reached);
      if (rebuilt || halted !== null || unsaved >= COMMITS_UNSAVED) save();
      // Until their rows are written anew: a kill in between must not leave them wrong.
      markUnjudged(catalog, [...unjudged(catalog), ...touched.changes]);
    });
    return { ...touched, commits };
  };

  return {
    replay: () => {
      if (shown) return shown;
      if (!replay) throw new TidegateError('board-unreadable');
      return replay;
    },
    forget: startOver,
    save,
    catchUp: async (onCommits, known) => {
      const first = replay === null;
      if (first) takeUp();
      // A reading from the first commit that came to nothing is begun again, not gone on with.
      if (!first && at === null) startOver();
      // What was verified last stands in the catalogue: a torn branch is no reason to read nothing.
      const head = known?.head ?? (await git.head()) ?? (at === null ? null : await git.putBack(at));
      if (head === null) throw new TidegateError('board-unreadable');
      const moved = known?.moved ?? Promise.resolve();
      const broken = replay?.halt() ?? null;
      // What follows a break is read again each time: it may have been healed, or the line put back before it.
      if (broken && at !== null) takeUp();
      const startedOver = at === null;
      if (head === at && at === stored) {
        await moved;
        return broken ? { ...nothing(), commits: 1 } : nothing();
      }
      const touched = await read({ ...known, head, moved }, startedOver, onCommits).catch(async (error: unknown) => {
        await moved;
        // The commit we stand on may be gone; a line that cannot be read from its start cannot be read at all.
        if (at === null) throw error;
        return null;
      });
      if (touched) return touched;
      startOver();
      return (await read({ ...known, head, moved }, true, onCommits)) ?? { ...nothing(), rebuilt: true };
    },
    isOnLine: (path) =>
      catalog.records.text(path) !== null || (replay?.problems().some((problem) => problem.path === path) ?? false),
  };
}

/** What does not begin as a ledger does, or not from the trusted key, is no board at all. */
function requireFounded(halt: Halt | null): void {
  if (halt?.why === 'root-mismatch') throw new TidegateError('root-mismatch', { commit: halt.commit });
  if (halt?.why === 'first-commit') throw new TidegateError('board-unreadable', { why: halt.why, commit: halt.commit });
}

/** Changes whose row does not follow from the line alone, or not yet. */
export function unjudged(catalog: Catalog): readonly ChangeId[] {
  return JSON.parse(catalog.note('unjudged') ?? '[]') as ChangeId[];
}

export function markUnjudged(catalog: Catalog, changes: Iterable<ChangeId>): void {
  catalog.setNote('unjudged', JSON.stringify([...new Set(changes)]));
}

function nothing(): Touched {
  return { changes: new Set(), kinds: new Set(), fresh: new Map(), commits: 0, rebuilt: false };
}
