import type { Pool } from '../../pool/pool.ts';
import { isShared } from '../../pool/transfer.ts';
import type { Draft, Job } from '../../strategies/contract.ts';
import { placesFor, type RunPlaces } from '../../strategies/run-memory.ts';
import { loadEngine } from '../../strategies/engine.ts';
import type { Engine } from '../../tasks/contract.ts';
import { OutputBuffer } from '../model/job.ts';
import { fingerprintResult, fingerprintShared, type Checked } from './fingerprint.ts';

/** Where an experiment's runs by one engine read and write. Every run of it finds the output cleared. */
export interface Workplace {
  readonly engine: Engine;
  /** A job with somewhere to write. */
  job(): Job;
  /**
   * The fingerprint of a result, computed in a worker; then the output is cleared, unless the result is kept.
   * @throws WorkerDiedError, PoolGaveUpError
   */
  check(result: Uint8Array, job: Job, keep: boolean): Promise<Checked>;
}

export interface PlaceOptions {
  readonly pool: Pool;
  /** Memory can be shared here. */
  readonly shared: boolean;
  /** The most workers that a run will have. */
  readonly workers: number;
}

/** Loads the engine, and gives it the memory that suits it. @throws WorkerDiedError, PoolGaveUpError */
export async function workplaceOf(engine: Engine, draft: Draft, options: PlaceOptions): Promise<Workplace> {
  const places = engine === 'wasm' && options.shared ? placesFor(draft, options.workers + 1) : null;
  if (places === null) return buffered(engine, draft, options);
  await carryIn(draft, places, options.pool);
  const { task, copied } = await loadEngine(draft.task, engine, places.memory);
  const { memory, source, output, outputStart = 0 } = places;
  const job: Job = { ...draft, task, engine, memory, source, output, outputStart, copied };
  return {
    engine,
    job: () => job,
    check: (result, _, keep) => fingerprintShared(result, job, options.pool, keep),
  };
}

/** Input and output in buffers of their own, which move between threads or are shared. */
async function buffered(engine: Engine, draft: Draft, { pool, shared }: PlaceOptions): Promise<Workplace> {
  const { task, copied } = await loadEngine(draft.task, engine, null);
  const output = new OutputBuffer(shared);
  return {
    engine,
    job: () => ({ ...draft, task, engine, copied, output: output.take(draft.plan.outputBytes) }),
    check: (result, job, keep) => fingerprintResult(result, job, pool, { buffer: output, keep }),
  };
}

/** Before anything is measured, a worker copies the input to where all threads will read it. */
async function carryIn({ source }: Draft, { input, output }: RunPlaces, pool: Pool): Promise<void> {
  if (source.kind !== 'memory' || !isShared(source.buffer) || !isShared(output)) return;
  const from = source.buffer;
  const [slot] = await pool.ready(1);
  const span = { start: source.start ?? 0, end: (source.start ?? 0) + input.end - input.start };
  await slot?.call((api) => api.copy(from, span, output, input.start));
}
