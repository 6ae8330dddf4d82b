import type { ChangeFile } from '../../shared/change/changeFile.ts';
import type { ChangeId, CommitId, Fingerprint } from '../../shared/ids.ts';
import { TidegateError } from '../../shared/errors.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { isVoid, traceOf } from '../../shared/ledger/isVoid.ts';
import type { AddedFile, LineCommit, Replay, VerifySignature } from '../../shared/ledger/line.ts';
import { createReplay, replayFrom } from '../../shared/ledger/replay.ts';
import { signedByVouchers } from '../../shared/ledger/vouchers.ts';
import { seedState } from '../../shared/ledger/seedState.ts';
import type { Halt, Problem } from '../../shared/ledger/standing.ts';
import { isOfKind } from '../../shared/ledger/state.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { isUnderRoot } from '../../shared/record/layout.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { common, folderOf, foldersOf } from './checkFolders.ts';
import { checkpointsAmong } from './checkpointsAt.ts';
import { readTrail } from './checkpointTrail.ts';
import { cloneFacts, type CloneFacts } from './cloneFacts.ts';
import { createFiller, fillFolders } from './fetchMissing.ts';
import { openTexts, type Texts } from './openTexts.ts';
import { laterThan, namesAfter, namesSinceCheckpoint } from './laterNames.ts';
import { isRecordFile, readLine } from './readLine.ts';
import { listTree, type ListedFile } from './readTree.ts';
import { foldersSpokenOf, holding, isTimed, listFolders } from './spokenOf.ts';

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
  /** What kind of copy was read. */
  readonly clone: CloneFacts;
}
type Reading = Omit<CheckReading, 'clone'>;

/** An honest checkpoint is nearly always the first; whether these few are one is found out by trying. */
const UNASKED_ATTEMPTS = 3;
/** A checkpoint that lies costs one attempt. */
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
  const texts = openTexts(folder);
  try {
    const [listed, clone] = await Promise.all([listTree(folder, commit, [...common, ours]), cloneFacts(folder)]);
    const { shallow, promisor } = clone;
    // The line only grows: what it holds at its end is all that any of its commits can have brought.
    const walked = promisor === null ? [] : await namesSinceCheckpoint(folder, commit, listed);
    const spoken = walked.some(isTimed) ? foldersSpokenOf(walked) : [];
    const fill = (folders: readonly string[]) =>
      promisor === null ? Promise.resolve() : fillFolders(folder, promisor, { commit, folders });
    await fill([...foldersOf(listed, ours), ...spoken]);
    const candidates = checkpointsAmong(await texts.of(listed.filter(({ path }) => path.startsWith('checkpoints/'))));
    const twice = listed.find(({ path }, n) => path === listed[n - 1]?.path);
    // Only a tree made by hand holds one name twice: Git shows as an addition what is an edit.
    if (twice) return { ...brokenOff({ commit, why: 'edited', paths: [twice.path] }), clone };
    for await (const candidate of worthTrying(candidates, { listed, texts }, options)) {
      const attempt = {
        folder,
        commit,
        candidate,
        only,
        folders: [...common, ours],
        listed,
        texts,
        shallow,
        walked,
        fill,
      };
      const reading = await readFromCheckpoint(attempt, options);
      if (reading) return { ...reading, clone };
    }
    // A line that is cut off has no first commit to begin with: its oldest one would pass every old file off as new.
    const reading = shallow
      ? brokenOff({ commit, why: 'first-commit', paths: [] })
      : await readFromStart(folder, { commit, only }, options);
    return { ...reading, clone };
  } finally {
    texts.close();
  }
}

async function readFromStart(
  folder: string,
  { commit, only }: Pick<Attempt, 'commit' | 'only'>,
  options: CheckOptions,
): Promise<Reading> {
  const replay = createReplay({
    verify: options.verify,
    ...(options.root === undefined ? {} : { root: options.root }),
  });
  const filed: Filed[] = [];
  const range = options.change === 'none' ? { to: commit } : { to: commit, only };
  for await (const walked of readLine(folder, range)) applyTo(replay, walked, filed);
  return readingOf(replay, { filed, checkpoint: null }, options);
}

/** The newest few as they are; where those fail, only what somebody entitled has signed. */
async function* worthTrying(
  candidates: readonly Filed<'checkpoint'>[],
  { listed, texts }: Pick<Attempt, 'listed' | 'texts'>,
  options: CheckOptions,
): AsyncIterable<Filed<'checkpoint'>> {
  yield* candidates.slice(0, UNASKED_ATTEMPTS);
  const left = candidates.slice(UNASKED_ATTEMPTS);
  if (left.length === 0) return;
  const chains = await texts.of(listed.filter(({ path }) => /^(ledger|roster)\//.test(path)));
  yield* signedByVouchers(left, chains, options).slice(0, MAX_ATTEMPTS);
}

function brokenOff(halt: Halt): Reading {
  return { board: null, file: null, filed: [], checkpoint: null, problems: [], halt };
}

interface Attempt {
  readonly folder: string;
  readonly commit: CommitId;
  readonly candidate: Filed<'checkpoint'>;
  readonly only: (path: string) => boolean;
  /** Where `only` finds its files. */
  readonly folders: readonly string[];
  /** What there is at `commit`. */
  readonly listed: readonly ListedFile[];
  readonly texts: Texts;
  readonly shallow: boolean;
  /** The last commits by name, as far as they have been read. */
  readonly walked: readonly LineCommit[];
  /** Brings what a partial clone lacks of these folders. */
  readonly fill: (folders: readonly string[]) => Promise<void>;
}

/** Null when this checkpoint cannot be used: not here, not on the line, not entitled, or the state is another. */
async function readFromCheckpoint(attempt: Attempt, options: CheckOptions): Promise<Reading | null> {
  const { folder, commit, candidate, texts, only, walked } = attempt;
  const { body } = candidate.record;
  try {
    const known = laterThan(walked, body.commit);
    const [later] = await Promise.all([known ?? namesAfter(folder, body.commit, commit), texts.of(attempt.listed)]);
    if (later[0]?.parents[0] !== body.commit) return null;
    if (!later.some(isTimed))
      return await readOn(
        attempt,
        later.map((each) => narrowed(each, only)),
        options,
      );
    const spoken = foldersSpokenOf(later);
    if (!known) await attempt.fill(spoken);
    const folders = [...new Set([...attempt.folders, ...spoken])];
    const listed = await listFolders(folder, commit, folders);
    return await readOn({ ...attempt, listed, folders, only: isUnderRoot }, later, options);
  } catch (error) {
    // A commit that is not in this clone, or a checkpoint that claims one off the line.
    if (error instanceof TidegateError && (error.code === 'git-failed' || error.code === 'unexpected')) return null;
    throw error;
  }
}

/** From the state at the checkpoint through what came after it. */
async function readOn(attempt: Attempt, later: readonly LineCommit[], options: CheckOptions): Promise<Reading | null> {
  const { folder, candidate, folders, listed, texts, shallow } = attempt;
  const { body } = candidate.record;
  const after = await withTexts(later, texts);
  const files = await filesBefore(attempt, after, await texts.of(listed));
  const trail = await readTrail(folder, { commit: body.commit, position: body.position - 1 }, after, holding(folders));
  const seeded = seedState({
    checkpoint: body,
    files,
    ...trail,
    shallow,
    verify: options.verify,
    root: options.root,
  });
  if (!seeded) return null;
  const replay = replayFrom(seeded.state, { verify: options.verify });
  const filed = [...seeded.filed];
  for (const walked of after) applyTo(replay, walked, filed);
  const checkpoint = filed.find(({ digest }) => digest === candidate.digest);
  if (!checkpoint || !isOfKind(checkpoint, 'checkpoint')) return null;
  if (isVoid(traceOf(checkpoint), replay.board().voids)) return null;
  return readingOf(replay, { filed, checkpoint }, options);
}

function narrowed(commit: LineCommit, only: (path: string) => boolean): LineCommit {
  return { ...commit, added: commit.added.filter(({ path }) => only(path)) };
}

async function withTexts(walked: readonly LineCommit[], texts: Texts): Promise<LineCommit[]> {
  return Promise.all(walked.map(async (each) => ({ ...each, added: await texts.of(each.added) })));
}

/** What there was at the checkpoint: while files were only added since, everything but those. */
async function filesBefore(
  { folder, candidate, folders, texts }: Attempt,
  after: readonly LineCommit[],
  here: readonly AddedFile[],
): Promise<readonly AddedFile[]> {
  if (after.some(({ disturbed }) => disturbed.length > 0)) {
    const there = await listFolders(folder, candidate.record.body.commit, folders);
    await createFiller(folder).fill(there.filter(isRecordFile).map(({ blob }) => blob));
    return texts.of(there);
  }
  const added = new Set(after.flatMap((walked) => walked.added.map(({ path }) => path)));
  return here.filter(({ path }) => !added.has(path));
}

function applyTo(replay: Replay, walked: LineCommit, filed: Filed[]): void {
  for (const standing of replay.apply(walked))
    if ('filed' in standing && standing.standing === 'counted') filed.push(standing.filed);
}

function readingOf(
  replay: Replay,
  { filed, checkpoint }: { readonly filed: readonly Filed[]; readonly checkpoint: Filed<'checkpoint'> | null },
  { change, at }: CheckOptions,
): Reading {
  const halt = replay.halt();
  const isFounded = halt?.why !== 'first-commit' && halt?.why !== 'root-mismatch';
  const board = isFounded ? replay.board(at) : null;
  const isOne = change !== 'every' && change !== 'none';
  const file = board && isOne ? assembleChange(change, filed, board, at) : null;
  return { board, file, filed, checkpoint, problems: replay.problems(), halt };
}
