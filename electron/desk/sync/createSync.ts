import type { Rewrite, SyncState, SyncView } from '../../../shared/api/syncCalls.ts';
import { TidegateError } from '../../../shared/errors.ts';
import type { CommitId } from '../../../shared/ids.ts';
import { CLOCK_SLACK_MS } from '../../../shared/ledger/futureDated.ts';
import { backOffMs, periodMs } from '../../../shared/sync/backOff.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { OutboxTable } from '../../workspace/outboxTable.ts';
import type { BoardModel } from '../boardModel.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Turn } from '../turn.ts';
import { isUnwritable } from '../unwritable.ts';
import type { Writer } from '../writer.ts';
import type { Exchange, Round } from './exchange.ts';
import type { SyncNotes } from './syncMemory.ts';

/** What came in while a round ran goes with the next one, which begins after so long. */
const BREATH_MS = 200;

/** Keeps one board level with its remote. On a board without one it only sends what is due. */
export interface Sync {
  readonly view: () => SyncView;
  /**
   * One round to its end, whatever the back-off says; a paused board is left alone. The timers call nothing else.
   * What the remote refuses is told by the view.
   *
   * @throws what is nobody's refusal but a defect, and on a board without a remote whatever kept the commit from it
   */
  readonly once: () => Promise<SyncView>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Puts the verified line back onto a rewritten remote. @throws TidegateError `remote-moved` unless it stands at `theirs` */
  readonly restoreLine: (theirs: CommitId) => Promise<void>;
  readonly dismissWentBack: () => void;
  /** When the timers should call `once`; null while only a person can go on. */
  readonly nextTry: () => Ms | null;
  /** What a record signed now has seen, see rule 6 of the ledger. */
  readonly seen: () => CommitId;
  /** @throws TidegateError `sync-paused` before work that waits for the remote */
  readonly requireRunning: () => void;
  /** @throws TidegateError `clock-off` with `offMs`: nobody signs by a clock that is more than five minutes off */
  readonly requireClock: () => void;
  /** Ends what runs. */
  readonly close: () => Promise<void>;
}

export function createSync(given: {
  /** Its address as it may be shown; null: the board is on this machine only. */
  readonly remote: string | null;
  readonly exchange: Exchange | null;
  readonly turn: Turn;
  readonly writer: Writer;
  readonly model: BoardModel;
  readonly outbox: OutboxTable;
  readonly boardName: string;
  readonly notes: SyncNotes;
  readonly newsroom: Newsroom;
  readonly now: () => Ms;
  readonly random: () => number;
  /** Asks the timers to call `once` then. */
  readonly schedule: (at: Ms) => void;
}): Sync {
  const { remote, exchange, turn, writer, model, outbox, boardName, notes, newsroom, now, random, schedule } = given;
  let step: SyncView['step'] = null;
  let problem: SyncView['problem'] = null;
  let rewrite: Rewrite | null = null;
  let lastTry: Ms | null = null;
  let failures = 0;
  let restAt: Ms = now();
  let running: { readonly round: Promise<SyncView>; readonly stop: AbortController } | null = null;

  const tell = (): void => newsroom.tell('sync');
  const clockOffMs = (): Ms | null => {
    const byRemote = notes.read().clockOffMs;
    if (byRemote !== null || remote === null) return byRemote;
    const behind = now() - (model.board().clock ?? now());
    return behind < -CLOCK_SLACK_MS ? behind : null;
  };
  const unsent = (): number => outbox.list(boardName).length;
  const nextTry = (): Ms | null => {
    if (remote === null) return writer.nextDue();
    if (notes.read().paused || running) return null;
    const due = failures > 0 || rewrite || model.replay().halt() ? null : writer.nextDue();
    return due === null ? restAt : Math.min(restAt, Math.max(due, now() + BREATH_MS));
  };
  const state = (): SyncState => {
    if (remote === null) return 'no-remote';
    if (notes.read().paused) return 'paused';
    if (running) return 'syncing';
    if (model.replay().halt()) return 'halted';
    if (rewrite) return 'rewritten';
    if (problem) return stateAfter(problem);
    return unsent() > 0 || notes.read().lastContact === null ? 'waiting' : 'level';
  };
  const view = (): SyncView => ({
    state: state(),
    remote,
    unsent: unsent(),
    lastContact: notes.read().lastContact,
    lastTry,
    nextTry: nextTry(),
    step,
    problem,
    wentBack: notes.read().wentBack,
    rewrite,
    clockOffMs: clockOffMs(),
  });

  const succeeded = (round: Round): void => {
    problem = null;
    failures = 0;
    rewrite = round.rewrite;
    restAt = now() + periodMs(random());
  };
  const failed = (error: unknown): void => {
    const refusal = asRefusal(error);
    if (refusal.code === 'cancelled') return;
    problem = { code: refusal.code, facts: refusal.facts };
    failures += 1;
    // Logins that are refused again and again lock an account: the longest wait, from the first one on.
    const isLogin = refusal.code === 'remote-refused-login';
    restAt = now() + backOffMs(isLogin ? Infinity : failures, random());
    if (refusal.code === 'unexpected') throw error;
  };
  const say = (told: NonNullable<SyncView['step']>): void => {
    step = told;
    tell();
  };
  const run = async (exchanging: Exchange, signal: AbortSignal): Promise<SyncView> => {
    lastTry = now();
    try {
      succeeded(await turn(() => exchanging.round({ signal, say })));
    } catch (error) {
      failed(error);
    } finally {
      step = null;
      running = null;
      tell();
      const next = nextTry();
      if (next !== null) schedule(next);
    }
    return view();
  };
  const once = async (): Promise<SyncView> => {
    if (!exchange) {
      await writer.sendDue();
      return view();
    }
    if (notes.read().paused) return view();
    if (!running) {
      const stop = new AbortController();
      running = { stop, round: run(exchange, stop.signal) };
      tell();
    }
    return running.round;
  };
  const stopped = async (): Promise<void> => {
    running?.stop.abort();
    await running?.round.catch(() => undefined);
  };

  return {
    view,
    once,
    nextTry,
    pause: () => {
      notes.note({ paused: true });
      void stopped();
      tell();
    },
    resume: () => {
      notes.note({ paused: false });
      failures = 0;
      restAt = now();
      tell();
    },
    restoreLine: async (theirs) => {
      if (!exchange) throw new TidegateError('remote-moved', { expected: theirs });
      await turn(() => exchange.restore(theirs));
      rewrite = null;
      await once();
    },
    dismissWentBack: () => {
      notes.note({ wentBack: null });
      tell();
    },
    seen: () => exchange?.aheadOf() ?? model.board().head,
    requireRunning: () => {
      if (remote !== null && notes.read().paused) throw new TidegateError('sync-paused');
    },
    requireClock: () => {
      const offMs = clockOffMs();
      if (offMs !== null) throw new TidegateError('clock-off', { offMs });
    },
    close: stopped,
  };
}

function asRefusal(error: unknown): TidegateError {
  if (error instanceof TidegateError) return error;
  return new TidegateError(isUnwritable(error) ? 'not-saved' : 'unexpected', { call: 'sync' });
}

/** What the other side answered, and what became of a round on this one. */
function stateAfter({ code, facts }: NonNullable<SyncView['problem']>): SyncState {
  if (code === 'remote-unreachable') return 'offline';
  const isTheirs = code === 'branch-protected' || (code.startsWith('remote-') && code !== 'remote-untrusted');
  return isTheirs || facts['where'] === 'remote' ? 'refused' : 'failed';
}
