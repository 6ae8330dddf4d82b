import { existsSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { REMOTE_MAIN } from './fetchLine.ts';
import { checkAddress } from './remoteAddress.ts';
import { headOf } from './repository.ts';
import { runGit } from './runGit.ts';
import { runRemoteGit, type RemoteOptions } from './runRemoteGit.ts';

/**
 * Makes `folder`, which must not exist, a bare clone of the ledger at the address. Nothing of it is verified; what
 * was begun is gone when it fails.
 *
 * @returns the head
 * @throws TidegateError `address-refused`; `remote-not-a-board` for a repository that holds no ledger; else in the
 *   words of `remoteFailure`
 */
export async function cloneLedger(address: string, folder: string, options: RemoteOptions = {}): Promise<CommitId> {
  const checked = checkAddress(address);
  if (existsSync(folder)) throw new TidegateError('input-rejected', { field: 'folder', problem: 'exists' });
  const plain = [
    '--bare',
    '--no-local',
    '--no-tags',
    '--single-branch',
    '--branch=main',
    // A person's own settings may give it another name.
    '--origin=origin',
    '--template=',
    '--progress',
  ];
  try {
    await runRemoteGit(dirname(folder), ['clone', ...plain, '--', checked, basename(folder)], options);
    const head = await lineEnd(folder);
    const holds = head === null ? '' : await runGit(folder, ['ls-tree', '--name-only', head, '--', 'ledger/']);
    if (head === null || holds === '' || holds.stdout.length === 0) throw new TidegateError('remote-not-a-board');
    // What a later fetch and push would note as well: the remote is known to hold it.
    await runGit(folder, ['update-ref', REMOTE_MAIN, head]);
    return head;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    throw error;
  }
}

/** Null where `main` is no line: a tag of that name, or a branch that holds no commit. */
async function lineEnd(folder: string): Promise<CommitId | null> {
  const { stdout } = await runGit(folder, ['for-each-ref', '--format=%(objecttype)', 'refs/heads/main']);
  return stdout.toString() === 'commit\n' ? headOf(folder) : null;
}
