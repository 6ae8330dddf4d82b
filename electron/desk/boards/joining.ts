import { readdirSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { monotonicFactory } from 'ulid';
import type { JoinedBoard } from '../../../shared/api/boardCalls.ts';
import { TidegateError } from '../../../shared/errors.ts';
import type { Fingerprint } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { checkAddress, plainAddress } from '../../git/remoteAddress.ts';
import { boardFolder, type BoardFolder } from '../boardFolder.ts';
import type { Jobs } from '../jobs.ts';
import { fetchBoard } from './fetchBoard.ts';

/** Boards on their way onto this machine. They lie beside the others under names that no board has. */
export interface Joining {
  /** Starts the job. @throws TidegateError `address-refused` */
  readonly start: (address: string, root: Fingerprint | null) => string;
  /** @throws TidegateError `job-not-found` before it has ended well */
  readonly found: (job: string) => Omit<JoinedBoard, 'already'>;
  /** Moves it among the boards. @throws TidegateError `job-not-found` */
  readonly keep: (job: string, name: string) => void;
  readonly discard: (job: string) => void;
}

const PREFIX = '.joining-';

export function createJoining(given: { readonly home: string; readonly jobs: Jobs; readonly now: () => Ms }): Joining {
  const { home, jobs, now } = given;
  const ulid = monotonicFactory();
  const staged = new Map<
    string,
    { readonly folder: BoardFolder; found: Omit<JoinedBoard, 'job' | 'already'> | null }
  >();
  removeLeftOver(home);

  const held = (job: string) => {
    const one = staged.get(job);
    if (!one?.found) throw new TidegateError('job-not-found', { job });
    return { folder: one.folder, found: one.found };
  };
  return {
    start: (address, root) => {
      const checked = checkAddress(address);
      const folder = boardFolder(home, `${PREFIX}${ulid(now())}`);
      const one: { readonly folder: BoardFolder; found: Omit<JoinedBoard, 'job' | 'already'> | null } = {
        folder,
        found: null,
      };
      const job = jobs.start('join', `Joining ${plainAddress(checked)}`, async (progress) => {
        try {
          const found = await fetchBoard(folder, { address: checked, root }, progress);
          progress.signal.throwIfAborted();
          return (one.found = found);
        } catch (error) {
          remove(folder);
          throw error;
        }
      });
      staged.set(job, one);
      return job;
    },
    found: (job) => ({ job, ...held(job).found }),
    keep: (job, name) => {
      renameSync(held(job).folder.home, boardFolder(home, name).home);
      staged.delete(job);
    },
    discard: (job) => {
      const one = staged.get(job);
      if (!one) return;
      // One that still runs is cancelled, and cleans up behind itself.
      if (one.found) remove(one.folder);
      else if (jobs.list().some((view) => view.job === job && view.state === 'running')) jobs.cancel(job);
      staged.delete(job);
    },
  };
}

/** What an earlier run fetched and nobody confirmed. */
function removeLeftOver(home: string): void {
  const folder = join(home, 'boards');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (name.startsWith(PREFIX)) remove(boardFolder(home, name));
}

function remove({ home }: BoardFolder): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
}
