/** How much faster further workers make one job: what was measured, and Amdahl's law fitted to it. Pure. */
import { summaryOf, type Spread } from '../../measure/statistics.ts';
import type { RunRecord } from '../report.ts';
import { compareWalls, groupBy, jobKey } from '../summary.ts';

/** So many workers, measured. */
export interface CurvePoint {
  readonly workers: number;
  /** Runs that count. */
  readonly n: number;
  readonly wallMs: Spread;
  /** Against one worker, as wide as both wall times' intervals allow; one worker against itself is 1. */
  readonly speedup: Spread;
  /** Speed-up per worker: 1 where each is worth a whole one. */
  readonly efficiency: number;
}

export interface Curve {
  /** By their number of workers; the first has one. */
  readonly points: readonly CurvePoint[];
  /** The part of one worker's time that further workers don't shorten, 0 to 1; by those that paid. */
  readonly serialShare: number;
  /** With more workers than these the job is not clearly faster here. */
  readonly payingWorkers: number;
  /** Whether each count was run often enough to say so. */
  readonly sure: boolean;
}

/** A further worker pays where the time falls by a twentieth at least. */
const LEAST_GAIN = 0.05;
const SURE_RUNS = 3;

/** The curve of the first job that was run by one worker and by more; `null` where none was. */
export function curveOf(runs: readonly RunRecord[]): Curve | null {
  const counted = runs.filter((run) => run.strategy === 'pool' && run.status === 'completed' && run.valid);
  for (const job of groupBy(counted, (run) => `${run.engine} ${jobKey(run)}`)) {
    const points = pointsOf(job);
    if (points.length > 1 && points[0]?.workers === 1) return curveThrough(points);
  }
  return null;
}

function curveThrough(points: readonly CurvePoint[]): Curve {
  const paying = payingWorkers(points);
  // Where workers outnumber the cores the law says nothing any more: it is fitted to those that paid.
  const fitted = paying === 1 ? points : points.filter(({ workers }) => workers <= paying);
  return {
    points,
    serialShare: serialShareOf(fitted),
    payingWorkers: paying,
    sure: points.every(({ n }) => n >= SURE_RUNS),
  };
}

function pointsOf(runs: readonly RunRecord[]): CurvePoint[] {
  const byWorkers = groupBy(runs, ({ workers }) => String(workers)).flatMap((same) => {
    const wallMs = summaryOf(same.flatMap((run) => run.wallMs ?? []));
    return wallMs === null ? [] : [{ workers: same[0]?.workers ?? 0, n: same.length, wallMs }];
  });
  byWorkers.sort((a, b) => a.workers - b.workers);
  const [one] = byWorkers;
  if (one === undefined) return [];
  return byWorkers.map((point) => {
    const speedup = point === one ? ITSELF : ratioOf(one.wallMs, point.wallMs);
    return { ...point, speedup, efficiency: speedup.median / point.workers };
  });
}

const ITSELF: Spread = { median: 1, low: 1, high: 1 };

function ratioOf(one: Spread, other: Spread): Spread {
  return { median: one.median / other.median, low: one.low / other.high, high: one.high / other.low };
}

/** What Amdahl's law gives for so many workers: 1 ÷ (s + (1 − s) ÷ n). */
export function amdahl(serialShare: number, workers: number): number {
  return 1 / (serialShare + (1 - serialShare) / workers);
}

/**
 * The serial share by least squares on the times, which the law makes a line in 1 ÷ n: T(n) = a + b ÷ n, and the share
 * is a ÷ (a + b). Amdahl, Validity of the single processor approach (AFIPS 1967).
 */
function serialShareOf(points: readonly CurvePoint[]): number {
  const xs = points.map(({ workers }) => 1 / workers);
  const ys = points.map(({ wallMs }) => wallMs.median);
  const [mx, my] = [mean(xs), mean(ys)];
  const slope = sum(xs.map((x, i) => (x - mx) * ((ys[i] ?? my) - my))) / sum(xs.map((x) => (x - mx) ** 2));
  const serial = my - slope * mx;
  // Faster than the law allows (caches), or no gain at all: the nearest that a share can be.
  if (serial <= 0) return 0;
  return slope <= 0 ? 1 : serial / (serial + slope);
}

/** The fewest workers that no greater number of them clearly beats. */
function payingWorkers(points: readonly CurvePoint[]): number {
  const enough = points.find((point, i) => !points.slice(i + 1).some((more) => pays(more, point)));
  return (enough ?? points[0])?.workers ?? 1;
}

function pays(more: CurvePoint, fewer: CurvePoint): boolean {
  const gain = 1 - more.wallMs.median / fewer.wallMs.median;
  const compared = compareWalls(more, fewer);
  // Too few runs for an interval: the medians alone have to do, and the page says so.
  return gain >= LEAST_GAIN && (compared === null || compared === 'faster');
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
