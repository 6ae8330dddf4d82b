import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { TidegateError } from '../../shared/errors.ts';
import type { PlacedReading, ReadingOrder } from './readingOf.ts';

/** Beside this file: the source when run as TypeScript, the bundle when built. */
function workerFile(): string {
  const source = fileURLToPath(new URL('./readingWorker.ts', import.meta.url));
  return existsSync(source) ? source : fileURLToPath(new URL('./readingWorker.mjs', import.meta.url));
}

/**
 * Reads a file of windows in a thread of its own: two million characters of repeating events take most of a second, and
 * a hostile file some ten, in which the host goes on answering.
 */
export async function readInThread(order: ReadingOrder): Promise<PlacedReading> {
  const worker = new Worker(workerFile(), { workerData: order });
  worker.unref();
  try {
    return await new Promise<PlacedReading>((done, fail) => {
      worker.once('message', done);
      worker.once('error', fail);
      worker.once('exit', () => fail(new TidegateError('unexpected', { call: 'windows.readFile' })));
    });
  } finally {
    void worker.terminate();
  }
}
