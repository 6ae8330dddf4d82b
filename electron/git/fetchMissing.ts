import { TidegateError } from '../../shared/errors.ts';
import { runGit } from './runGit.ts';

/**
 * Brings contents that a partial clone left behind, all in one exchange; Git by itself would ask for them one at
 * a time. Does nothing in a whole clone.
 *
 * @throws TidegateError `git-failed` when the remote cannot be reached
 */
export async function fetchMissing(folder: string, names: readonly string[]): Promise<void> {
  const remote = await promisorOf(folder);
  if (remote === null || names.length === 0) return;
  const { stdout } = await runGit(folder, ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)']);
  const here = new Set(stdout.toString().split('\n'));
  const missing = [...new Set(names)].filter((name) => !here.has(name));
  if (missing.length === 0) return;
  // What Git runs itself to fill a partial clone, for many names at once.
  const fetch = ['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', remote, '--no-tags', '--no-write-fetch-head'];
  await runGit(folder, [...fetch, '--recurse-submodules=no', '--filter=blob:none', '--stdin'], {
    input: `${missing.join('\n')}\n`,
  });
}

/** The remote that a partial clone was promised the rest by; null for a whole clone. */
async function promisorOf(folder: string): Promise<string | null> {
  try {
    const { stdout } = await runGit(folder, ['config', '--get-regexp', '^remote\\..*\\.promisor$', 'true']);
    const [, remote = null] = /^remote\.(.+)\.promisor/.exec(stdout.toString()) ?? [];
    // A name that looks like an option is nobody's remote.
    return remote?.startsWith('-') ? null : remote;
  } catch (error) {
    if (error instanceof TidegateError && error.facts['status'] === 1) return null;
    throw error;
  }
}
