import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { TidegateError } from '../../shared/errors.ts';
import type { PackDocument } from '../../shared/audit/packDocument.ts';
import type { PackNews, PackOrder } from './packWorker.ts';

/** Beside this file: the source when run as TypeScript, the bundle when built. */
function workerFile(): string {
  const source = fileURLToPath(new URL('./packWorker.ts', import.meta.url));
  return existsSync(source) ? source : fileURLToPath(new URL('./packWorker.mjs', import.meta.url));
}

/**
 * Draws the pack in a thread of its own and puts it at `path`, whole or not at all.
 *
 * @throws TidegateError `cancelled` when `signal` fires first; nothing is left behind then
 */
export async function writePack(given: {
  readonly pack: PackDocument;
  readonly path: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}): Promise<void> {
  const { pack, path, onProgress, signal } = given;
  if (signal?.aborted) throw new TidegateError('cancelled', {});
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  const order: PackOrder = { pack, path: unfinished };
  const worker = new Worker(workerFile(), { workerData: order });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  try {
    await new Promise<void>((done, fail) => {
      let written = false;
      worker.on('message', (news: PackNews) => {
        if ('written' in news) written = true;
        else onProgress?.(news.done, news.total);
      });
      worker.on('error', fail);
      worker.on('exit', () => {
        if (written) done();
        else fail(new TidegateError(signal?.aborted ? 'cancelled' : 'unexpected', {}));
      });
    });
    renameSync(unfinished, path);
  } finally {
    signal?.removeEventListener('abort', stop);
    rmSync(unfinished, { force: true });
  }
}
