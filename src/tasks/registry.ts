import type { Task, TaskInfo } from './contract.ts';
import { hashInfo } from './hash/info.ts';
import type { TaskId } from './ids.ts';
import { imageBatchInfo } from './image-batch/info.ts';
import { blurInfo, denoiseInfo, edgesInfo } from './image/info.ts';
import { jsonInfo } from './json/info.ts';
import { mandelbrotInfo } from './mandelbrot/info.ts';
import { proofInfo } from './proof-of-work/info.ts';
import { sortInfo } from './sort/info.ts';
import { passwordInfo } from './password/info.ts';
import { primesInfo } from './primes/info.ts';
import { pathTracerInfo } from './path-tracer/info.ts';

interface Entry {
  readonly info: TaskInfo;
  load(): Promise<unknown>;
}

/** Every task: what is known of it at once, and its kernel, which is loaded when it is first to run. */
const REGISTRY: Readonly<Record<TaskId, Entry>> = {
  blur: { info: blurInfo, load: () => import('./image/blur.ts').then((module) => module.blur) },
  edges: { info: edgesInfo, load: () => import('./image/edges.ts').then((module) => module.edges) },
  denoise: { info: denoiseInfo, load: () => import('./image/denoise.ts').then((module) => module.denoise) },
  hash: { info: hashInfo, load: () => import('./hash/hash.ts').then((module) => module.hash) },
  mandelbrot: {
    info: mandelbrotInfo,
    load: () => import('./mandelbrot/mandelbrot.ts').then((module) => module.mandelbrot),
  },
  sort: { info: sortInfo, load: () => import('./sort/sort.ts').then((module) => module.sort) },
  'proof-of-work': {
    info: proofInfo,
    load: () => import('./proof-of-work/proof.ts').then((module) => module.proof),
  },
  json: { info: jsonInfo, load: () => import('./json/json.ts').then((module) => module.json) },
  'password-hash': {
    info: passwordInfo,
    load: () => import('./password/password.ts').then((module) => module.password),
  },
  primes: { info: primesInfo, load: () => import('./primes/primes.ts').then((module) => module.primes) },
  'path-tracer': {
    info: pathTracerInfo,
    load: () => import('./path-tracer/path-tracer.ts').then((module) => module.pathTracer),
  },
  'image-batch': {
    info: imageBatchInfo,
    load: () => import('./image-batch/image-batch.ts').then((module) => module.imageBatch),
  },
};

const loaded = new Map<TaskId, Promise<unknown>>();

export function infoOf(id: TaskId): TaskInfo {
  return REGISTRY[id].info;
}

/** The task, its module loaded once per thread. */
export function loadTask(id: TaskId): Promise<Task> {
  const found = loaded.get(id) ?? REGISTRY[id].load();
  loaded.set(id, found);
  // A load that failed (offline, the first time) may be tried again.
  found.catch(() => loaded.delete(id));
  // Params and shape are known only to the task itself; they are only ever handed back to it.
  return found as Promise<Task>;
}
