import { TidegateError } from '../../../shared/errors.ts';
import type { CommitId } from '../../../shared/ids.ts';
import { splitOf } from '../../git/compareLines.ts';
import { REMOTE_MAIN } from '../../git/fetchLine.ts';
import { pushLine } from '../../git/pushLine.ts';
import { checkAddress } from '../../git/remoteAddress.ts';
import { headOf } from '../../git/repository.ts';
import { runGit } from '../../git/runGit.ts';
import { runRemoteGit, type RemoteOptions } from '../../git/runRemoteGit.ts';

const ATTACHMENTS = 'attachments';

/**
 * Gives a board without a remote one: an empty repository, which receives the whole line unchanged, or one that holds
 * this very board already, where a publication was cut short or another desk was quicker.
 *
 * @throws TidegateError `remote-not-empty` when it holds anything else; `board-unreadable`, or in the words of
 *   `remoteFailure`; the board then stays without a remote
 */
export async function publishLine(folder: string, address: string, options: RemoteOptions): Promise<void> {
  const checked = checkAddress(address);
  const ours = await headOf(folder);
  if (ours === null) throw new TidegateError('board-unreadable');
  const theirs = await remoteMain(folder, checked, options);
  if (theirs !== null) {
    const quiet = ['--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--progress'];
    await runRemoteGit(folder, ['fetch', ...quiet, '--', checked, 'refs/heads/main'], options);
    const split = await splitOf(folder, ours, theirs);
    if (split === null) throw new TidegateError('remote-not-empty', { holds: 'another line' });
    // Whatever they have beyond it, or we, is moved together by the next sync.
    if (split !== theirs) return setRemote(folder, checked, theirs);
  }
  await pushLine(folder, { ...options, commit: ours, to: checked });
  const attachments = await headOf(folder, `refs/heads/${ATTACHMENTS}`);
  if (attachments !== null)
    await pushLine(folder, { ...options, commit: attachments, branch: ATTACHMENTS, to: checked });
  await setRemote(folder, checked, ours);
}

/** The head of the remote's `main`, null when the repository is empty. */
async function remoteMain(folder: string, address: string, options: RemoteOptions): Promise<string | null> {
  const { stdout } = await runRemoteGit(folder, ['ls-remote', '--heads', '--tags', '--', address], options);
  const refs = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
  const main = refs.find(([, ref]) => ref === 'refs/heads/main')?.[0];
  if (main === undefined && refs.length > 0)
    throw new TidegateError('remote-not-empty', { holds: `${refs.length} branches and tags` });
  return main ?? null;
}

/** Last of all: what failed before has nothing to be undone, and is told as it is. */
async function setRemote(folder: string, address: string, holds: CommitId): Promise<void> {
  await runGit(folder, ['update-ref', REMOTE_MAIN, holds]);
  await runGit(folder, ['config', 'remote.origin.url', address]);
}
