import { parentPort, Worker } from 'node:worker_threads';
import type { ReadWindow } from '../../shared/exchange/windowReading.ts';
import { comparedWithIcal } from './icsOracle.ts';

type Compared = ReturnType<typeof comparedWithIcal>;

/** ical.js never comes back from some files: a zone that changes its clocks every second. */
const LONGEST_MS = 20_000;

interface Oracle {
  /** Null where ical.js takes longer than it may. */
  compare(text: string, windows: readonly ReadWindow[]): Promise<Compared | null>;
  close(): Promise<unknown>;
}

/** `comparedWithIcal` in a thread of its own, which is ended and begun anew when it hangs. */
export function openOracle(): Oracle {
  let thread = start();
  return {
    async compare(text, windows) {
      const compared = await answerOf(thread, { text, windows });
      if (compared === null) {
        void thread.terminate();
        thread = start();
      }
      return compared;
    },
    close: () => thread.terminate(),
  };
}

function answerOf(thread: Worker, question: object): Promise<Compared | null> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => settled(null), LONGEST_MS);
    const settled = (answer: Compared | null) => {
      clearTimeout(late);
      for (const name of ['message', 'error']) thread.removeAllListeners(name);
      resolve(answer);
    };
    thread.once('message', settled);
    thread.once('error', (cause) => {
      clearTimeout(late);
      reject(cause);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(question);
  });
}

function start(): Worker {
  return new Worker(new URL(import.meta.url));
}

parentPort?.on('message', ({ text, windows }: { text: string; windows: readonly ReadWindow[] }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(comparedWithIcal(text, windows));
});
