import type { Pool } from '../../pool/pool.ts';
import type { Draft } from '../../strategies/contract.ts';
import type { Engine, Part, Plan } from '../../tasks/contract.ts';
import type { CatalogEntry } from './catalog.ts';

/** How many parts, spread over the plan, are tried again and again. */
const SAMPLES = 4;
/** Parts that read nothing may need very different times: so long, ms, as many are tried as can be. */
const SURVEY_MS = 100;
/** Where the load changes which parts take long. */
export const LONG_SURVEY_MS = 500;
/** … and the load was asked for: of a great one the few parts tried first are too few, and often the dearest. */
export const WIDE_SURVEY_MS = 1500;
/** A pass over them so much quicker than any before: the compiler isn't done with the kernel yet. */
const QUICKER = 0.9;
/** So many passes no quicker in a row are enough. */
const SETTLED = 2;
/** More isn't spent than that; two passes are made anyway. */
const ENOUGH_MS = 300;
/** The fraction whose multiples lie most evenly, in whatever rows the parts stand. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Bytes of a file that are hashed to know its speed: more would only take longer. */
const MAX_SAMPLE_BYTES = 16 << 20;

/** What a run is expected to cost: all parts, or less where it may end early. */
export function costOf({ parts, expectedCost }: Plan): number {
  return expectedCost ?? parts.reduce((sum, part) => sum + part.cost, 0);
}

/** Parts of later stages can't be tried by themselves: they build on others. */
function spread({ plan }: Draft, count: number): Part[] {
  const alone = plan.parts.filter(({ stage = 0 }) => stage === 0);
  const fits = alone.filter((part) => part.input.end - part.input.start <= MAX_SAMPLE_BYTES);
  if (fits.length <= count) return fits;
  const places = Array.from({ length: count }, (_, i) =>
    Math.floor((((i + 0.5) * GOLDEN) % 1) * fits.length),
  );
  return fits.filter((_, place) => places.includes(place));
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

type TryPart = (part: Part) => Promise<{ readonly ms: number; readonly output: ArrayBuffer } | null>;

interface Pass {
  /** Of those that tell, ms for each unit of cost. */
  readonly rate: number;
  /** Altogether. */
  readonly ms: number;
}

/** `null` when a part failed, or none tells. */
async function timePass(draft: Draft, parts: readonly Part[], tryPart: TryPart): Promise<Pass | null> {
  let [cost, counted, ms] = [0, 0, 0];
  for (const part of parts) {
    const tried = await tryPart(part);
    if (tried === null) return null;
    ms += tried.ms;
    if (cutShort(draft, part, tried.output)) continue;
    cost += part.cost;
    counted += tried.ms;
  }
  return cost === 0 ? null : { rate: counted / cost, ms };
}

/** The quickest of several passes: what isn't compiled yet, or shares its core, only takes longer. */
async function settledPass(draft: Draft, parts: readonly Part[], tryPart: TryPart): Promise<Pass | null> {
  let best: Pass | null = null;
  let spent = 0;
  for (let [passes, still] = [0, 0]; still < SETTLED && (passes < 2 || spent < ENOUGH_MS); passes += 1) {
    const pass = await timePass(draft, parts, tryPart);
    if (pass === null) return null;
    still = best === null || pass.rate < best.rate * QUICKER ? 0 : still + 1;
    if (best === null || pass.rate < best.rate) best = pass;
    spent += pass.ms;
  }
  return best;
}

/**
 * Forecasts how long the job takes on one thread, in ms, from a few parts run in a worker (the page stays free), again
 * and again until they get no quicker. `null` when no part is small enough to try.
 * @throws AbortError, WorkerDiedError, PoolGaveUpError
 */
export async function forecastMs(
  draft: Draft,
  pool: Pool,
  signal: AbortSignal,
  { engine = 'ts', surveyMs = SURVEY_MS }: { readonly engine?: Engine; readonly surveyMs?: number } = {},
): Promise<number | null> {
  const parts = spread(draft, SAMPLES);
  if (parts.length === 0) return null;
  const [slot] = await pool.ready(1, signal);
  if (slot === undefined) return null;
  const { task, params, shape } = draft;
  const setup = { runId: (nextId -= 1), task: task.id, params, shape, engine };
  const tryPart: TryPart = async (part) => {
    const reply = await slot.call((api) => api.part(setup, part, sliceOf(draft, part)));
    signal.throwIfAborted();
    return reply.ok ? { ms: reply.time.end - reply.time.start, output: reply.output } : null;
  };
  const settled = await settledPass(draft, parts, tryPart);
  if (settled === null) return null;
  const more = Math.floor((surveyMs * parts.length) / settled.ms);
  const survey =
    draft.source.kind === 'none' && more > parts.length
      ? await timePass(draft, spread(draft, more), tryPart)
      : null;
  return (survey ?? settled).rate * costOf(draft.plan);
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
