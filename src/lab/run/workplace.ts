import type { Pool } from '../../pool/pool.ts';
import { isShared } from '../../pool/transfer.ts';
import type { Draft, Job } from '../../strategies/contract.ts';
import { placesFor, type RunPlaces } from '../../strategies/run-memory.ts';
import { loadEngine } from '../../strategies/engine.ts';
import type { Engine, Span } from '../../tasks/contract.ts';
import { OutputBuffer } from '../model/job.ts';
import { fingerprintResult, fingerprintShared, type Checked } from './fingerprint.ts';

/** Where an experiment's runs by one engine read and write. Every run of it, the first too, finds the output cleared. */
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
  const { memory, source, output, outputStart = 0 } = places;
  await carryIn(draft, places, options.pool);
  await touch(output, { start: outputStart, end: outputStart + draft.plan.outputBytes }, options.pool);
  const { task, copied } = await loadEngine(draft.task, engine, memory);
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
  const { outputBytes } = draft.plan;
  const output = new OutputBuffer(shared);
  const first = output.take(outputBytes);
  await touch(first, { start: 0, end: outputBytes }, pool);
  output.giveBack(first);
  return {
    engine,
    job: () => ({ ...draft, task, engine, copied, output: output.take(outputBytes) }),
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

/**
 * A worker clears shared memory before its first run, as it does after each: a system hands out the pages of new memory
 * when they are first written to, and the first run would pay for all of them (a third of a blur's time, measured).
 */
async function touch(output: ArrayBuffer | SharedArrayBuffer, bytes: Span, pool: Pool): Promise<void> {
  if (!isShared(output) || bytes.start === bytes.end) return;
  const [slot] = await pool.ready(1);
  await slot?.call((api) => api.fingerprint(output, { start: 0, end: 0 }, bytes));
}
