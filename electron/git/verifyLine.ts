import type { CommitId, Fingerprint } from '../../shared/ids.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { createCensus } from '../../shared/ledger/census.ts';
import type { VerifySignature } from '../../shared/ledger/line.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import type { Halt, Problem } from '../../shared/ledger/standing.ts';
import type { CheckpointBody } from '../../shared/record/body/ledgerBody.ts';
import { canonical } from '../../shared/record/canonical.ts';
import type { Kind } from '../../shared/record/kinds.ts';
import { isShallow } from './cloneFacts.ts';
import { checkpointsAt } from './checkpointsAt.ts';
import { readLine } from './readLine.ts';
import { runGit } from './runGit.ts';

export interface VerifyProgress {
  readonly commits: number;
  readonly total: number;
  readonly files: number;
}

/** What reading the whole line, trusting nothing, came to. */
export interface Verification {
  readonly head: CommitId;
  /** Null when the first commit is no ledger or has another root; `halt` says which. */
  readonly board: Board | null;
  readonly commits: number;
  /** Files under the roots that are records or claim to be. */
  readonly files: number;
  readonly counts: Readonly<Partial<Record<Kind, number>>>;
  readonly problems: readonly Problem[];
  readonly halt: Halt | null;
  /** Paths of counted checkpoints that vouch for something else than what is there. */
  readonly falseCheckpoints: readonly string[];
  /** The body of a checkpoint that vouches for this; null unless the whole line was taken in. */
  readonly checkpoint: CheckpointBody | null;
}

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const COMMITS_PER_STEP = 100;
/** An import is one commit of many thousand files. */
const FILES_PER_STEP = 250;

/**
 * Verifies every file and signature of the line from its first commit to `to`, trusting no checkpoint.
 *
 * Yields how far it is and returns the result; stop by leaving the loop, or by `signal`, which makes it throw.
 *
 * @param root the pinned root key; without it the ledger's own claim is taken
 */
export async function* verifyLine(
  folder: string,
  given: {
    readonly to: CommitId;
    readonly root?: Fingerprint;
    readonly verify: VerifySignature;
    readonly signal?: AbortSignal;
  },
): AsyncGenerator<VerifyProgress, Verification> {
  const { to, root, verify, signal } = given;
  const { stdout } = await runGit(folder, ['rev-list', '--first-parent', '--count', to, '--']);
  const total = Number(stdout.toString().trim());
  const replay = createReplay(root === undefined ? { verify } : { verify, root });
  const census = createCensus();
  if (await isShallow(folder)) return cutOff(to);
  const vouched = await checkpointsAt(folder, to);
  const falseCheckpoints: string[] = [];
  let commits = 0;
  yield { commits, total, files: 0 };
  for await (const commit of readLine(folder, { to })) {
    for (const standings of replay.applyInParts(commit, FILES_PER_STEP)) {
      signal?.throwIfAborted();
      census.note(standings);
      if (commit.added.length > FILES_PER_STEP) yield { commits, total, files: census.size() };
    }
    const here = replay.halt() ? [] : vouched.filter(({ record }) => record.body.commit === commit.commit);
    for (const { path, record } of here)
      if (!saysTheSame(record.body, census.checkpointBody(replay))) falseCheckpoints.push(path);
    commits += 1;
    if (commits % COMMITS_PER_STEP === 0 || commits === total) yield { commits, total, files: census.size() };
  }
  const halt = replay.halt();
  const problems = replay.problems();
  const isFounded = halt?.why !== 'first-commit' && halt?.why !== 'root-mismatch';
  return {
    head: to,
    board: isFounded ? replay.board() : null,
    commits,
    files: census.size(),
    counts: isFounded ? census.counts(replay) : {},
    problems,
    halt,
    falseCheckpoints: falseCheckpoints.filter((path) => !problems.some((problem) => problem.path === path)),
    checkpoint: halt === null ? census.checkpointBody(replay) : null,
  };
}

/** A clone that is cut off cannot be verified: its oldest commit would pass every old file off as new. */
function cutOff(head: CommitId): Verification {
  const halt: Halt = { commit: head, why: 'first-commit', paths: [] };
  const nothing = { commits: 0, files: 0, counts: {}, problems: [], falseCheckpoints: [], checkpoint: null };
  return { head, board: null, halt, ...nothing };
}

function saysTheSame(claimed: CheckpointBody, found: CheckpointBody): boolean {
  return factsOf(claimed) === factsOf(found);
}

function factsOf({
  position,
  state,
  setAside,
  voided = [],
  pending = [],
  clock = [],
  shown = [],
  order = [],
  late = [],
}: CheckpointBody): string {
  return canonical({ position, state, setAside, voided, pending, clock, shown, order, late });
}
