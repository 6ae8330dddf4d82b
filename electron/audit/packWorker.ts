import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { PackDocument } from '../../shared/audit/packDocument.ts';
import { drawPack } from './drawPack.ts';

/** What the worker tells: how many changes are drawn, and that the file is complete. */
export type PackNews = { readonly done: number; readonly total: number } | { readonly written: true };

export interface PackOrder {
  readonly pack: PackDocument;
  /** The unfinished file; its owner renames it. */
  readonly path: string;
}

const tell = (news: PackNews): void => parentPort?.postMessage(news);
const { pack, path } = workerData as PackOrder; // given by writePack alone

let told = 0;
const doc = drawPack(pack, (done, total) => {
  // A message per change would flood a long pack; a hundred steps are enough for a bar.
  if (done < total && done - told < total / 100) return;
  told = done;
  tell({ done, total });
});
await pipeline(doc, createWriteStream(path));
tell({ written: true });
