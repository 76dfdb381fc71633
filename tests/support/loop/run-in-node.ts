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
function runInNode(code: string): Promise<readonly string[]> {
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

/** So many threads at a time; more would take the time from each other, and timers would be late. */
const AT_ONCE = 3;

/** Starts all of them, a few at a time; each is answered for itself. */
export function startInNode(codes: readonly string[]): readonly Promise<readonly string[]>[] {
  const lanes = Array.from({ length: AT_ONCE }, (): Promise<unknown> => Promise.resolve());
  return codes.map((code, index) => {
    const lane = index % AT_ONCE;
    const lines = (lanes[lane] ?? Promise.resolve()).then(() => runInNode(code));
    lanes[lane] = lines.catch(() => undefined); // whoever waits for these lines hears of it
    return lines;
  });
}
