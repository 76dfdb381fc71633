import type { Task } from './contract.ts';
import type { TaskId } from './ids.ts';

/** Every task's kernel, loaded when it is first to run. What is known of a task before that: `infos.ts`. */
const LOADS: Readonly<Record<TaskId, () => Promise<unknown>>> = {
  blur: () => import('./image/blur.ts').then((module) => module.blur),
  edges: () => import('./image/edges.ts').then((module) => module.edges),
  denoise: () => import('./image/denoise.ts').then((module) => module.denoise),
  hash: () => import('./hash/hash.ts').then((module) => module.hash),
  mandelbrot: () => import('./mandelbrot/mandelbrot.ts').then((module) => module.mandelbrot),
  sort: () => import('./sort/sort.ts').then((module) => module.sort),
  'proof-of-work': () => import('./proof-of-work/proof.ts').then((module) => module.proof),
  json: () => import('./json/json.ts').then((module) => module.json),
  'password-hash': () => import('./password/password.ts').then((module) => module.password),
  primes: () => import('./primes/primes.ts').then((module) => module.primes),
  'path-tracer': () => import('./path-tracer/path-tracer.ts').then((module) => module.pathTracer),
  'image-batch': () => import('./image-batch/image-batch.ts').then((module) => module.imageBatch),
};

const loaded = new Map<TaskId, Promise<unknown>>();

/** The task, its module loaded once per thread. */
export function loadTask(id: TaskId): Promise<Task> {
  const found = loaded.get(id) ?? LOADS[id]();
  loaded.set(id, found);
  // A load that failed (offline, the first time) may be tried again.
  found.catch(() => loaded.delete(id));
  // Params and shape are known only to the task itself; they are only ever handed back to it.
  return found as Promise<Task>;
}
