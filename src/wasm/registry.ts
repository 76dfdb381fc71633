import type { TaskId } from '../tasks/ids.ts';
import type { Twin } from '../tasks/twin.ts';
import type { Builds } from './load.ts';

/** A twin's two halves: the steps, and the compiled kernel. */
export interface TwinParts {
  readonly twin: Twin;
  readonly builds: Builds;
}

/** Every twin there is, loaded when it is first to run. */
const REGISTRY: Readonly<Partial<Record<TaskId, () => Promise<TwinParts>>>> = {
  blur: () =>
    halves(
      import('../tasks/image/blur-twin.ts').then((module) => module.blurTwin),
      import('../tasks/image/blur.as.ts?wasm'),
    ),
  edges: () =>
    halves(
      import('../tasks/image/edges-twin.ts').then((module) => module.edgesTwin),
      import('../tasks/image/edges.as.ts?wasm'),
    ),
  denoise: () =>
    halves(
      import('../tasks/image/denoise-twin.ts').then((module) => module.denoiseTwin),
      import('../tasks/image/denoise.as.ts?wasm'),
    ),
  hash: () =>
    halves(
      import('../tasks/hash/twin.ts').then((module) => module.hashTwin),
      import('../tasks/hash/hash.as.ts?wasm'),
    ),
  mandelbrot: () =>
    halves(
      import('../tasks/mandelbrot/mandelbrot-twin.ts').then((module) => module.mandelbrotTwin),
      import('../tasks/mandelbrot/mandelbrot.as.ts?wasm'),
    ),
  'path-tracer': () =>
    halves(
      import('../tasks/path-tracer/path-tracer-twin.ts').then((module) => module.pathTracerTwin),
      import('../tasks/path-tracer/path-tracer.as.ts?wasm'),
    ),
  primes: () =>
    halves(
      import('../tasks/primes/primes-twin.ts').then((module) => module.primesTwin),
      import('../tasks/primes/primes.as.ts?wasm'),
    ),
  sort: () =>
    halves(
      import('../tasks/sort/sort-twin.ts').then((module) => module.sortTwin),
      import('../tasks/sort/sort.as.ts?wasm'),
    ),
  'proof-of-work': () =>
    halves(
      import('../tasks/proof-of-work/proof-twin.ts').then((module) => module.proofTwin),
      import('../tasks/proof-of-work/proof.as.ts?wasm'),
    ),
  'password-hash': () =>
    halves(
      import('../tasks/password/password-twin.ts').then((module) => module.passwordTwin),
      import('../tasks/password/password.as.ts?wasm'),
    ),
  'image-batch': () =>
    halves(
      import('../tasks/image-batch/image-batch-twin.ts').then((module) => module.imageBatchTwin),
      import('../tasks/image-batch/image-batch.as.ts?wasm'),
    ),
};

/** What a twin's own steps take is known only to the twin; it is only ever handed back to it. */
async function halves(twin: Promise<unknown>, kernel: Promise<{ builds: Builds }>): Promise<TwinParts> {
  const [steps, { builds }] = await Promise.all([twin, kernel]);
  return { twin: steps as Twin, builds };
}

/** @throws Error where the task has no twin */
export function loadTwinParts(id: TaskId): Promise<TwinParts> {
  const load = REGISTRY[id];
  if (load === undefined) throw new Error(`The task ${id} has no WebAssembly twin.`);
  return load();
}
