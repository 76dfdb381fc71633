import { Worker } from 'node:worker_threads';
import { COLLECTOR } from './native.ts';

/** A thread of its own for each snippet: its event loop ends when nothing is left to do. */
const HARNESS = String.raw`
const { parentPort, workerData } = require('node:worker_threads');
const lines = ${COLLECTOR};
process.on('unhandledRejection', () => undefined);
process.on('exit', () => parentPort.postMessage(lines));
require('node:vm').runInThisContext(workerData);
`;

/** What Node prints for that code, in order. */
export function runInNode(code: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    let lines: readonly string[] = [];
    const worker = new Worker(HARNESS, { eval: true, workerData: code });
    worker.on('message', (message: readonly string[]) => {
      lines = message;
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(lines));
  });
}
