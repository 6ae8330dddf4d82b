import type { LostFile, Rewrite } from '../../../shared/api/syncCalls.ts';
import type { CommitId } from '../../../shared/ids.ts';
import { decodeFile } from '../../../shared/record/codec.ts';
import { identifyPath } from '../../../shared/record/layout.ts';
import { readLine } from '../../git/readLine.ts';
import { runGit } from '../../git/runGit.ts';

const SHOWN = 200;
/** Signers are looked up for so many lost files: a line of thousands may be gone. */
const READ = 2_000;

/** What a rewritten remote lacks of the verified line, and what only it holds. Signers are ids, not names. */
export async function describeRewrite(
  folder: string,
  ends: { readonly base: CommitId | null; readonly ours: CommitId; readonly theirs: CommitId },
): Promise<Omit<Rewrite, 'noticedAt'>> {
  const { base, ours, theirs } = ends;
  const differing = await filesBetween(folder, ours, theirs);
  const wanted = new Map(differing.flatMap(({ path, how }) => (how === 'A' ? [] : [[path, how] as const])));
  const lost: LostFile[] = [];
  let lostCommits = 0;
  for await (const { commit, added } of readLine(folder, { from: base, to: ours, only: (path) => wanted.has(path) })) {
    lostCommits += 1;
    for (const { path, text } of added) {
      const how = wanted.get(path) === 'D' ? 'gone' : 'altered';
      wanted.delete(path);
      lost.push({ path, how, commit, ...(lost.length < READ ? saidBy(path, text) : { kind: null, by: null }) });
    }
  }
  // Older than the split: their line takes it away or edits it itself.
  for (const [path, how] of wanted)
    lost.push({ path, how: how === 'D' ? 'gone' : 'altered', commit: ours, ...saidBy(path, null) });
  const added = differing.filter(({ how }) => how === 'A').map(({ path }) => ({ path }));
  return {
    ...ends,
    lostCommits,
    lost: lost.toSorted((a, b) => (a.path < b.path ? -1 : 1)).slice(0, SHOWN),
    lostFiles: lost.length,
    added: added.slice(0, SHOWN),
    addedFiles: added.length,
  };
}

function saidBy(path: string, text: string | null): Pick<LostFile, 'kind' | 'by'> {
  const kind = identifyPath(path)?.kind ?? null;
  const decoded = text === null ? null : decodeFile(path, text);
  return { kind, by: decoded?.ok ? decoded.record.signed.by : null };
}

/** Every path under which the two trees differ, and how theirs differs from ours. */
async function filesBetween(
  folder: string,
  ours: CommitId,
  theirs: CommitId,
): Promise<readonly { readonly path: string; readonly how: string }[]> {
  const { stdout } = await runGit(folder, [
    'diff-tree',
    '-r',
    '-z',
    '--no-renames',
    '--name-status',
    ours,
    theirs,
    '--',
  ]);
  const words = stdout.toString().split('\0').filter(Boolean);
  return words.flatMap((how, n) => (n % 2 === 0 ? [{ how: how[0] ?? '', path: words[n + 1] ?? '' }] : []));
}
