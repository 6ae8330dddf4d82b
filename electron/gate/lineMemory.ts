import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { isShallow } from '../git/cloneFacts.ts';
import { isWithin } from '../git/isWithin.ts';
import { whyUnreadable } from './readGivenFile.ts';

/**
 * What a pipeline that clones anew each time remembers of the line: the last end of it that was judged, one commit in one
 * small file that the pipeline keeps from run to run. A line only grows; a remote that serves an older end of it, which
 * may lack the very freeze that stands against this, is seen by whoever remembers the newer one.
 *
 * @throws TidegateError `ledger-halted` when the line that ends with `head` no longer holds what is remembered;
 *   `input-rejected` for a file that holds anything else than a commit, `file-unreadable` for one that cannot be read
 */
export async function requireRemembered(file: string | null, folder: string, head: CommitId): Promise<void> {
  const seen = file === null ? null : readMemory(file);
  if (seen === null || (await isWithin(folder, seen, head))) return;
  throw new TidegateError('ledger-halted', {
    why: 'rewritten',
    commit: seen,
    ...((await isShallow(folder)) ? { shallow: 1 } : {}),
  });
}

/**
 * Called only with an end of the line that `requireRemembered` has let pass and that could be judged.
 *
 * @throws TidegateError `file-unreadable` where the file cannot be written
 */
export function rememberLine(file: string | null, head: CommitId): void {
  if (file === null) return;
  const beside = `${file}.${process.pid}`;
  try {
    writeFileSync(beside, `${head}\n`);
    renameSync(beside, file);
  } catch (error) {
    throw new TidegateError('file-unreadable', { file, problem: 'nothing can be written there' }, error);
  }
}

function readMemory(file: string): CommitId | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    // The first run of a pipeline remembers nothing.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new TidegateError('file-unreadable', { file, problem: whyUnreadable(error) }, error);
  }
  const seen = readMemoryText(text);
  if (seen === null) throw new TidegateError('input-rejected', { state: file });
  return seen;
}

/** The commit that is remembered; null for any other text. */
export function readMemoryText(text: string): CommitId | null {
  return /^[0-9a-f]{40}([0-9a-f]{24})?\n?$/.test(text) ? text.trim() : null;
}
