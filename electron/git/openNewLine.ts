import { once } from 'node:events';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { commitStream, type NewCommit } from './commitStream.ts';
import { headOf } from './repository.ts';
import { asRefusal } from './runGit.ts';
import { spawnGit } from './spawnGit.ts';

/** A line being written from its first commit on, by one process however many commits it gets. */
export interface NewLine {
  /** Resolves with the commit's name before the next is given, so that its records can have seen it. */
  readonly commit: (draft: NewCommit) => Promise<CommitId>;
  /** Makes the line visible. @throws TidegateError `git-failed`; then the repository stays without a line */
  readonly close: () => Promise<void>;
}

/**
 * Begins the line of an empty repository. For a ledger that exists there is `writeCommit`, which keeps what is there.
 *
 * @throws TidegateError `git-failed` when `main` has a commit already
 */
export async function openNewLine(folder: string): Promise<NewLine> {
  const found = await headOf(folder);
  if (found !== null) throw new TidegateError('git-failed', { command: 'fast-import', found });
  const child = spawnGit(folder, ['fast-import', '--quiet', '--done']);
  const exit = once(child, 'close');
  exit.catch(() => undefined); // awaited in `close`; a commit meets the same failure first
  child.stdin.on('error', () => undefined); // the answer that does not come says why
  child.stderr.resume();
  const answers = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>; // no encoding set: chunks are bytes
  let held = '';
  let marks = 0;

  const answer = async (): Promise<string> => {
    while (!held.includes('\n')) {
      const { value, done } = await answers.next().catch((error: unknown) => Promise.reject(asRefusal(error)));
      if (done) throw new TidegateError('git-failed', { command: 'fast-import' });
      held += value.toString('latin1');
    }
    const end = held.indexOf('\n');
    const line = held.slice(0, end);
    held = held.slice(end + 1);
    return line;
  };

  return {
    commit: async (draft) => {
      marks += 1;
      for (const part of commitStream(draft, { ref: 'refs/heads/main', mark: marks })) child.stdin.write(part);
      return answer();
    },
    close: async () => {
      child.stdin.end('done\n');
      const [status] = (await exit) as [number | null];
      if (status !== 0) throw new TidegateError('git-failed', { command: 'fast-import', status: status ?? -1 });
    },
  };
}
