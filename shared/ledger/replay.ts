import { TidegateError } from '../errors.ts';
import type { Digest, Fingerprint } from '../ids.ts';
import { applyCommit, applyCommitInParts, applyFiles } from './applyCommit.ts';
import { boardOf } from './boardOf.ts';
import { applyFirst, isFounding } from './firstCommit.ts';
import { healed } from './heal.ts';
import type { JudgeDeps } from './judgeFile.ts';
import type { LineCommit, Replay, Standing, VerifySignature } from './line.ts';
import { problemsOf } from './setAside.ts';
import { readState, writeState } from './savedState.ts';
import { vouchFor } from './checkpointState.ts';
import type { Halt } from './standing.ts';
import { copyState, emptyState, type LedgerState } from './state.ts';
import { isRevoked } from './voidance.ts';

export interface ReplayDeps {
  readonly verify: VerifySignature;
  /** The pinned root; another one halts the reading at the first commit. */
  readonly root?: Fingerprint;
  /** Files whose signature was found good before: only the signature's arithmetic is skipped. */
  readonly trusted?: (digest: Digest) => boolean;
}

/** All files of a commit at once. */
const WHOLE = Number.MAX_SAFE_INTEGER;

/** Everything a replay holds beside the state: why it stopped, and what came after. */
interface Course {
  state: LedgerState;
  /** The state without unsent records; null while there are none. */
  sent: LedgerState | null;
  unsent: number;
  halt: Halt | null;
  /** From the commit that broke the line on: read again when the admins heal it. */
  waiting: readonly LineCommit[];
}

/** Starts reading a line at its first commit. */
export function createReplay(deps: ReplayDeps): Replay {
  return replayOf(newCourse(emptyState()), deps);
}

/**
 * Continues where `save` left off.
 *
 * @throws TidegateError `board-unreadable` for anything else; `root-mismatch` when another root is pinned
 */
export function restoreReplay(saved: unknown, deps: ReplayDeps): Replay {
  const state = readState(saved);
  const found = state.root.fingerprint;
  if (deps.root !== undefined && state.length > 0 && found !== deps.root)
    throw new TidegateError('root-mismatch', { found, pinned: deps.root });
  return replayFrom(state, deps);
}

/** Continues from a state that was put together elsewhere. */
export function replayFrom(state: LedgerState, deps: ReplayDeps): Replay {
  return replayOf(newCourse(state), deps);
}

function newCourse(state: LedgerState): Course {
  return { state, sent: null, unsent: 0, halt: null, waiting: [] };
}

function replayOf(course: Course, deps: ReplayDeps): Replay {
  const judging: JudgeDeps & { readonly root?: Fingerprint | undefined } = {
    verify: deps.verify,
    trusted: deps.trusted ?? (() => false),
    root: deps.root,
  };
  return {
    apply: (commit) => [...applyNext(course, commit, judging, WHOLE)].flat(),
    applyInParts: (commit, size) => applyNext(course, commit, judging, size),
    applyUnsent: (files) => {
      course.sent ??= copyState(course.state);
      course.unsent += 1;
      return applyFiles(course.state, files, course.state.length + course.unsent - 1, judging);
    },
    board: (judgedAt) => boardOf(course.state, judgedAt),
    halt: () => course.halt,
    positionOf: (commit) => course.state.positions.get(commit) ?? null,
    problems: () => problemsOf(course.state),
    checkpoint: () => newestCheckpoint(course.state),
    vouch: () => vouchFor(course.sent ?? course.state),
    fork: () =>
      replayOf({ ...course, state: copyState(course.state), sent: course.sent && copyState(course.sent) }, deps),
    save: () => writeState(course.sent ?? course.state),
  };
}

function* applyNext(
  course: Course,
  commit: LineCommit,
  deps: JudgeDeps & { readonly root?: Fingerprint | undefined },
  size: number,
): Generator<readonly Standing[], void> {
  course.state = course.sent ?? course.state;
  course.sent = null;
  course.unsent = 0;
  if (course.halt) return yield wait(course, commit, deps);
  if (course.state.length === 0) return yield foundLine(course, commit, deps);
  const why = breakOf(commit);
  if (why) {
    course.halt = { commit: commit.commit, why, paths: commit.disturbed.map(({ path }) => path) };
    course.waiting = [commit];
    return;
  }
  if (commit.parents[0] !== course.state.head)
    throw new TidegateError('unexpected', { commit: commit.commit, parent: commit.parents[0] ?? '' });
  yield* applyCommitInParts(course.state, commit, deps, size);
}

function foundLine(
  course: Course,
  commit: LineCommit,
  deps: JudgeDeps & { readonly root?: Fingerprint | undefined },
): readonly Standing[] {
  const state = copyState(course.state);
  const rest = { ...commit, added: commit.added.filter((file) => !isFounding(file)) };
  state.head = commit.commit;
  const founded = applyFirst(state, commit, deps);
  if (typeof founded === 'string') {
    course.halt = { commit: commit.commit, why: founded, paths: [] };
    return [];
  }
  course.state = state;
  return [...founded, ...applyCommit(state, rest, deps)];
}

/** Why the line cannot be read past this commit; null when it only adds. */
function breakOf({ parents, disturbed }: LineCommit): 'merge' | 'edited' | 'removed' | null {
  if (parents.length > 1) return 'merge';
  const [first] = disturbed;
  return first?.how ?? null;
}

/** Nothing is taken in after a break, until the admins accept it. */
function wait(course: Course, commit: LineCommit, deps: JudgeDeps): readonly Standing[] {
  if (course.state.length === 0 || course.waiting.some((given) => given.commit === commit.commit)) return [];
  course.waiting = [...course.waiting, commit];
  const cure = healed(course.state, course.waiting, deps);
  if (!cure) return [];
  course.state = cure.state;
  course.halt = null;
  course.waiting = [];
  return cure.standings;
}

function newestCheckpoint(state: LedgerState) {
  const standing = state.checkpoints.filter(
    ({ filed }) => !isRevoked(state, { key: filed.record.signed.key, position: filed.position }),
  );
  return standing.at(-1)?.filed ?? null;
}
