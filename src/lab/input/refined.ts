import type { Pool } from '../../pool/pool.ts';
import { fittingLoad, forecastMs, LONG_SURVEY_MS } from '../model/calibrate.ts';
import { entryOf } from '../model/catalog.ts';
import { GREAT, TARGET_MS, type Prepared } from './prepare.ts';
import { withLoad } from './with-load.ts';

/** Of two tries with different loads: what each more of it takes, in ms; `null` where they don't tell. */
function growth(first: Prepared, second: Prepared): { readonly to: number; readonly each: number } | null {
  const { load } = entryOf(second.draft.task.id);
  const [from, to] = [Number(first.params[load.name]), Number(second.params[load.name])];
  const each = ((second.forecastMs ?? 0) - (first.forecastMs ?? 0)) / (to - from);
  return second.forecastMs !== null && each > 0 ? { to, each } : null;
}

/** Of two tries with different loads: what part of the job grows with its load, and the load that takes `targetMs`. */
export async function refined(first: Prepared, second: Prepared, targetMs: number): Promise<Prepared> {
  const grown = growth(first, second);
  if (grown === null) return second;
  const { load } = entryOf(second.draft.task.id);
  const exact = grown.to + (targetMs - (second.forecastMs ?? 0)) / grown.each;
  return atLoad(second, grown, fittingLoad(load, exact, { ms: targetMs, targetMs }));
}

/** Of two tries with smaller loads: what the job takes at this one, of which trying a few parts would take too long. */
export async function extrapolated(first: Prepared, second: Prepared, value: number): Promise<Prepared> {
  const grown = growth(first, second);
  return grown === null ? withLoad(first, value) : atLoad(second, grown, value);
}

async function atLoad(
  tried: Prepared,
  { to, each }: { readonly to: number; readonly each: number },
  value: number,
): Promise<Prepared> {
  return { ...(await withLoad(tried, value)), forecastMs: (tried.forecastMs ?? 0) + each * (value - to) };
}

/**
 * After a first try with a small load a second one, of more parts: with the load that seems to fit, or for a `given` one that
 * is too great to be tried itself.
 * @throws AbortError, WorkerDiedError, PoolGaveUpError
 */
export async function surveyed(
  first: Prepared,
  given: number | null,
  pool: Pool,
  signal: AbortSignal,
): Promise<Prepared> {
  const { load } = entryOf(first.draft.task.id);
  const fitting = fittingLoad(load, load.initial, { ms: first.forecastMs ?? 0, targetMs: TARGET_MS });
  const more = await withLoad(first, given === null ? fitting : GREAT * load.initial);
  const ms = await forecastMs(more.draft, pool, signal, { surveyMs: LONG_SURVEY_MS });
  const second = { ...more, forecastMs: ms };
  return given === null ? refined(first, second, TARGET_MS) : extrapolated(first, second, given);
}
