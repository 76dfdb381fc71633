import type { World } from '../../stage/world.ts';
import type { Alone, Together } from './count.ts';

/** Read, add, write: somebody may write in between. */
export async function plain({ memory, workers, times, log }: World & Together): Promise<number> {
  const counter = new Int32Array(memory);
  // each, {millions} million times:
  //   counter[0] = counter[0] + 1
  await Promise.all(workers.map((worker) => worker.add(memory, times)));
  log('both are done');
  return counter[0] as number;
}

/** Read, add and write in one piece. */
export async function atomic({ memory, workers, times, log }: World & Together): Promise<number> {
  const counter = new Int32Array(memory);
  // each, {millions} million times:
  //   Atomics.add(counter, 0, 1)
  await Promise.all(workers.map((worker) => worker.addAtomic(memory, times)));
  log('both are done');
  return counter[0] as number;
}

/** Each has a number of its own, and tells it at the end. */
export async function alone({ workers, times, log }: World & Alone): Promise<number> {
  // each, {millions} million times:
  //   own[0] = own[0] + 1
  const counts = await Promise.all(workers.map((worker) => worker.addAlone(times)));
  log('both are done');
  return counts.reduce((sum, n) => sum + n, 0);
}
