import { setTimeout as sleep } from 'node:timers/promises';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { backOffMs } from '../../shared/sync/backOff.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { NewCommit } from '../git/commitStream.ts';
import type { BoardModel } from './boardModel.ts';
import type { DueActions, OwnCommit } from './dueActions.ts';
import type { Progress } from './jobs.ts';
import type { LedgerGit } from './ledgerGit.ts';
import type { Exchange } from './sync/exchange.ts';
import type { Turn } from './turn.ts';

/** The only one that moves the branch: turns due actions, and whole imports, into commits. */
export interface Writer {
  /** Sends every action whose time for undo is over; one commit for all of them. On a board without a remote. */
  readonly sendDue: () => Promise<void>;
  /**
   * One commit now, behind whatever is being written. Returns once it is on the line and the board knows it: on a
   * board with a remote it waits for that, however long, until `progress` is cancelled.
   */
  readonly commit: (given: OwnCommit, progress?: Progress) => Promise<CommitId>;
  /** Is this action being written at this moment, or was it offered to the remote, so that undo comes too late? */
  readonly isSending: (row: number) => boolean;
  /** When the next action is due; null when none waits. */
  readonly nextDue: () => Ms | null;
}

export function createWriter(given: {
  readonly git: LedgerGit;
  readonly model: BoardModel;
  readonly actions: DueActions;
  readonly turn: Turn;
  /** Null on a board without a remote. */
  readonly exchange: Exchange | null;
  readonly now: () => Ms;
  readonly random: () => number;
}): Writer {
  const { git, model, actions, turn, exchange, now, random } = given;
  let sending: readonly number[] = [];
  const write = async (draft: NewCommit): Promise<CommitId> => {
    actions.requireWhole();
    const commit = await git.write({ ...draft, parent: await git.head() });
    await model.refresh();
    return commit;
  };
  const sendDue = async (): Promise<void> => {
    // A row that is on the line already was committed before a crash: refresh deletes it.
    await model.refresh();
    const due = actions.due();
    const draft = actions.draftOf(due);
    if (!draft || model.replay().halt()) return;
    sending = due.map(({ row }) => row);
    try {
      await write(draft);
    } finally {
      sending = [];
    }
  };

  return {
    sendDue: () => turn(sendDue),
    commit: (own, progress) => {
      const draft = actions.draft(own, now());
      return exchange ? publish({ exchange, turn, actions, draft, progress, random }) : turn(() => write(draft));
    },
    isSending: (row) => sending.includes(row) || (exchange?.isOffered(row) ?? false),
    nextDue: actions.nextDue,
  };
}

/** Tries until the remote holds it: never left on this machine alone. Others get their turn in between. */
async function publish(given: {
  readonly exchange: Exchange;
  readonly turn: Turn;
  readonly actions: DueActions;
  readonly draft: NewCommit;
  readonly progress: Progress | undefined;
  readonly random: () => number;
}): Promise<CommitId> {
  const { exchange, turn, actions, draft, progress, random } = given;
  const signal = progress?.signal;
  for (let failures = 1; ; failures += 1) {
    try {
      const say = ({ done, total }: { readonly done: number; readonly total: number }): void =>
        progress?.say('Sending to the shared repository', done, total);
      const { extra, how } = await turn(() => exchange.round({ signal, say, extra: draft }));
      if (extra !== null) return extra;
      actions.requireWhole();
      throw new TidegateError(how === 'rewritten' ? 'remote-rewritten' : 'remote-moved');
    } catch (error) {
      if (!(error instanceof TidegateError && error.code === 'remote-unreachable')) throw error;
      if (!progress) throw error;
    }
    progress.say('Waiting for the shared repository', 0, 0);
    await sleep(backOffMs(failures, random()), null, { signal }).catch(() => undefined);
  }
}
