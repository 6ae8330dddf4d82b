import type { CommitId } from '../../shared/ids.ts';
import { runGit } from './runGit.ts';

interface Entry {
  readonly added: { readonly path: string }[];
  readonly disturbed: { readonly path: string; readonly how: 'edited' | 'removed' }[];
}

/**
 * Notices a path that is added although it is there. Git's own commands never write such a tree, but a tree made by hand
 * may hold one name twice, which Git shows as an addition: to every reader it is an edit.
 *
 * @param from the commit behind which the reading begins; null for a whole line
 */
export function createPathMemory(folder: string, from: CommitId | null): (batch: readonly Entry[]) => Promise<void> {
  const known = new Set<string>();
  return async (batch) => {
    const paths = batch.flatMap(({ added }) => added.map(({ path }) => path));
    const there = from === null ? new Set() : await alreadyAt(folder, from, paths);
    for (const { added, disturbed } of batch)
      for (const { path } of added) {
        if (known.has(path) || there.has(path)) disturbed.push({ path, how: 'edited' });
        known.add(path);
      }
  };
}

async function alreadyAt(folder: string, commit: CommitId, paths: readonly string[]): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  const { stdout } = await runGit(folder, ['cat-file', '--batch-check=%(objecttype)', '-z'], {
    input: paths.map((path) => `${commit}:${path}\0`),
  });
  // A path may hold newlines, so what is missing is found by what is said of the others: one word.
  const answers = stdout.toString().split('\n');
  let at = 0;
  const found = new Set<string>();
  for (const path of paths) {
    const missing = `${commit}:${path} missing`.split('\n');
    if (missing.every((line, n) => answers[at + n] === line)) at += missing.length;
    else {
      found.add(path);
      at += 1;
    }
  }
  return found;
}
