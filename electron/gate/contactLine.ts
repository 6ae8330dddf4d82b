import { setTimeout } from 'node:timers/promises';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { cloneFacts } from '../git/cloneFacts.ts';
import { fetchLine, REMOTE_MAIN } from '../git/fetchLine.ts';
import { isWithin } from '../git/isWithin.ts';
import { headOf } from '../git/repository.ts';
import { requireGit } from '../git/requireGit.ts';
import { runGit } from '../git/runGit.ts';

/** The end of the line as it is now, and whether it is kept by a remote or here alone. */
export interface Contact {
  readonly head: CommitId;
  readonly isRemote: boolean;
}

/** Another pipeline on the same copy holds Git's locks for moments only. */
const TRIES = 3;
/**
 * What may have passed a moment later: a network or a server that is busy, a line that moved while it was handed out, a
 * lock. A refused login is not among them: asked again, it is one more of those after which servers lock an account.
 */
const PASSING: readonly ErrorCode[] = ['remote-unreachable', 'remote-damaged', 'git-failed'];

/**
 * Asks the remote where the line ends; without a remote this copy is the line.
 *
 * @throws TidegateError in the words of `fetchLine`; `ledger-halted` when the remote no longer holds what it held at the
 *   last contact; `input-rejected` when there is no line at all
 */
export async function contactLine(folder: string): Promise<Contact> {
  await requireGit();
  const { hasRemote } = await cloneFacts(folder);
  const head = hasRemote ? await fetchOnwards(folder) : await headOf(folder);
  if (head === null) throw new TidegateError('input-rejected', { commit: 'main' });
  return { head, isRemote: hasRemote };
}

/** A line only grows: an older end of it may lack the very freeze that stands against this. */
async function fetchOnwards(folder: string): Promise<CommitId | null> {
  const before = await headOf(folder, REMOTE_MAIN);
  for (let turn = 1; ; turn += 1) {
    const head = await fetchPatiently(folder);
    if (before === null || before === head || (head !== null && (await isWithin(folder, before, head)))) return head;
    // What was seen is kept in mind, so that asking again does not help; a server of several may only lag behind.
    await runGit(folder, ['update-ref', REMOTE_MAIN, before]);
    if (turn === TRIES) throw new TidegateError('ledger-halted', { why: 'rewritten', commit: before });
    await setTimeout(turn * 200 + Math.random() * 200);
  }
}

async function fetchPatiently(folder: string): Promise<CommitId | null> {
  for (let turn = 1; ; turn += 1) {
    try {
      return (await fetchLine(folder)).head;
    } catch (error) {
      if (turn === TRIES || !isPassing(error)) throw error;
      await setTimeout(turn * 200 + Math.random() * 200);
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof TidegateError && PASSING.includes(error.code) && error.facts['why'] !== 'no-ssh';
}
