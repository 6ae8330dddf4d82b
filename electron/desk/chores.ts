import { MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import type { BoardModel } from './boardModel.ts';
import type { Writer } from './writer.ts';

/** What has to happen without anybody asking: sending what is due, noticing that time has passed. */
export interface Chores {
  /** Something will be due then. */
  readonly expect: (at: Ms) => void;
  /** Does what is due by now; the timers call nothing else. */
  readonly run: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A failed send (a locked repository, a full disk) is tried again after this long. */
const RETRY_MS = 15_000;

export function createChores(given: {
  readonly model: BoardModel;
  readonly writer: () => Writer;
  readonly now: () => Ms;
  readonly reportDefect: (call: string, defect: unknown) => void;
  /** Off in tests, which call `run` themselves. */
  readonly timers: boolean;
}): Chores {
  const { model, writer, now, reportDefect, timers } = given;
  let next: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  const expect = (at: Ms): void => {
    if (!timers || closed) return;
    if (next) clearTimeout(next);
    next = setTimeout(() => void run().catch(() => undefined), Math.max(20, at - now()));
    next.unref();
  };
  const send = async (): Promise<void> => {
    try {
      await writer().sendDue();
      const due = writer().nextDue();
      if (due !== null) expect(due);
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
  const minute = timers ? setInterval(() => model.tick(), MINUTE_MS) : null;
  minute?.unref();
  return {
    expect,
    run,
    close: async () => {
      closed = true;
      if (next) clearTimeout(next);
      if (minute) clearInterval(minute);
      await running.catch(() => undefined);
    },
  };
}
