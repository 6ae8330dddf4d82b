import { setTimeout } from 'node:timers/promises';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { cloneFacts } from '../git/cloneFacts.ts';
import { fetchLine } from '../git/fetchLine.ts';
import { headOf } from '../git/repository.ts';
import { requireGit } from '../git/requireGit.ts';

/** The end of the line as it is now, and whether it is kept by a remote or here alone. */
export interface Contact {
  readonly head: CommitId;
  readonly isRemote: boolean;
}

/** Another pipeline on the same copy holds Git's locks for moments only. */
const TRIES = 3;

/**
 * Asks the remote where the line ends; without a remote this copy is the line.
 *
 * @throws TidegateError in the words of `fetchLine`; `input-rejected` when there is no line at all
 */
export async function contactLine(folder: string): Promise<Contact> {
  await requireGit();
  const { hasRemote } = await cloneFacts(folder);
  const head = hasRemote ? await fetchPatiently(folder) : await headOf(folder);
  if (head === null) throw new TidegateError('input-rejected', { commit: 'main' });
  return { head, isRemote: hasRemote };
}

async function fetchPatiently(folder: string): Promise<CommitId | null> {
  for (let turn = 1; ; turn += 1) {
    try {
      return (await fetchLine(folder)).head;
    } catch (error) {
      if (turn === TRIES) throw error;
      await setTimeout(turn * 200 + Math.random() * 200);
    }
  }
}
