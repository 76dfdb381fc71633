import type { Engine } from '../../tasks/contract.ts';
import type { StrategyId } from '../../tasks/ids.ts';
import type { RunView } from '../run/run-view.ts';

export type Forecasts = Readonly<Record<StrategyId, number | null>>;

/** Yielding costs a little: what chunked took more than blocking where measured. */
const CHUNKED_SHARE = 1.05;

/** Workers that will have something to do: no more than there are parts. */
export function busyWorkers(
  prepared: { readonly draft: { readonly plan: { readonly parts: readonly unknown[] } } } | null,
  workers: number,
): number {
  return Math.max(1, Math.min(workers, prepared?.draft.plan.parts.length ?? workers));
}

/** How long each way should take here, in ms; `null` while nothing is known. Outlined on the page: not measured. */
export function forecasts(blockingMs: number | null, workers: number): Forecasts {
  if (blockingMs === null) return { blocking: null, chunked: null, pool: null };
  return { blocking: blockingMs, chunked: blockingMs * CHUNKED_SHARE, pool: blockingMs / workers };
}

/** What is known of a job's length: `forecastMs` by its first engine, `engineMs` where two are compared. */
export interface Timed {
  readonly forecastMs: number | null;
  readonly engineMs?: Readonly<Record<Engine, number>>;
}

/** How long blocking should take by one of the engines that are compared, in ms. */
export function blockingMs(timed: Timed | null, engine?: Engine): number | null {
  const own = engine === undefined ? undefined : timed?.engineMs?.[engine];
  return own ?? timed?.forecastMs ?? null;
}

/** One for each engine that runs. */
export function forecastsByEngine(timed: Timed | null, workers: number): readonly Forecasts[] {
  const { ts, wasm } = timed?.engineMs ?? {};
  const times = ts === undefined || wasm === undefined ? [blockingMs(timed)] : [ts, wasm];
  return times.map((ms) => forecasts(ms, workers));
}

/** Each way by each of the engines, one after the other; `null` where one of them isn't known. */
export function inTurn(engines: readonly Forecasts[]): Forecasts {
  const sum = (strategy: StrategyId): number | null =>
    engines.reduce<number | null>(
      (ms, { [strategy]: own }) => (ms === null || own === null ? null : ms + own),
      0,
    );
  return { blocking: sum('blocking'), chunked: sum('chunked'), pool: sum('pool') };
}

/** Of a comparison, in ms: by all engines, pauses and warm-ups included. */
export function comparisonMs(engines: readonly Forecasts[], runs: number): number | null {
  const { blocking, chunked, pool } = inTurn(engines);
  if (blocking === null || chunked === null || pool === null) return null;
  return runs * (blocking + chunked + pool + engines.length * 3 * 900) + engines.length * 500;
}

const STEPS = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100];

/** The axis shared by the three rows: the longest of what is forecast and measured, with some air. */
export function rowsAxisMs(forecast: Forecasts, views: readonly RunView[]): number {
  const known = [forecast.blocking ?? 0, forecast.chunked ?? 0, ...views.map((view) => view.wallMs)];
  const most = Math.max(200, ...known) * 1.12;
  const step = STEPS.find((s) => most <= s * 5000) ?? 200;
  return Math.ceil(most / (step * 1000)) * step * 1000;
}
