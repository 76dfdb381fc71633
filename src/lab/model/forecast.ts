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

/** Of a comparison, in ms: pauses and warm-ups included. */
export function comparisonMs(forecast: Forecasts, runs: number): number | null {
  const { blocking, chunked, pool } = forecast;
  if (blocking === null || chunked === null || pool === null) return null;
  return runs * (blocking + chunked + pool + 3 * 900) + 500;
}

const STEPS = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100];

/** The axis shared by the three rows: the longest of what is forecast and measured, with some air. */
export function rowsAxisMs(forecast: Forecasts, views: readonly RunView[]): number {
  const known = [forecast.blocking ?? 0, forecast.chunked ?? 0, ...views.map((view) => view.wallMs)];
  const most = Math.max(200, ...known) * 1.12;
  const step = STEPS.find((s) => most <= s * 5000) ?? 200;
  return Math.ceil(most / (step * 1000)) * step * 1000;
}
