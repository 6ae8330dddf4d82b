import { parentPort } from 'node:worker_threads';
import type { SignatureOrder } from './signatureOrder.ts';
import { verifySshsig } from './sshsig.ts';

parentPort?.on('message', ({ order, asked }: SignatureOrder) => {
  parentPort?.postMessage({ order, good: asked.map(verifySshsig) });
});
