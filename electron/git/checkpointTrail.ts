import type { CommitId } from '../../shared/ids.ts';
import type { LineCommit } from '../../shared/ledger/line.ts';
import { readLine } from './readLine.ts';
import { runGit } from './runGit.ts';

/** What is known of the line before a checkpoint, as far as the records after it speak of it. */
export interface Trail {
  readonly known: ReadonlyMap<CommitId, number>;
  /** The position at which a path was added; 0 when that was before everything asked about. */
  readonly placed: (path: string) => number;
  readonly shallow: boolean;
}

/** Most records after a checkpoint have seen something this close before it. */
const NEAR = 2_000;
/** Commits that a record names: what its signer had seen, and from where on a key or a role ends. */
const NAMED = /"(?:seen|after)":"([0-9a-f]{40,64})"/g;

/**
 * Finds the commits before the checkpoint that later records name, and what was added since the oldest of them.
 *
 * @param position of the checkpoint's commit
 */
export async function readTrail(
  folder: string,
  { commit, position }: { readonly commit: CommitId; readonly position: number },
  after: readonly LineCommit[],
  only: (path: string) => boolean,
): Promise<Trail> {
  const later = new Set([commit, ...after.map((walked) => walked.commit)]);
  const named = after.flatMap(({ added }) => added.flatMap(({ text }) => [...(text ?? '').matchAll(NAMED)]));
  const wanted = new Set(named.map(([, name = '']) => name).filter((name) => !later.has(name)));
  const known = await locate(folder, { commit, position, wanted });
  const shallow = await isShallow(folder);
  if (known.size === 0) return { known, placed: () => 0, shallow };

  const [oldest] = [...known].toSorted(([, a], [, b]) => a - b)[0] ?? [commit];
  const places = new Map<string, number>();
  let at = known.get(oldest) ?? 0;
  for await (const { added } of readLine(folder, { from: oldest, to: commit, only, texts: false })) {
    at += 1;
    for (const { path } of added) places.set(path, at);
  }
  return { known, placed: (path) => places.get(path) ?? 0, shallow };
}

async function locate(
  folder: string,
  given: { readonly commit: CommitId; readonly position: number; readonly wanted: ReadonlySet<CommitId> },
): Promise<Map<CommitId, number>> {
  const { commit, position, wanted } = given;
  const known = new Map<CommitId, number>();
  for (const limit of [NEAR, null]) {
    if (known.size === wanted.size) break;
    const depth = limit === null ? [] : [`--max-count=${limit}`];
    const { stdout } = await runGit(folder, ['rev-list', '--first-parent', ...depth, commit, '--']);
    for (const [back, name] of stdout.toString().trim().split('\n').entries())
      if (wanted.has(name)) known.set(name, position - back);
  }
  return known;
}

export async function isShallow(folder: string): Promise<boolean> {
  const { stdout } = await runGit(folder, ['rev-parse', '--is-shallow-repository']);
  return stdout.toString().trim() === 'true';
}
