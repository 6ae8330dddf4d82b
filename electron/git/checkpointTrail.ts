import type { CommitId } from '../../shared/ids.ts';
import type { LineCommit } from '../../shared/ledger/line.ts';
import { readLine } from './readLine.ts';
import { runGit } from './runGit.ts';

/** What is known of the line before a checkpoint, as far as the records after it speak of it. */
export interface Trail {
  readonly known: ReadonlyMap<CommitId, number>;
  /** The position at which a path was added; 0 when that was before everything asked about. */
  readonly placed: (path: string) => number;
}

/** Nearly all records after a checkpoint have seen something this close before it; the others are looked for further. */
const REACHES = [32, 2_000, null];
/** Commits that a record names: what its signer had seen, and from where on a key or a role ends. */
const NAMED = /"(?:seen|after)":"([0-9a-f]{40,64})"/g;

/**
 * Finds the commits before the checkpoint that later records name, and what was added since the oldest of them.
 *
 * @param position of the checkpoint's commit
 * @param paths the folders whose files are asked about
 */
export async function readTrail(
  folder: string,
  { commit, position }: { readonly commit: CommitId; readonly position: number },
  after: readonly LineCommit[],
  paths: readonly string[],
): Promise<Trail> {
  const later = new Set([commit, ...after.map((walked) => walked.commit)]);
  const named = after.flatMap(({ added }) => added.flatMap(({ text }) => [...(text ?? '').matchAll(NAMED)]));
  const wanted = new Set(named.map(([, name = '']) => name).filter((name) => !later.has(name)));
  const line = wanted.size === 0 ? [] : await namesBack(folder, commit, wanted);
  const known = new Map<CommitId, number>();
  for (const [back, name] of line.entries()) if (wanted.has(name)) known.set(name, position - back);
  const oldest = line.findLast((name) => known.has(name));
  if (oldest === undefined) return { known, placed: () => 0 };

  const positions = new Map(line.map((name, back) => [name, position - back]));
  const places = new Map<string, number>();
  for await (const { commit: at, added } of readLine(folder, { from: oldest, to: commit, paths, texts: false }))
    for (const { path } of added) places.set(path, positions.get(at) ?? 0);
  return { known, placed: (path) => places.get(path) ?? 0 };
}

/** The line from a commit back, at least as far as these names are on it. */
async function namesBack(folder: string, commit: CommitId, wanted: ReadonlySet<CommitId>): Promise<string[]> {
  let line: string[] = [];
  for (const reach of REACHES) {
    const depth = reach === null ? [] : [`--max-count=${reach}`];
    const { stdout } = await runGit(folder, ['rev-list', '--first-parent', ...depth, commit, '--']);
    const read = stdout.toString().trim().split('\n');
    const ended = read.length === line.length || (reach !== null && read.length < reach);
    line = read;
    if (ended || line.filter((name) => wanted.has(name)).length === wanted.size) break;
  }
  return line;
}
