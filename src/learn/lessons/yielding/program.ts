import type { World } from '../../stage/world.ts';
import type { EveryWay, OneWay } from './slices.ts';

/** Slices, with a microtask between them. */
export async function microtask({ job, log }: World & OneWay): Promise<void> {
  let began = performance.now();
  while (!job.step()) {
    if (performance.now() - began < 5) continue;
    // eslint-disable-next-line @typescript-eslint/await-thenable -- a turn that is none: that is the lesson
    await null; // let others in?
    began = performance.now();
  }
  log('done');
}

/** Slices, with a task between them. */
export async function task({ job, turn, log }: World & OneWay): Promise<void> {
  let began = performance.now();
  while (!job.step()) {
    if (performance.now() - began < 5) continue;
    await turn(); // in another task
    began = performance.now();
  }
  log('done');
}

/** The same work once for each way. */
export async function everyWay({ ways, slices, log }: World & EveryWay): Promise<void> {
  for (const way of ways) {
    await slices(way.turn); // measured
  }
  log('done');
}
