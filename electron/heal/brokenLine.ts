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
  /** The merges, oldest first; their files as the first parent lacks them. */
  readonly merges: readonly LineCommit[];
  /** What became of each file that was added since the break, if it were healed; by path. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** The ledger revision that the next one must follow. */
  readonly follows: Digest;
  /** Did this commit stand on the line before the break? */
  readonly isBefore: (commit: CommitId) => boolean;
}

/** What is read past the break, under the supposition that it is healed. */
interface Behind {
  readonly supposed: Replay;
  readonly merges: LineCommit[];
  readonly standings: Map<string, Standing>;
}

/**
 * Reads the whole line up to `to`, every signature checked.
 *
 * @returns null when nothing breaks it
 * @throws TidegateError `ledger-halted` when something else than a merge breaks it, which nothing heals;
 *   `board-unreadable` for a clone that is cut off
 */
export async function readBrokenLine(folder: string, to: CommitId): Promise<BrokenLine | null> {
  if (await isShallow(folder)) throw new TidegateError('board-unreadable', { folder, why: 'the clone is shallow' });
  const replay = createReplay({ verify: verifySshsig });
  const positions = new Map<CommitId, number>();
  let behind: Behind | null = null;
  let follows: Digest = '';
  for await (const commit of readLine(folder, { to })) {
    positions.set(commit.commit, positions.size);
    if (commit.parents.length > 1) behind ??= { supposed: replay.fork(), merges: [], standings: new Map() };
    const standings = replay.apply(commit);
    const halt = replay.halt();
    if (halt && halt.why !== 'merge') throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
    if (!halt) behind = null;
    follows = newestLedger(behind ? applyBehind(behind, commit) : standings) ?? follows;
  }
  if (!behind) return null;
  const before = replay.board().length;
  const isBefore = (commit: CommitId): boolean => (positions.get(commit) ?? before) < before;
  return { head: to, replay, follows, isBefore, ...behind };
}

function applyBehind({ supposed, merges, standings }: Behind, commit: LineCommit): readonly Standing[] {
  const [disturbed] = commit.disturbed;
  if (disturbed) throw new TidegateError('ledger-halted', { commit: commit.commit, why: disturbed.how });
  if (commit.parents.length > 1) merges.push(commit);
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
      return isTheSame && isBefore(signed.seen ?? '') && merges.every(({ commit }) => body.heals?.includes(commit));
    })
    .toReversed();
}
