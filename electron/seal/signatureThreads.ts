import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { TidegateError } from '../../shared/errors.ts';
import type { AskedSignature, SignatureOrder } from './signatureOrder.ts';

/** `verifySshsig` in threads of their own: two thirds of reading a long line is arithmetic that nobody has to wait for. */
export interface SignatureThreads {
  /** Whether each is good, in the order asked. */
  readonly check: (asked: readonly AskedSignature[]) => Promise<readonly boolean[]>;
  readonly close: () => void;
}

const MOST_THREADS = 4;

export function openSignatureThreads(): SignatureThreads {
  const waiting = new Map<
    number,
    { readonly done: (good: readonly boolean[]) => void; readonly fail: (error: unknown) => void }
  >();
  const failAll = (error: unknown): void => {
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const workers = Array.from({ length: Math.min(availableParallelism(), MOST_THREADS) }, () => {
    const worker = new Worker(workerFile());
    worker.unref();
    worker.on('message', ({ order, good }: { order: number; good: readonly boolean[] }) => {
      waiting.get(order)?.done(good);
      waiting.delete(order);
    });
    worker.on('error', failAll);
    worker.on('exit', () => failAll(new TidegateError('unexpected', { call: 'signatures' })));
    return worker;
  });
  let orders = 0;
  return {
    check: (asked) =>
      new Promise((done, fail) => {
        orders += 1;
        waiting.set(orders, { done, fail });
        workers[orders % workers.length]?.postMessage({ order: orders, asked } satisfies SignatureOrder);
      }),
    close: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}

/** Beside this file: the source when run as TypeScript, the bundle when built. */
function workerFile(): string {
  const source = fileURLToPath(new URL('./signatureWorker.ts', import.meta.url));
  return existsSync(source) ? source : fileURLToPath(new URL('./signatureWorker.mjs', import.meta.url));
}
