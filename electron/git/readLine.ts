import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import type { LineCommit } from '../../shared/ledger/line.ts';
import { isUnderRoot } from '../../shared/record/layout.ts';
import { createPathMemory } from './addedTwice.ts';
import { createFiller, type Filler } from './fetchMissing.ts';
import { openObjects, textOf, type Objects } from './openObjects.ts';
import { asRefusal, lastWords } from './runGit.ts';
import { spawnGit } from './spawnGit.ts';

/** A commit with the names of its files, contents not read yet. */
interface Entry {
  readonly commit: CommitId;
  readonly parents: readonly CommitId[];
  readonly added: { readonly path: string; readonly mode: string; readonly blob: string }[];
  readonly disturbed: { readonly path: string; readonly how: 'edited' | 'removed' }[];
}

export interface LineRange {
  readonly from?: CommitId | null;
  readonly to: CommitId;
  /** Added files to hand over; those of every root unless told. What a commit disturbs is always told. */
  readonly only?: (path: string) => boolean;
  /** Looks nowhere else, not even for what is disturbed; commits that add nothing here are left out. */
  readonly paths?: readonly string[];
  /** False leaves every text null: names and places are all that is wanted. */
  readonly texts?: boolean;
}

/** Contents are asked for this many files at a time, to keep the pipe busy and memory bounded. */
const BATCH_FILES = 2_000;
const BATCH_COMMITS = 500;

const logArguments = [
  'log',
  '--first-parent',
  '--diff-merges=first-parent',
  '--reverse',
  '--raw',
  '-r',
  '-z',
  '--root',
  '--no-renames',
  '--no-abbrev',
  '--no-color',
  '--no-notes',
  '--ignore-submodules=none',
  '--format=commit %H %P',
];

/**
 * The commits of the line after `from` (from the first when null) up to and including `to`, oldest first.
 *
 * A merge is compared with its first parent. Files of other roots are left out.
 *
 * @throws TidegateError `git-failed` when a commit is not there
 */
export async function* readLine(folder: string, { texts = true, ...range }: LineRange): AsyncIterable<LineCommit> {
  if (!texts) return yield* namesOf(folder, range);
  const objects = openObjects(folder);
  const filler = createFiller(folder);
  const markTwice = createPathMemory(objects, range.from ?? null);
  try {
    let batch: Entry[] = [];
    let files = 0;
    for await (const entry of entriesOf(folder, range)) {
      batch.push(entry);
      files += entry.added.length;
      if (files < BATCH_FILES && batch.length < BATCH_COMMITS) continue;
      yield* withTexts(batch, objects, { filler, marked: markTwice(batch) });
      batch = [];
      files = 0;
    }
    yield* withTexts(batch, objects, { filler, marked: markTwice(batch) });
  } finally {
    objects.close();
  }
}

async function* namesOf(folder: string, range: LineRange): AsyncIterable<LineCommit> {
  for await (const { added, ...entry } of entriesOf(folder, range))
    yield { ...entry, added: added.map((file) => ({ ...file, text: null })) };
}

async function* withTexts(
  batch: readonly Entry[],
  objects: Objects,
  { filler, marked }: { readonly filler: Filler; readonly marked: Promise<void> },
): AsyncIterable<LineCommit> {
  const wanted = batch.flatMap(({ added }) => added.filter(isRecordFile).map(({ blob }) => blob));
  const [contents] = await Promise.all([filler.fill(wanted).then(() => objects.read(wanted)), marked]);
  let next = 0;
  for (const { added, ...entry } of batch)
    yield {
      ...entry,
      added: added.map((file) => {
        const content = isRecordFile(file) ? (contents[next++] ?? null) : null;
        return { ...file, text: textOf(content) };
      }),
    };
}

/** Is this a file whose text anybody may read as a record? */
export function isRecordFile({ mode, path }: { readonly mode: string; readonly path: string }): boolean {
  return mode === '100644' && !path.startsWith('schemas/');
}

async function* entriesOf(
  folder: string,
  { from = null, to, only = isUnderRoot, paths = [] }: LineRange,
): AsyncIterable<Entry> {
  const child = spawnGit(folder, [...logArguments, from === null ? to : `${from}..${to}`, '--', ...paths]);
  child.stdin.end();
  const closed = once(child, 'close').catch((error: unknown) => Promise.reject(asRefusal(error)));
  closed.catch(() => undefined); // awaited below; a spawn failure must not surface twice
  const words = buffer(child.stderr);
  let entry: Entry | null = null;
  let change: readonly string[] | null = null;
  try {
    for await (const token of tokensOf(child.stdout)) {
      if (change !== null && entry !== null) {
        // A path is taken as it is: one that begins with a newline is not the path without it.
        note(entry, change, token, only);
        change = null;
        continue;
      }
      const header = token.replace(/^\n/, '');
      if (header.startsWith(':')) change = header.slice(1).split(' ');
      else if (header.startsWith('commit ')) {
        if (entry !== null) yield sorted(entry);
        const [commit = '', ...parents] = header.slice(7).trim().split(' ').filter(Boolean);
        entry = { commit, parents, added: [], disturbed: [] };
      }
    }
    const [status] = (await closed) as [number | null]; // `close` tells the exit status first
    if (status !== 0) throw new TidegateError('git-failed', { command: 'log', stderr: lastWords(await words) });
    if (entry !== null) yield sorted(entry);
  } finally {
    child.kill();
  }
}

function note(entry: Entry, change: readonly string[], path: string, only: (path: string) => boolean): void {
  if (!isUnderRoot(path)) return;
  const [, mode = '', , blob = '', how] = change;
  if (how !== 'A') entry.disturbed.push({ path, how: how === 'D' ? 'removed' : 'edited' });
  else if (only(path)) entry.added.push({ path, mode, blob });
}

function sorted(entry: Entry): Entry {
  entry.added.sort((a, b) => (a.path < b.path ? -1 : 1));
  return entry;
}

/** Git's NUL-separated words. */
async function* tokensOf(stream: AsyncIterable<Buffer>): AsyncIterable<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    let held = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = held.indexOf(0); end >= 0; end = held.indexOf(0)) {
      yield held.toString('utf8', 0, end);
      held = held.subarray(end + 1);
    }
    rest = held;
  }
  if (rest.length > 0) yield rest.toString('utf8');
}
