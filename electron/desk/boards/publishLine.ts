import { TidegateError } from '../../../shared/errors.ts';
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
    const main = `+refs/heads/main:${REMOTE_MAIN}`;
    await runRemoteGit(folder, ['fetch', ...quiet, '--', checked, main], options);
    const split = await splitOf(folder, ours, theirs);
    if (split === null) {
      await runGit(folder, ['update-ref', '-d', REMOTE_MAIN]);
      throw new TidegateError('remote-not-empty', { holds: 'another line' });
    }
    await setRemote(folder, checked);
    // Whatever they have beyond it, or we, is moved together by the next sync.
    if (split !== theirs) return;
  } else await setRemote(folder, checked);
  try {
    await pushLine(folder, { ...options, commit: ours });
    const attachments = await headOf(folder, `refs/heads/${ATTACHMENTS}`);
    if (attachments !== null) await pushLine(folder, { ...options, commit: attachments, branch: ATTACHMENTS });
    await runGit(folder, ['update-ref', REMOTE_MAIN, ours]);
  } catch (error) {
    await runGit(folder, ['config', '--unset-all', 'remote.origin.url']);
    throw error;
  }
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

async function setRemote(folder: string, address: string): Promise<void> {
  await runGit(folder, ['config', 'remote.origin.url', address]);
}
