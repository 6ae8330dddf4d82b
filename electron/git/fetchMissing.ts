import type { CommitId } from '../../shared/ids.ts';
import { promisorOf } from './cloneFacts.ts';
import { runGit } from './runGit.ts';

/** Brings contents that a partial clone left behind; Git by itself would ask for them one at a time. */
export interface Filler {
  /**
   * All of these in one exchange, as far as they are not here. Does nothing in a whole clone.
   *
   * @throws TidegateError `git-failed` when the remote cannot be reached
   */
  readonly fill: (names: readonly string[]) => Promise<void>;
}

/** For readers of the whole line: what is here is listed once, however often it is filled. */
export function createFiller(folder: string): Filler {
  // Asked while the names are still being read.
  const promised = promisorOf(folder);
  promised.catch(() => undefined); // whoever fills meets the failure
  let here: Promise<Set<string>> | null = null;
  return {
    fill: async (names) => {
      if (names.length === 0) return;
      const promisor = await promised;
      if (promisor === null) return;
      here ??= everythingHere(folder);
      const known = await here;
      const missing = [...new Set(names)].filter((name) => !known.has(name));
      await fetchNamed(folder, promisor, missing);
      for (const name of missing) known.add(name);
    },
  };
}

/** All contents under these folders of a commit, in one exchange; looks at those folders and at nothing else. */
export async function fillFolders(
  folder: string,
  promisor: string,
  { commit, folders }: { readonly commit: CommitId; readonly folders: readonly string[] },
): Promise<void> {
  if (folders.length === 0) return;
  const { stdout } = await runGit(folder, ['rev-list', '--objects', '--missing=print', '--ignore-missing', '--stdin'], {
    input: folders.map((path) => `${commit}:${path.replace(/\/$/, '')}\n`),
  });
  const missing = stdout
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('?'))
    .map((line) => line.slice(1));
  await fetchNamed(folder, promisor, missing);
}

async function everythingHere(folder: string): Promise<Set<string>> {
  const { stdout } = await runGit(folder, ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)']);
  return new Set(stdout.toString().split('\n'));
}

/** What Git runs itself to fill a partial clone, for many names at once. */
async function fetchNamed(folder: string, promisor: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const fetch = ['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', promisor, '--no-tags', '--no-write-fetch-head'];
  const options = ['--no-auto-maintenance', '--recurse-submodules=no', '--filter=blob:none', '--stdin'];
  await runGit(folder, [...fetch, ...options], { input: `${names.join('\n')}\n` });
}
