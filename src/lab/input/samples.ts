import type { Pool } from '../../pool/pool.ts';
import type { TaskId } from '../../tasks/ids.ts';
import { forecastMs, scaledLoad } from '../model/calibrate.ts';
import { entryOf } from '../model/catalog.ts';
import { parseFileSize } from '../model/file-size.ts';
import type { LabInput } from '../model/input.ts';
import { canShare, draftJob } from '../model/job.ts';
import type { Options } from '../model/options.ts';
import { sampleFiles } from './files.ts';
import type { Prepared } from './prepare.ts';

/** Of a file that stands for a large one. */
const TRIAL_BYTES = 4 << 20;

type Params = Readonly<Record<string, string>>;

export interface Bench {
  readonly pool: Pool;
  /** Tries an input on this device. */
  readonly forecast: (
    task: TaskId,
    params: Params,
    input: LabInput,
    signal: AbortSignal,
  ) => Promise<Prepared>;
}

/** Files of the size that was asked for, else as many as take about `targetMs`. */
export async function fittedFiles(
  options: Options,
  { pool, forecast }: Bench,
  targetMs: number,
  signal: AbortSignal,
): Promise<Prepared> {
  const { load } = entryOf('hash');
  const wanted = parseFileSize(options.size ?? '');
  const small = { count: wanted?.count ?? 16, bytes: wanted?.bytes ?? 1 << 20 };
  const input = await sampleFiles(small, pool, canShare(), signal);
  const first = await forecast(options.task, options.params, input, signal);
  if (wanted !== null || first.forecastMs === null) return first;
  const count = scaledLoad(small.count, first.forecastMs, targetMs, load);
  const more = await sampleFiles({ ...small, count }, pool, canShare(), signal);
  return {
    ...first,
    input: more,
    draft: await draftJob('hash', options.params, more),
    forecastMs: (first.forecastMs * count) / small.count,
  };
}

/** One large file can't be tried in part: a small one of our own tells how quick this device is, in ms. */
export async function msBySpeed(
  { task, params, totalBytes }: { task: TaskId; params: Params; totalBytes: number },
  pool: Pool,
  signal: AbortSignal,
): Promise<number | null> {
  const trial = await sampleFiles({ count: 1, bytes: TRIAL_BYTES }, pool, canShare(), signal);
  const ms = await forecastMs(await draftJob(task, params, trial), pool, signal);
  return ms === null ? null : (ms * totalBytes) / TRIAL_BYTES;
}
