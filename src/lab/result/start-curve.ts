import type { Lab } from '../lab.svelte.ts';
import { CURVE_RUNS, curveCounts } from '../model/curve-counts.ts';

/** The pool with one worker, with two, and so on, in turns. */
export function startCurve(lab: Lab): void {
  const parts = lab.input.prepared?.draft.plan.parts.length ?? 1;
  const workerCounts = curveCounts(navigator.hardwareConcurrency, parts);
  void lab.start({ strategies: ['pool'], workerCounts, runs: CURVE_RUNS, warmUp: true, warn: false });
}
