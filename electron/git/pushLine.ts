import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { runRemoteGit, type RemoteOptions } from './runRemoteGit.ts';

/**
 * Makes the commit the remote's `main`; one ref, so that it happens whole or not at all.
 *
 * @param expected only to put a verified line back onto a rewritten remote: the head that is replaced. Without it
 *   nothing but a fast-forward is accepted
 * @param to an address from `checkAddress`, for a repository that is no remote yet; `origin` unless told
 * @throws TidegateError `remote-moved` when somebody else was faster, else in the words of `remoteFailure`
 */
export async function pushLine(
  folder: string,
  given: RemoteOptions & {
    readonly commit: CommitId;
    readonly expected?: CommitId;
    readonly branch?: string;
    readonly to?: string;
  },
): Promise<void> {
  const { commit, expected, branch = 'main', to = 'origin', ...options } = given;
  const ref = `refs/heads/${branch}`;
  const plain = [
    '--porcelain',
    '--progress',
    '--no-verify',
    '--no-follow-tags',
    '--no-signed',
    '--recurse-submodules=no',
  ];
  const lease = expected === undefined ? [] : [`--force-with-lease=${ref}:${expected}`];
  try {
    await runRemoteGit(folder, ['push', ...plain, ...lease, '--', to, `${commit}:${ref}`], options);
  } catch (error) {
    if (!(error instanceof TidegateError) || branch === 'main') throw error;
    throw new TidegateError(error.code, { why: branch, ...error.facts }, error);
  }
}
