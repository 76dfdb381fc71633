/**
 * Starts the loop worker. It is no part of the pool: it measures nothing, shares nothing, and is alone. The
 * linter allows `new Worker` in this file besides src/pool, and nowhere else.
 */
import type { LoopWorker } from './machine-client.ts';

let ahead: LoopWorker | null = null;

/** For the page that is about to come: the worker starts while the page is still being made. */
export function spawnAhead(): void {
  ahead ??= spawn();
}

/** A worker of one's own: the one that was started ahead goes to whoever comes first. */
export function spawnLoopWorker(): LoopWorker {
  const worker = ahead ?? spawn();
  ahead = null;
  return worker;
}

function spawn(): LoopWorker {
  const worker = new Worker(new URL('../../workers/loop.worker.ts', import.meta.url), { type: 'module' });
  // An empty run, numbered as none of a client's is: the first of the learner's then finds everything compiled.
  worker.postMessage({ type: 'record', run: 0, code: '', inputs: [] });
  return worker;
}
