import { MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import type { Auditing } from './auditing.ts';
import type { BoardModel } from './boardModel.ts';
import type { Sync } from './sync/createSync.ts';

/** What has to happen without anybody asking: sending what is due, looking at the remote, noticing that time has passed. */
export interface Chores {
  /** Something will be due then. */
  readonly expect: (at: Ms) => void;
  /** Does what is due by now; the timers call nothing else. */
  readonly run: () => Promise<void>;
  /** Notices that time has passed; the timers do the same every minute. */
  readonly tick: () => void;
  readonly close: () => Promise<void>;
}

/** A failed send (a locked repository, a full disk) is tried again after this long. */
const RETRY_MS = 15_000;
/** Each commit is a few loose objects; Git packs them once there are thousands. */
const MAINTAIN_MS = 20 * MINUTE_MS;

export function createChores(given: {
  readonly model: BoardModel;
  readonly sync: Sync;
  readonly auditing: () => Auditing;
  /** Keeps the clone in good order; may take minutes. */
  readonly maintain: (signal: AbortSignal) => Promise<void>;
  /** Says again what has lost its number. */
  readonly reissue: () => Promise<void>;
  readonly now: () => Ms;
  readonly reportDefect: (call: string, defect: unknown) => void;
  /** Off in tests, which call `run` themselves. */
  readonly timers: boolean;
}): Chores {
  const { model, sync, auditing, maintain, reissue, now, reportDefect, timers } = given;
  let next: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  let closed = false;
  const stop = new AbortController();

  const expect = (at: Ms): void => {
    if (!timers || closed) return;
    if (next) clearTimeout(next);
    next = setTimeout(() => void run().catch(() => undefined), Math.max(20, at - now()));
    next.unref();
  };
  const send = async (): Promise<void> => {
    try {
      await sync.once();
      await reissue();
      const at = sync.nextTry();
      // What is due and could not be sent (a line that is broken) is not asked for at once again.
      if (at !== null) expect(at > now() ? at : now() + RETRY_MS);
    } catch (error) {
      reportDefect('send', error);
      expect(now() + RETRY_MS);
      throw error;
    }
  };
  const run = (): Promise<void> => {
    running = running.then(send, send);
    return running;
  };
  const tick = (): void => {
    model.tick();
    auditing().verifyIfDue();
  };
  const eachMinute = async (): Promise<void> => {
    try {
      // Somebody else may have written to the folder: a command, a pipeline.
      await model.refresh();
      tick();
      await reissue();
    } catch (error) {
      reportDefect('minute', error);
    }
  };
  const keepUp = async (): Promise<void> => {
    try {
      await maintain(stop.signal);
    } catch (error) {
      if (!closed) reportDefect('maintain', error);
    }
  };
  const periodic = timers ? [every(MINUTE_MS, eachMinute), every(MAINTAIN_MS, keepUp)] : [];
  return {
    expect,
    run,
    tick,
    close: async () => {
      closed = true;
      stop.abort();
      if (next) clearTimeout(next);
      periodic.forEach(clearInterval);
      await running.catch(() => undefined);
    },
  };
}

function every(period: Ms, act: () => Promise<void>): NodeJS.Timeout {
  return setInterval(() => void act(), period).unref();
}
