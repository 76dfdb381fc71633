import type { Pool } from '../../pool/pool.ts';
import type { Engine, Part } from '../../tasks/contract.ts';
import type { Draft } from '../../strategies/contract.ts';

/** How many parts, spread over the plan, stand for the whole. */
const SAMPLES = 4;
/** Bytes of a file that are hashed to know its speed: more would only take longer. */
const MAX_SAMPLE_BYTES = 16 << 20;

function spread(parts: readonly Part[]): Part[] {
  const fits = parts.filter((part) => part.input.end - part.input.start <= MAX_SAMPLE_BYTES);
  const count = Math.min(SAMPLES, fits.length);
  const at = (i: number): number => Math.floor(((i + 0.5) * fits.length) / count);
  return Array.from({ length: count }, (_, i) => fits[at(i)]).filter((part) => part !== undefined);
}

function sliceOf(draft: Draft, part: Part): ArrayBuffer | Blob | null {
  const { source } = draft;
  if (source.kind === 'none') return null;
  if (source.kind === 'blobs') return source.blobOf(part);
  return new Uint8Array(source.buffer).slice(part.input.start, part.input.end).buffer;
}

/** Run ids below every real run's: an abort of a real run never reaches a calibration. */
let nextId = Number.MAX_SAFE_INTEGER;

/**
 * Forecasts how long the job takes on one thread, in ms, from a few parts run in a worker (the page stays
 * free). The first pass warms the compiler up and is not counted. `null` when no part is small enough to try.
 * @throws AbortError, WorkerDiedError, PoolGaveUpError
 */
export async function forecastMs(
  draft: Draft,
  pool: Pool,
  signal: AbortSignal,
  engine: Engine = 'ts',
): Promise<number | null> {
  const parts = spread(draft.plan.parts);
  if (parts.length === 0) return null;
  const [slot] = await pool.ready(1, signal);
  if (slot === undefined) return null;
  const { task, params, shape } = draft;
  const setup = { runId: (nextId -= 1), task: task.id, params, shape, engine };
  let cost = 0;
  let ms = 0;
  for (const [i, part] of [...parts.slice(0, 2), ...parts].entries()) {
    const reply = await slot.call((api) => api.part(setup, part, sliceOf(draft, part)));
    signal.throwIfAborted();
    if (!reply.ok) return null;
    if (i < 2) continue;
    cost += part.cost;
    ms += reply.time.end - reply.time.start;
  }
  const total = draft.plan.parts.reduce((sum, part) => sum + part.cost, 0);
  return cost === 0 ? null : (ms / cost) * total;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The load that makes the job take about `targetMs`, given that `load` takes `ms`. */
export function scaledLoad(load: number, ms: number, targetMs: number, bounds: Bounds): number {
  if (ms <= 0) return load;
  return Math.min(bounds.max, Math.max(bounds.min, Math.round((load * targetMs) / ms)));
}
