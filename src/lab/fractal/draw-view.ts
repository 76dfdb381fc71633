import { isAbort } from '../../async/abort.ts';
import type { Job, PartDone } from '../../strategies/contract.ts';
import { poolStrategy } from '../../strategies/pool.ts';
import { mandelbrot } from '../../tasks/mandelbrot/mandelbrot.ts';
import type { MandelbrotParams } from '../../tasks/mandelbrot/view.ts';
import { allocate, canShare } from '../model/job.ts';
import type { Services } from '../run/services.ts';

/** The first look at a place is so many times smaller: a sixteenth of the work. */
export const COARSE = 4;

export interface Drawer {
  readonly pool: Services['pool'];
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly onBegin: (job: Job) => void;
  readonly onTile: (done: PartDone, job: Job) => void;
}

export function coarser(params: MandelbrotParams): MandelbrotParams {
  const { width, height } = params;
  return { ...params, width: Math.ceil(width / COARSE), height: Math.ceil(height / COARSE) };
}

function jobOf(params: MandelbrotParams): Job {
  const shape = {};
  const plan = mandelbrot.plan(params, shape);
  const output = allocate(plan.outputBytes, canShare());
  return { task: mandelbrot, params, shape, plan, source: { kind: 'none' }, output };
}

/**
 * Draws a picture through the pool, unmeasured. Resolves to whether it was finished; `false`: it was aborted.
 * @throws PartFailed, WorkerDiedError, PoolGaveUpError
 */
export async function drawView(params: MandelbrotParams, drawer: Drawer): Promise<boolean> {
  const { pool, workers, signal, onBegin, onTile } = drawer;
  if (signal.aborted) return false;
  const job = jobOf(params);
  onBegin(job);
  try {
    await poolStrategy(pool).run(job, {
      signal,
      workers,
      now: () => performance.now(),
      assign: 'dynamic',
      // The pool's own: neither is used where workers compute.
      sliceMs: Infinity,
      breathe: () => Promise.resolve(),
      onPart: (done) => {
        onTile(done, job);
      },
    });
    return true;
  } catch (error) {
    if (isAbort(error)) return false;
    throw error;
  }
}
