import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { headOf } from './repository.ts';
import { runGit } from './runGit.ts';
import { runRemoteGit, type RemoteOptions } from './runRemoteGit.ts';

/** Where the remote's `main` is kept as it was last seen; nothing of it is verified. */
export const REMOTE_MAIN = 'refs/remotes/origin/main';

/**
 * Fetches `main` of `origin`, and the attachments branch where there is one.
 *
 * @returns the remote's head, null when it has no `main` yet; and its clock where it tells one
 * @throws TidegateError in the words of `remoteFailure`
 */
export async function fetchLine(
  folder: string,
  options: RemoteOptions = {},
): Promise<{ readonly head: CommitId | null; readonly clock: Ms | null }> {
  const { clock } = await fetchBranches(folder, options);
  return { head: await headOf(folder, REMOTE_MAIN), clock };
}

/**
 * As `fetchLine`, for those who read the refs themselves: without a `main` at the remote there is no such ref.
 *
 * @param options with `maintained`, the caller calls `maintain` at times of its own
 */
export async function fetchBranches(
  folder: string,
  { maintained = false, ...options }: RemoteOptions & { readonly maintained?: boolean },
): Promise<{ readonly clock: Ms | null }> {
  const upkeep = maintained ? ['--no-auto-maintenance'] : [];
  const quiet = [...upkeep, '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--progress'];
  // The star makes a branch that is not there no failure.
  const attachments = ['+refs/heads/attachment*:refs/remotes/origin/attachment*', '^refs/heads/attachments/*'];
  const branches = [`+refs/heads/main:${REMOTE_MAIN}`, ...attachments];
  const fetch = () => runRemoteGit(folder, ['fetch', ...quiet, 'origin', ...branches], options);
  try {
    return await fetch();
  } catch (error) {
    const why = error instanceof TidegateError ? error.facts['why'] : null;
    if (why === 'name-taken') return forgetAttachments(folder).then(fetch);
    if (why !== 'no-main') throw error;
    await runGit(folder, ['update-ref', '-d', REMOTE_MAIN]);
    return { clock: null };
  }
}

/** A branch below the name of one that was here before would keep everybody from fetching, the line as well. */
async function forgetAttachments(folder: string): Promise<void> {
  const { stdout } = await runGit(folder, ['for-each-ref', '--format=delete %(refname)', 'refs/remotes/origin']);
  const orders = stdout.toString().split('\n');
  const input = orders.filter((order) => order.startsWith('delete refs/remotes/origin/attachment')).join('\n');
  if (input !== '') await runGit(folder, ['update-ref', '--stdin'], { input: `${input}\n` });
}
