import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { commitStream, type NewCommit } from './commitStream.ts';
import { headOf } from './repository.ts';
import { runGit } from './runGit.ts';

export interface CommitDraft extends NewCommit {
  /** The commit it must stand on; null for the first of the branch. */
  readonly parent: CommitId | null;
  readonly branch?: string;
}

/** Plain names only: nothing here may be read as quoting, an option or a way out of the tree. */
const PLAIN_PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/**
 * Adds the files to the branch in one commit, however many they are, without an index or a work tree.
 *
 * The branch moves only if it still stands at `parent`. A file that exists already is refused: the ledger
 * only grows.
 *
 * @throws TidegateError `git-failed` with `expected` and `found` when somebody else moved the branch;
 *   `stale-record` when a path exists already, or a file stands where a folder must
 */
export async function writeCommit(folder: string, draft: CommitDraft): Promise<CommitId> {
  const branch = `refs/heads/${draft.branch ?? 'main'}`;
  const files = [...draft.files];
  await refuseExisting(folder, draft.parent, files);
  // A ref of our own receives the commit, so that nothing points at a half-made one.
  const landing = `refs/tidegate/landing/${process.pid}-${(landings += 1)}`;
  const { stdout } = await runGit(folder, ['fast-import', '--quiet', '--done'], {
    input: ended(commitStream({ ...draft, files }, { ref: landing, mark: 1, from: draft.parent })),
  });
  const commit = stdout.toString().trim();
  await moveBranch(folder, { branch, landing, commit, parent: draft.parent });
  return commit;
}

let landings = 0;

/** Without this last word fast-import takes nothing: a torn stream makes no commit. */
function* ended(stream: Iterable<Buffer>): Iterable<Buffer | string> {
  yield* stream;
  yield 'done\n';
}

async function refuseExisting(
  folder: string,
  parent: CommitId | null,
  files: readonly { readonly path: string }[],
): Promise<void> {
  const paths = files.map(({ path }) => path);
  const strange = paths.find((path) => !PLAIN_PATH.test(path));
  if (strange !== undefined) throw new TidegateError('input-rejected', { path: strange });
  if (new Set(paths).size < paths.length) throw new TidegateError('input-rejected', { path: 'twice in one commit' });
  if (parent === null || paths.length === 0) return;
  // A file where a folder is needed would be removed by the commit, which breaks the line for everybody.
  const folders = [...new Set(paths.flatMap(foldersOf))];
  const wanted = [...paths, ...folders];
  const { stdout } = await runGit(folder, ['cat-file', '--batch-check=%(objecttype)'], {
    input: wanted.map((path) => `${parent}:${path}\n`),
  });
  const lines = stdout.toString().trim().split('\n');
  const isFree = (line = '', n: number) => line.endsWith(' missing') || (n >= paths.length && line === 'tree');
  const taken = wanted.find((_, n) => !isFree(lines[n], n));
  if (taken !== undefined) throw new TidegateError('stale-record', { path: taken });
}

/** `a`, `a/b` for `a/b/c`. */
function foldersOf(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, n) => names.slice(0, n + 1).join('/'));
}

async function moveBranch(
  folder: string,
  move: {
    readonly branch: string;
    readonly landing: string;
    readonly commit: CommitId;
    readonly parent: CommitId | null;
  },
): Promise<void> {
  const { branch, landing, commit, parent } = move;
  const expected = parent ?? '0'.repeat(commit.length);
  const tidy = `delete ${landing}\n`;
  try {
    await runGit(folder, ['update-ref', '--stdin'], { input: `update ${branch} ${commit} ${expected}\n${tidy}` });
  } catch (error) {
    await runGit(folder, ['update-ref', '--stdin'], { input: tidy });
    const head = await headOf(folder, branch);
    if (head === parent) throw error;
    throw new TidegateError('git-failed', { command: 'update-ref', expected, found: head ?? 'none' }, error);
  }
}
