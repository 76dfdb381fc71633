/**
 * Starts the loop worker. It is no part of the pool: it measures nothing, shares nothing, and is alone. The
 * linter allows `new Worker` in this file besides src/pool, and nowhere else.
 */
import type { LoopWorker } from './machine-client.ts';

export function spawnLoopWorker(): LoopWorker {
  return new Worker(new URL('../../workers/loop.worker.ts', import.meta.url), { type: 'module' });
}
