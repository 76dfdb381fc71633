/** Where a run's wall time went: stretches, laid end to end, that add up to it. Pure arithmetic, in ms. */
import type { Bar, RunCost } from '../../strategies/contract.ts';
import type { Segment, SegmentKind } from '../../ui/charts/time-bar-layout.ts';
import type { RunView } from '../run/run-view.ts';

/** Hands a fixed time out: a stretch never gets more than is left, and never less than nothing. */
class Budget {
  #left: number;

  constructor(ms: number) {
    this.#left = Math.max(0, ms);
  }

  get left(): number {
    return this.#left;
  }

  take(ms: number): number {
    const taken = Math.min(this.#left, Math.max(0, ms));
    this.#left -= taken;
    return taken;
  }
}

/** Segments of a completed run, in the order in which they are drawn; empty where the run has no cost. */
export function timeSegments({
  strategy,
  cost,
  lanes,
}: Pick<RunView, 'strategy' | 'cost' | 'lanes'>): Segment[] {
  if (cost === null) return [];
  if (strategy === 'pool') return poolSegments(cost, lanes.slice(1).map(computeOf));
  const budget = new Budget(cost.wallMs);
  const merge = budget.take(cost.mergeMs);
  if (strategy === 'blocking') return segments({ compute: budget.left, merge });
  const compute = budget.take(cost.computeMs);
  return segments({ compute, pauses: budget.left, merge });
}

/**
 * The pool, as the mean of its workers. `startup`: until all workers were there; `handover`: from then until a
 * worker's first part began; `merge`: from the last part's end on; `wait`: what a worker was idle in between.
 */
function poolSegments(cost: RunCost, workers: readonly (readonly Bar[])[]): Segment[] {
  const busy = workers.filter((bars) => bars.length > 0);
  const lastEnd = Math.max(0, ...busy.map((bars) => Math.max(...bars.map((bar) => bar.end))));
  const firstStart = mean(busy.map((bars) => bars[0]?.start ?? 0));
  const budget = new Budget(cost.wallMs);
  const merge = budget.take(busy.length === 0 ? cost.mergeMs : cost.wallMs - lastEnd);
  const startup = budget.take(cost.startupMs);
  const handover = budget.take(busy.length === 0 ? cost.transferMs : firstStart - startup);
  const compute = budget.take(mean(workers.map(busyMs)));
  return segments({ startup, handover, compute, wait: budget.left, merge });
}

function segments(times: Partial<Record<SegmentKind, number>>): Segment[] {
  return Object.entries(times).map(([kind, ms]) => ({ kind: kind as SegmentKind, ms }));
}

function computeOf({ bars }: { readonly bars: readonly Bar[] }): Bar[] {
  return bars
    .filter(({ kind }) => kind === 'compute' || kind === 'dropped')
    .sort((a, b) => a.start - b.start);
}

/** Time in which at least one part was under way: two that read files may overlap in one worker. */
function busyMs(bars: readonly Bar[]): number {
  let total = 0;
  let covered = -Infinity;
  for (const { start, end } of bars) {
    total += Math.max(0, end - Math.max(start, covered));
    covered = Math.max(covered, end);
  }
  return total;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
