import { loadEngine } from '../../../src/strategies/engine.ts';
import type { Draft, Job, RunSource } from '../../../src/strategies/contract.ts';
import { placesFor } from '../../../src/strategies/run-memory.ts';
import type { Engine } from '../../../src/tasks/contract.ts';
import type { TaskId } from '../../../src/tasks/ids.ts';
import { loadTask } from '../../../src/tasks/registry.ts';
import { HEIGHT, picturePixels, SIGMA, WIDTH } from '../picture.mjs';
import { bytesOf, MIB } from './bytes.ts';
import { byPool, optionsOf, WORKERS } from './jobs.ts';
import { once } from './once.ts';

/** A task of the product with an input, before it has an engine and memory. */
interface Ask {
  readonly task: TaskId;
  readonly params?: Readonly<Record<string, string>>;
  readonly shape?: unknown;
  readonly input?: () => Uint8Array;
}

const picture = { shape: { width: WIDTH, height: HEIGHT }, input: picturePixels };

function files(count: number, size: number, algorithm: string): Ask {
  const sizes = Array.from({ length: count }, () => size);
  return { task: 'hash', params: { algorithm }, shape: { sizes }, input: () => bytesOf(count * size) };
}

const ASKED: Readonly<Record<string, Ask>> = {
  blur: { task: 'blur', params: { sigma: String(SIGMA) }, ...picture },
  'median 5': { task: 'denoise', params: { radius: '2' }, ...picture },
  'median 3': { task: 'denoise', params: { radius: '1' }, ...picture },
  edges: { task: 'edges', ...picture },
  'SHA-256, files': files(200, MIB, 'sha256'),
  'SHA-256, stream': files(1, 64 * MIB, 'sha256'),
  BLAKE3: files(1, 256 * MIB, 'blake3'),
  'BLAKE3, huge': files(1, 1024 * MIB, 'blake3'),
  Mandelbrot: { task: 'mandelbrot', params: { width: '1024', height: '768', iterations: '1500' } },
  'path tracer': { task: 'path-tracer', params: { width: '320', height: '240', samples: '16' } },
};

async function draftOf({ task: id, params: given = {}, shape = {} }: Ask, source: RunSource): Promise<Draft> {
  const task = await loadTask(id);
  const params = task.parse(given);
  return { task, params, shape, plan: task.plan(params, shape), source };
}

/** Input and output in shared memory, all of it touched, as on an isolated page after a warm-up. */
async function tsJob(ask: Ask): Promise<Job> {
  const input = ask.input?.();
  const buffer = new SharedArrayBuffer(input?.length ?? 0);
  if (input !== undefined) new Uint8Array(buffer).set(input);
  const draft = await draftOf(ask, input === undefined ? { kind: 'none' } : { kind: 'memory', buffer });
  return { ...draft, engine: 'ts', output: new SharedArrayBuffer(draft.plan.outputBytes) };
}

/** The same in the one memory that the WebAssembly of all threads works in. */
async function wasmJob(ask: Ask): Promise<Job> {
  const input = ask.input?.();
  const draft = await draftOf(
    ask,
    input === undefined ? { kind: 'none' } : { kind: 'memory', buffer: new ArrayBuffer(0) },
  );
  const places = placesFor(draft, WORKERS + 1);
  if (places === null) throw new Error('There is not enough memory in one piece.');
  if (input !== undefined) new Uint8Array(places.memory.memory.buffer).set(input, places.input.start);
  const { source, output, memory, outputStart = 0 } = places;
  const { task, copied } = await loadEngine(draft.task, 'wasm', memory);
  return { ...draft, task, engine: 'wasm', source, output, memory, outputStart, copied };
}

/** The rest of the time is the pool's: workers are woken, the last of them is heard, and one waits for the other. */
interface OurFigures extends Readonly<Record<string, number>> {
  readonly wallMs: number;
  readonly 'at work, a worker': number;
}

/** One job for all runs of an engine: only the first meets memory that nobody has touched. */
function runsOf(ask: Ask, engine: Engine): (workers: number) => () => Promise<OurFigures> {
  const job = once(() => (engine === 'ts' ? tsJob(ask) : wasmJob(ask)));
  return (workers) => async () => {
    const { cost } = await byPool().run(await job(), optionsOf(new AbortController().signal, workers));
    return { wallMs: cost.wallMs, 'at work, a worker': cost.computeMs / workers };
  };
}

function contendersOf([name, ask]: readonly [string, Ask]): [string, () => Promise<OurFigures>][] {
  return (['wasm', 'ts'] as const).flatMap((engine) => {
    const run = runsOf(ask, engine);
    return [1, WORKERS].map((workers): [string, () => Promise<OurFigures>] => [
      `${name}: ${engine}, ${String(workers)}`,
      run(workers),
    ]);
  });
}

/** The product's own kernels on its own pool, by job, engine and number of workers. */
export const ourContenders = Object.fromEntries(Object.entries(ASKED).flatMap(contendersOf));
