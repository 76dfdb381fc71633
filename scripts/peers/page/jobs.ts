import { makeYield } from '../../../src/async/yield.ts';
import { Pool } from '../../../src/pool/pool.ts';
import { spawnCompute } from '../../../src/pool/spawn.ts';
import type { Job, RunOptions } from '../../../src/strategies/contract.ts';
import { poolStrategy } from '../../../src/strategies/pool.ts';
import type { Part, Task } from '../../../src/tasks/contract.ts';
import { loadTask } from '../../../src/tasks/registry.ts';
import { once } from './once.ts';

export const WORKERS = 2;
export const TINY_PARTS = 10_000;

export const pool = once(() => new Pool(spawnCompute));
export const byPool = once(() => poolStrategy(pool()));

/** Where memory is shared, parts are claimed; where it isn't, they are sent. */
export type Memory = 'shared' | 'messages';

function outputOf(bytes: number, memory: Memory): ArrayBuffer | SharedArrayBuffer {
  return memory === 'shared' ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

export async function drawing(size: Readonly<Record<string, string>>, memory: Memory): Promise<Job> {
  const task: Task = await loadTask('mandelbrot');
  const params = task.parse(size);
  const plan = task.plan(params, {});
  return {
    task,
    params,
    shape: {},
    plan,
    source: { kind: 'none' },
    output: outputOf(plan.outputBytes, memory),
  };
}

/** `atOnce`: parts that may all run at the same time; `inTurn`: none begins before the one before has ended. */
export type Order = 'atOnce' | 'inTurn';

/** So many parts in which there is nothing to do: tiles without a pixel. */
export async function nothing(count: number, memory: Memory, order: Order = 'atOnce'): Promise<Job> {
  const job = await drawing({}, memory);
  const empty = { start: 0, end: 0 };
  const parts = Array.from({ length: count }, (_, index): Part => {
    const tile = { left: 0, top: 0, width: 0, height: 0 };
    const stage = order === 'inTurn' ? { stage: index } : {};
    return { index, input: empty, output: empty, cost: 1, ...tile, ...stage };
  });
  return { ...job, plan: { parts, outputBytes: 0 } };
}

/** 32 tiles, of which the deep ones take longest: about half a second on one thread. */
export const drawing32 = (memory: Memory): Promise<Job> =>
  drawing({ width: '1024', height: '512', tile: '128', iterations: '2000' }, memory);

/** In steps of about 2 ms, for chunked. */
export const drawingInSteps = (): Promise<Job> =>
  drawing({ width: '1024', height: '768', iterations: '1500' }, 'messages');

export function optionsOf(signal: AbortSignal, workers = WORKERS): RunOptions {
  const breathe = makeYield('postTask') ?? makeYield('messageChannel');
  if (breathe === null) throw new Error('This browser has no way to yield.');
  return { signal, now: () => performance.now(), workers, sliceMs: 8, breathe, assign: 'dynamic' };
}
