import type { Pool } from '../../pool/pool.ts';
import type { Draft } from '../../strategies/contract.ts';
import type { Engine, Part, Plan } from '../../tasks/contract.ts';
import type { CatalogEntry } from './catalog.ts';

/** How many parts, spread over the plan, stand for the whole. */
const SAMPLES = 4;
/** Bytes of a file that are hashed to know its speed: more would only take longer. */
const MAX_SAMPLE_BYTES = 16 << 20;

/** What a run is expected to cost: all parts, or less where it may end early. */
export function costOf({ parts, expectedCost }: Plan): number {
  return expectedCost ?? parts.reduce((sum, part) => sum + part.cost, 0);
}

/** Parts of later stages can't be tried by themselves: they build on others. */
function spread(parts: readonly Part[]): Part[] {
  const alone = parts.filter(({ stage = 0 }) => stage === 0);
  const fits = alone.filter((part) => part.input.end - part.input.start <= MAX_SAMPLE_BYTES);
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

/** A search that found something stopped on its way: its cost says nothing. */
function cutShort({ task }: Draft, part: Part, output: ArrayBuffer): boolean {
  return (task.found?.(new Uint8Array(output), part) ?? 0) > 0;
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
    if (i < 2 || cutShort(draft, part, reply.output)) continue;
    cost += part.cost;
    ms += reply.time.end - reply.time.start;
  }
  return cost === 0 ? null : (ms / cost) * costOf(draft.plan);
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** Rounds to so many significant digits. */
  readonly digits?: number | undefined;
}

/** The load that makes the job take about `targetMs`, given that `load` takes `ms`. */
export function scaledLoad(load: number, ms: number, targetMs: number, bounds: Bounds): number {
  if (ms <= 0) return load;
  const exact = (load * targetMs) / ms;
  const rounded = bounds.digits === undefined ? exact : Number(exact.toPrecision(bounds.digits));
  return Math.min(bounds.max, Math.max(bounds.min, Math.round(rounded)));
}

/** The same for a task's own load, which may be one that doubles. */
export function fittingLoad(
  load: CatalogEntry['load'],
  now: number,
  { ms, targetMs, max = load.max }: { readonly ms: number; readonly targetMs: number; readonly max?: number },
): number {
  if (load.doubles !== true) {
    const { step = 1, digits } = load;
    const bounds = { min: load.min / step, max: Math.floor(max / step), digits };
    return scaledLoad(now / step, ms, targetMs, bounds) * step;
  }
  if (ms <= 0) return now;
  // Never above what was asked for: half as long is nearer than twice.
  return Math.min(max, Math.max(load.min, now + Math.floor(Math.log2(targetMs / ms))));
}

/** How many times as long a job of another load takes. */
export function loadRatio({ doubles }: CatalogEntry['load'], from: number, to: number): number {
  return doubles === true ? 2 ** (to - from) : to / from;
}
