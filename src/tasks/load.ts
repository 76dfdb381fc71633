import type { Task } from './contract.ts';
import type { TaskId } from './ids.ts';

/** Every task's module, for workers: each loads only what it is asked to run. */
const LOADERS: Readonly<Record<TaskId, () => Promise<unknown>>> = {
  blur: () => import('./image/blur.ts').then((module) => module.blur),
  edges: () => import('./image/edges.ts').then((module) => module.edges),
  denoise: () => import('./image/denoise.ts').then((module) => module.denoise),
  hash: () => import('./hash/hash.ts').then((module) => module.hash),
  mandelbrot: () => import('./mandelbrot/mandelbrot.ts').then((module) => module.mandelbrot),
};

const loaded = new Map<TaskId, Promise<unknown>>();

/** The task, its module loaded once per thread. */
export function loadTask(id: TaskId): Promise<Task> {
  const found = loaded.get(id) ?? LOADERS[id]();
  loaded.set(id, found);
  // Params and shape are known only to the task itself; they are only ever handed back to it.
  return found as Promise<Task>;
}
