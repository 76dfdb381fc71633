import { costOf } from '../model/calibrate.ts';
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
