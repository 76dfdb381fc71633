import { isAbort } from '../../async/abort.ts';
import type { Job, PartDone } from '../../strategies/contract.ts';
import { poolStrategy } from '../../strategies/pool.ts';
import type { Plan, Task } from '../../tasks/contract.ts';
import type { PathTracerParams } from '../../tasks/path-tracer/info.ts';
import type { TracePart } from '../../tasks/path-tracer/passes.ts';
import { pathTracer } from '../../tasks/path-tracer/path-tracer.ts';
import { allocate, canShare } from '../model/job.ts';
import type { Services } from '../run/services.ts';

export interface Drawer {
  readonly pool: Services['pool'];
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly onTile: (done: PartDone, job: Job) => void;
}

/** A pass leaves its sums as they are: the page adds them to those it has. */
const passTask = { ...pathTracer, finish: (output: Uint8Array) => output } as Task;

/**
 * Draws the parts of a pass through the pool, unmeasured. Resolves to whether it was finished; `false`: it was
 * aborted.
 * @throws PartFailed, WorkerDiedError, PoolGaveUpError
 */
export async function drawPass(
  params: PathTracerParams,
  plan: Plan<TracePart>,
  { pool, workers, signal, onTile }: Drawer,
): Promise<boolean> {
  if (signal.aborted) return false;
  const output = allocate(plan.outputBytes, canShare());
  const job: Job = { task: passTask, params, shape: {}, plan, source: { kind: 'none' }, output };
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
