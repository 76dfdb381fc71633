import { median } from '../../measure/quantile.ts';
import { STRATEGIES } from '../../ui/strategy.ts';
import type { RunRecord } from '../report.ts';

/** One run of each strategy, in their order: the counted one whose wall time is nearest to the median. */
export function typicalRuns(runs: readonly RunRecord[]): RunRecord[] {
  return STRATEGIES.flatMap((strategy) => {
    const counted = runs.filter(
      (run) => run.strategy === strategy && run.status === 'completed' && run.valid,
    );
    const middle = median(counted.flatMap((run) => run.wallMs ?? []));
    if (middle === null) return [];
    const off = (run: RunRecord): number => Math.abs((run.wallMs ?? Infinity) - middle);
    return counted.reduce<RunRecord[]>(
      ([best], run) => [best === undefined || off(run) < off(best) ? run : best],
      [],
    );
  });
}
