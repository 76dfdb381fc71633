/** A job prepared with one load, told with another. */
import { costOf, fittingLoad } from '../model/calibrate.ts';
import { entryOf } from '../model/catalog.ts';
import { draftJob } from '../model/job.ts';
import type { Prepared } from './prepare.ts';

/** The same job with another load, forecast by what the plans cost. */
export async function withLoad(prepared: Prepared, value: number): Promise<Prepared> {
  const { draft, input, forecastMs } = prepared;
  const { id } = draft.task;
  const params = { ...prepared.params, [entryOf(id).load.name]: String(value) };
  const loaded = await draftJob(id, params, input);
  const ratio = costOf(loaded.plan) / costOf(draft.plan);
  return {
    input,
    params,
    draft: loaded,
    forecastMs: (forecastMs ?? 0) * (Number.isFinite(ratio) ? ratio : 1),
  };
}

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
