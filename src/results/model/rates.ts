/** How fast screens beat, by what each run was measured against. Pure. */
import { median } from '../../measure/quantile.ts';
import type { Environment } from '../../measure/environment.ts';
import type { RunRecord } from '../report.ts';
import { hertz } from './device.ts';

type Framed = Pick<RunRecord, 'frames'>;

/** The rates of some runs, Hz, slowest first: several where low power mode set in between two of them. */
export function ratesOf(runs: readonly Framed[], { refreshHz, refreshVaries }: Environment): number[] {
  const own = refreshHz === null ? [] : [Math.round(refreshHz)];
  // A screen that follows what it is given has another usual interval each time.
  if (refreshVaries === true) return own;
  const measured = runs.flatMap(({ frames }) =>
    frames === null ? [] : Math.round(1000 / frames.intervalMs),
  );
  return measured.length === 0 ? own : sortedOnce(measured);
}

export function sortedOnce(rates: readonly number[]): number[] {
  return [...new Set(rates)].sort((a, b) => a - b);
}

/** Time in which frames were lost, ms, the median of the runs: comparable where the rates differ. */
export function lostMsOf(runs: readonly Framed[]): number | null {
  return median(runs.flatMap(({ frames }) => (frames === null ? [] : frames.dropped * frames.intervalMs)));
}

/** "60 Hz and 120 Hz". */
export function ratesWords(rates: readonly number[]): string {
  const words = rates.map(hertz);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
