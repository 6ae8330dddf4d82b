import { TidegateError } from '../../shared/errors.ts';
import { hasPlainNames } from '../../shared/record/layout.ts';
import type { CommitId } from '../../shared/ids.ts';
import { commitStream, type NewCommit } from './commitStream.ts';
import { runGit } from './runGit.ts';

/** A commit that no branch holds yet; the ref keeps it until somebody has decided. */
export interface Landed {
  readonly commit: CommitId;
  readonly landing: string;
}

/** Where commits land; the number is that of the process. */
export const LANDINGS = 'refs/tidegate/landing/';

/**
 * Makes one commit of the files on top of `parent`, without an index or a work tree. No branch moves.
 *
 * @throws TidegateError `stale-record` when a path exists already, or a file stands where a folder must: the ledger only
 *   grows
 */
export async function landCommit(
  folder: string,
  { parent, ...draft }: NewCommit & { readonly parent: CommitId | null },
): Promise<Landed> {
  const files = [...draft.files];
  await refuseExisting(folder, parent, files);
  // A ref of our own receives the commit, so that nothing points at a half-made one.
  const landing = `${LANDINGS}${process.pid}-${(landings += 1)}`;
  const { stdout } = await runGit(folder, ['fast-import', '--quiet', '--done'], {
    input: ended(commitStream({ ...draft, files }, { ref: landing, mark: 1, from: parent })),
  });
  return { commit: stdout.toString().trim(), landing };
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
  const strange = paths.find((path) => !hasPlainNames(path));
  if (strange !== undefined) throw new TidegateError('input-rejected', { path: strange });
  if (new Set(paths).size < paths.length) throw new TidegateError('input-rejected', { path: 'twice in one commit' });
  if (parent === null) return;
  const [taken] = [...(await pathsAt(folder, parent, paths)), ...(await filesInTheWay(folder, parent, paths))];
  if (taken !== undefined) throw new TidegateError('stale-record', { path: taken });
}

/** Files that stand where a folder must: the commit would remove them, which breaks the line for everybody. */
async function filesInTheWay(folder: string, commit: CommitId, paths: readonly string[]): Promise<readonly string[]> {
  const folders = [...new Set(paths.flatMap(foldersOf))];
  if (folders.length === 0) return [];
  const { stdout } = await runGit(folder, ['cat-file', '--batch-check=%(objecttype)'], {
    input: folders.map((path) => `${commit}:${path}\n`),
  });
  const lines = stdout.toString().trim().split('\n');
  return folders.filter((_, n) => lines[n] !== 'tree' && !lines[n]?.endsWith(' missing'));
}

/** `a`, `a/b` for `a/b/c`. */
function foldersOf(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, n) => names.slice(0, n + 1).join('/'));
}

/** Which of the paths does the commit hold? */
export async function pathsAt(folder: string, commit: CommitId, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const { stdout } = await runGit(folder, ['cat-file', '--batch-check=%(objectname)'], {
    input: paths.map((path) => `${commit}:${path}\n`),
  });
  const lines = stdout.toString().trim().split('\n');
  return paths.filter((_, n) => !lines[n]?.endsWith(' missing'));
}
