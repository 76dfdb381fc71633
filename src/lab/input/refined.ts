import { fittingLoad } from '../model/calibrate.ts';
import { entryOf } from '../model/catalog.ts';
import type { Prepared } from './prepare.ts';
import { withLoad } from './with-load.ts';

/** Of two tries with different loads: what part of the job grows with its load, and the load that takes `targetMs`. */
export async function refined(first: Prepared, second: Prepared, targetMs: number): Promise<Prepared> {
  const { load } = entryOf(second.draft.task.id);
  const [from, to] = [Number(first.params[load.name]), Number(second.params[load.name])];
  const each = ((second.forecastMs ?? 0) - (first.forecastMs ?? 0)) / (to - from);
  if (second.forecastMs === null || !(each > 0)) return second;
  const exact = to + (targetMs - second.forecastMs) / each;
  const value = fittingLoad(load, exact, { ms: targetMs, targetMs });
  return { ...(await withLoad(second, value)), forecastMs: second.forecastMs + each * (value - to) };
}
