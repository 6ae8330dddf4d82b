import { TidegateError } from '../../shared/errors.ts';
import type { CommitId, Digest } from '../../shared/ids.ts';
import type { LineCommit, Replay, Standing } from '../../shared/ledger/line.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import { isOfKind } from '../../shared/ledger/state.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { isShallow } from '../git/cloneFacts.ts';
import { readLine } from '../git/readLine.ts';
import { verifySshsig } from '../seal/sshsig.ts';

/** A line that merges have broken, as its readers hold it and as it would read if they were healed. */
export interface BrokenLine {
  readonly head: CommitId;
  /** Halted: up to the commit before the first merge. */
  readonly replay: Replay;
  /** Past the merges, each taken for a commit with one parent. */
  readonly supposed: Replay;
  /** From the first merge to the end, oldest first; a merge with the files that its first parent lacks. */
  readonly commits: readonly LineCommit[];
  /** Those of them that have two parents. */
  readonly merges: readonly LineCommit[];
  /** What became of each file that was added since the break, if it were healed; by path. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** The ledger revision that the next one must follow. */
  readonly follows: Digest;
  /** Did this commit of the line stand on it before the break? */
  readonly isBefore: (commit: CommitId) => boolean;
}

/** A reader's place before the break, from which it reads on. */
export interface KnownLine {
  /** Not halted; read on with, so that nobody else may hold it. */
  readonly replay: Replay;
  /** The ledger revision in force there. */
  readonly follows: Digest;
}

/** What is read past the break, under the supposition that it is healed. */
interface Behind {
  readonly supposed: Replay;
  readonly commits: LineCommit[];
  readonly standings: Map<string, Standing>;
}

/**
 * Reads the line up to `to`, every signature checked: the whole of it, or on from what a desk has verified.
 *
 * @returns null when nothing breaks it
 * @throws TidegateError `ledger-halted` when something else than a merge breaks it, which nothing heals;
 *   `board-unreadable` for a clone that is cut off; `remote-rewritten` when `to` does not go on from `known`
 */
export async function readBrokenLine(folder: string, to: CommitId, known?: KnownLine): Promise<BrokenLine | null> {
  if (await isShallow(folder)) throw new TidegateError('board-unreadable', { folder, why: 'the clone is shallow' });
  const replay = known?.replay ?? createReplay({ verify: verifySshsig });
  const from = known ? replay.board().head : null;
  let behind: Behind | null = null;
  let follows: Digest = known?.follows ?? '';
  let last = from;
  for await (const commit of readLine(folder, { from, to })) {
    if (last !== null && commit.parents[0] !== last)
      throw new TidegateError('remote-rewritten', { here: last, there: to });
    last = commit.commit;
    if (commit.parents.length > 1) behind ??= { supposed: replay.fork(), commits: [], standings: new Map() };
    const standings = replay.apply(commit);
    const halt = replay.halt();
    if (halt && halt.why !== 'merge') throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
    if (!halt) behind = null;
    follows = newestLedger(behind ? applyBehind(behind, commit) : standings) ?? follows;
  }
  if (!behind) return null;
  const { commits } = behind;
  const after = new Set(commits.map(({ commit }) => commit));
  const merges = commits.filter(({ parents }) => parents.length > 1);
  return { head: to, replay, follows, merges, isBefore: (commit) => !after.has(commit), ...behind };
}

function applyBehind({ supposed, commits, standings }: Behind, commit: LineCommit): readonly Standing[] {
  const [disturbed] = commit.disturbed;
  if (disturbed) throw new TidegateError('ledger-halted', { commit: commit.commit, why: disturbed.how });
  commits.push(commit);
  const all = supposed.apply({ ...commit, parents: commit.parents.slice(0, 1) });
  for (const standing of all)
    standings.set('filed' in standing ? standing.filed.path : standing.problem.path, standing);
  return all;
}

/** The last that counted is the one in force. */
function newestLedger(standings: readonly Standing[]): Digest | undefined {
  const counted = standings.flatMap((each) => (each.standing === 'counted' ? [each.filed] : []));
  return counted.findLast((filed) => isOfKind(filed, 'ledger'))?.digest;
}

/** Ledger revisions that would heal all of it once another admin has signed them; the newest first. */
export function waitingCures({ supposed, merges, standings, isBefore }: BrokenLine): readonly Filed<'ledger'>[] {
  const { name, sample, root } = supposed.board().identity;
  const waiting = [...standings.values()].flatMap((each) => (each.standing === 'pending' ? [each.filed] : []));
  return waiting
    .filter((filed) => isOfKind(filed, 'ledger'))
    .filter(({ record: { body, signed } }) => {
      // Whoever signs as well signs the healing alone, and nothing that was slipped in beside it.
      const isTheSame = body.name === name && body.sample === sample && body.root.fingerprint === root.fingerprint;
      return (
        isTheSame &&
        signed.seen !== undefined &&
        isBefore(signed.seen) &&
        merges.every(({ commit }) => body.heals?.includes(commit))
      );
    })
    .toReversed();
}
