import type { ChangeFile } from '../../shared/change/changeFile.ts';
import type { ChangeId, CommitId, Fingerprint } from '../../shared/ids.ts';
import { TidegateError } from '../../shared/errors.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { isVoid, traceOf } from '../../shared/ledger/isVoid.ts';
import type { LineCommit, Replay, VerifySignature } from '../../shared/ledger/line.ts';
import { createReplay, replayFrom } from '../../shared/ledger/replay.ts';
import { seedState } from '../../shared/ledger/seedState.ts';
import type { Halt, Problem } from '../../shared/ledger/standing.ts';
import { isOfKind } from '../../shared/ledger/state.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { changeFolder, roots } from '../../shared/record/layout.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { checkpointsAt } from './checkpointsAt.ts';
import { isShallow, readTrail } from './checkpointTrail.ts';
import { readLine } from './readLine.ts';
import { readTree } from './readTree.ts';

export interface CheckOptions {
  readonly root?: Fingerprint | undefined;
  /** Whose records are read besides the board's own; `none` for questions about the calendar alone. */
  readonly change: ChangeId | 'every' | 'none';
  readonly verify: VerifySignature;
  /** The judging clock: later records do not count yet. */
  readonly at?: Ms | undefined;
}

/** What a gate judges by. */
export interface CheckReading {
  /** Null when nothing at all could be verified; `halt` says why. */
  readonly board: Board | null;
  readonly file: ChangeFile | null;
  /** Every counted record that was read, any order; what was voided later is among them. */
  readonly filed: readonly Filed[];
  /** The checkpoint that the reading started from; null when there is none to rely on. */
  readonly checkpoint: Filed<'checkpoint'> | null;
  readonly problems: readonly Problem[];
  readonly halt: Halt | null;
}

/** What every question reads, whatever change it is about. */
const common = roots.filter((root) => root !== 'changes' && root !== 'schemas');
/** A forged checkpoint costs one attempt; an honest one is near the front. */
const MAX_ATTEMPTS = 20;

/**
 * Reads a ledger at a commit for one question: the chains whole, the rest from the newest checkpoint that stands.
 *
 * Works on Git objects alone, so a bare, partial or shallow clone will do as long as it holds the checkpoint's
 * commit. Without a checkpoint the whole line is read, and `checkpoint` is null.
 */
export async function openForCheck(folder: string, commit: CommitId, options: CheckOptions): Promise<CheckReading> {
  const ours = folderOf(options.change);
  const only = (path: string) => path.startsWith(ours) || common.some((root) => path.startsWith(`${root}/`));
  const candidates = await checkpointsAt(folder, commit);
  for (const candidate of candidates.slice(0, MAX_ATTEMPTS)) {
    const reading = await readFromCheckpoint(folder, { commit, candidate, only, ours }, options);
    if (reading) return reading;
  }
  // A line that is cut off has no first commit to begin with: its oldest one would pass every old file off as new.
  if (await isShallow(folder)) return cutOff(commit);
  const replay = createReplay({
    verify: options.verify,
    ...(options.root === undefined ? {} : { root: options.root }),
  });
  const filed: Filed[] = [];
  for await (const walked of readLine(folder, { to: commit, only })) applyTo(replay, walked, filed);
  return readingOf(replay, { filed, checkpoint: null }, options);
}

/** The folder whose records are read; of a question about no change one that holds none. */
function folderOf(change: CheckOptions['change']): string {
  if (change === 'every') return 'changes/';
  return change === 'none' ? 'schemas/none/' : `${changeFolder(change)}/`;
}

function cutOff(commit: CommitId): CheckReading {
  const halt: Halt = { commit, why: 'first-commit', paths: [] };
  return { board: null, file: null, filed: [], checkpoint: null, problems: [], halt };
}

interface Attempt {
  readonly commit: CommitId;
  readonly candidate: Filed<'checkpoint'>;
  readonly only: (path: string) => boolean;
  readonly ours: string;
}

/** Null when this checkpoint cannot be used: not here, not on the line, not entitled, or the state is another. */
async function readFromCheckpoint(
  folder: string,
  { commit, candidate, only, ours }: Attempt,
  options: CheckOptions,
): Promise<CheckReading | null> {
  const { body } = candidate.record;
  try {
    const after: LineCommit[] = [];
    for await (const walked of readLine(folder, { from: body.commit, to: commit, only })) after.push(walked);
    if (after[0]?.parents[0] !== body.commit) return null;
    const files = await readTree(folder, body.commit, [...common, ours]);
    const trail = await readTrail(folder, { commit: body.commit, position: body.position - 1 }, after, only);
    const seeded = seedState({ checkpoint: body, files, ...trail, verify: options.verify, root: options.root });
    if (!seeded) return null;
    const replay = replayFrom(seeded.state, { verify: options.verify });
    const filed = [...seeded.filed];
    for (const walked of after) applyTo(replay, walked, filed);
    const checkpoint = filed.find(({ digest }) => digest === candidate.digest);
    if (!checkpoint || !isOfKind(checkpoint, 'checkpoint')) return null;
    if (isVoid(traceOf(checkpoint), replay.board().voids)) return null;
    return readingOf(replay, { filed, checkpoint }, options);
  } catch (error) {
    // A commit that is not in this clone, or a checkpoint that claims one off the line.
    if (error instanceof TidegateError && (error.code === 'git-failed' || error.code === 'unexpected')) return null;
    throw error;
  }
}

function applyTo(replay: Replay, walked: LineCommit, filed: Filed[]): void {
  for (const standing of replay.apply(walked))
    if ('filed' in standing && standing.standing === 'counted') filed.push(standing.filed);
}

function readingOf(
  replay: Replay,
  { filed, checkpoint }: { readonly filed: readonly Filed[]; readonly checkpoint: Filed<'checkpoint'> | null },
  { change, at }: CheckOptions,
): CheckReading {
  const halt = replay.halt();
  const isFounded = halt?.why !== 'first-commit' && halt?.why !== 'root-mismatch';
  const board = isFounded ? replay.board(at) : null;
  const isOne = change !== 'every' && change !== 'none';
  const file = board && isOne ? assembleChange(change, filed, board, at) : null;
  return { board, file, filed, checkpoint, problems: replay.problems(), halt };
}
