/** What a speed-up curve says, in sentences. Pure. */
import { formatCountWord, formatPercent, formatSpeedup, sentenceCase } from '../../ui/format.ts';
import type { Curve, CurvePoint } from './speedup-curve.ts';

/** Beyond this the limit of Amdahl's law is so far away that it says nothing here. */
const LEAST_SHARE = 0.005;

export interface CurveWords {
  /** Where more workers stop paying. */
  readonly headline: string;
  /** What they are worth, and what the serial share means. */
  readonly sentences: readonly string[];
}

export function curveWords(curve: Curve, cores: number | null): CurveWords {
  return {
    headline: headlineOf(curve),
    sentences: [worthOf(curve), serialOf(curve), ...coresOf(curve, cores), ...doubtOf(curve)],
  };
}

function workersWord(count: number): string {
  return `${formatCountWord(count)} ${count === 1 ? 'worker' : 'workers'}`;
}

function headlineOf({ points, payingWorkers }: Curve): string {
  const most = points.at(-1)?.workers ?? 1;
  if (payingWorkers === 1) return 'On this device a second worker did not pay.';
  if (payingWorkers === most) return `On this device all ${workersWord(most)} paid.`;
  return `On this device more than ${workersWord(payingWorkers)} did not pay.`;
}

function worthOf({ points, payingWorkers }: Curve): string {
  const at = points.find(({ workers }) => workers === payingWorkers);
  const shown = at === undefined || at.workers === 1 ? points[1] : at;
  return shown === undefined ? '' : worth(shown);
}

function worth({ workers, speedup, efficiency }: CurvePoint): string {
  const who = sentenceCase(workersWord(workers));
  return `${who} were ${formatSpeedup(speedup.median)} as fast as one: each was worth ${formatPercent(efficiency)} of it.`;
}

function serialOf({ serialShare }: Curve): string {
  if (serialShare < LEAST_SHARE) return 'By Amdahl’s law no serial share is to be seen.';
  const share = `By Amdahl’s law the serial share is ${formatPercent(serialShare)}`;
  if (serialShare > 1 - LEAST_SHARE) return `${share}: more workers don’t shorten this job.`;
  return `${share}: even with endless cores it would not get more than about ${formatSpeedup(1 / serialShare)} as fast.`;
}

function coresOf({ points }: Curve, cores: number | null): string[] {
  const most = points.at(-1)?.workers ?? 1;
  return cores === null || cores >= most ? [] : [`The browser reports ${formatCountWord(cores)} cores.`];
}

function doubtOf({ sure }: Curve): string[] {
  return sure ? [] : ['Fewer than three runs of each count are too few to be sure.'];
}
