import { parentPort, workerData } from 'node:worker_threads';
import { readingOf, type ReadingOrder } from './readingOf.ts';

parentPort?.postMessage(readingOf(workerData as ReadingOrder)); // given by readInThread alone
