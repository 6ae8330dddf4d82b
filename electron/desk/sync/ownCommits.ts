import type { CommitId } from '../../../shared/ids.ts';
import { isPlainPath } from '../../../shared/record/layout.ts';
import type { NewCommit } from '../../git/commitStream.ts';
import { splitOf } from '../../git/compareLines.ts';
import { pathsAt } from '../../git/landCommit.ts';
import { readLine } from '../../git/readLine.ts';
import { runGit } from '../../git/runGit.ts';

/**
 * The commits of a line of our own since it split off from `on`, oldest first, to be made again there: the same
 * records, to the byte, by the same author. Files that `on` holds already are left out, and what edits is not made
 * again.
 */
export async function readOwnCommits(
  folder: string,
  { own, on }: { readonly own: CommitId; readonly on: CommitId },
): Promise<readonly NewCommit[]> {
  const base = await splitOf(folder, own, on);
  if (base === own) return [];
  const drafts: NewCommit[] = [];
  for await (const { commit, added } of readLine(folder, { from: base, to: own })) {
    const files = added.flatMap(({ path, text }) => (text !== null && isPlainPath(path) ? [{ path, text }] : []));
    const here = new Set(
      await pathsAt(
        folder,
        on,
        files.map(({ path }) => path),
      ),
    );
    const fresh = files.filter(({ path }) => !here.has(path));
    if (fresh.length > 0) drafts.push({ ...(await aboutCommit(folder, commit)), files: fresh });
  }
  return drafts;
}

async function aboutCommit(folder: string, commit: CommitId): Promise<Omit<NewCommit, 'files'>> {
  const { stdout } = await runGit(folder, ['show', '--no-patch', '--format=%an%x00%ae%x00%at%x00%B', commit, '--']);
  const [name = '', email = '', seconds = '0', message = ''] = stdout.toString().split('\0');
  return { author: { name, email }, at: Number(seconds) * 1_000, message: message.trimEnd() };
}
