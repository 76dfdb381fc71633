import { overlap, summaryOf, type Spread } from '../measure/statistics.ts';
import type { AgainstBlocking, Extremes, RunRecord, RunStrategy, SummaryRow } from './report.ts';

const STRATEGY_ORDER: readonly RunStrategy[] = ['blocking', 'chunked', 'pool'];

/**
 * One row for each job (task, parameters, input size), engine and strategy: jobs and engines in the order in
 * which they were first run, strategies always in their own order (comparisons rotate them).
 */
export function summarise(runs: readonly RunRecord[]): SummaryRow[] {
  const completed = runs.filter((run) => run.status === 'completed');
  return groupBy(completed, jobKey).flatMap((job) => {
    const sameResult = agree(job);
    const counted = job.filter((run) => run.valid);
    return groupBy(counted, (run) => run.engine).flatMap((twin) => summariseTwin(twin, sameResult));
  });
}

/** The strategies of one job and one engine, beside each other. */
function summariseTwin(runs: readonly RunRecord[], sameResult: boolean | null): SummaryRow[] {
  const rows = STRATEGY_ORDER.flatMap((strategy) =>
    summariseStrategy(runs.filter((run) => run.strategy === strategy)),
  );
  const blocking = rows.find((row) => row.strategy === 'blocking') ?? null;
  return rows.map((row) => ({
    ...row,
    speedup: ratio(blocking?.wallMs?.median ?? null, row.wallMs?.median ?? null),
    sameResult,
    againstBlocking: row.strategy === 'blocking' || blocking === null ? null : compareWalls(row, blocking),
  }));
}

/** A row for each number of workers, fewest first, where there were several. */
function summariseStrategy(runs: readonly RunRecord[]): OwnFigures[] {
  const counts = [...new Set(runs.map(({ workers }) => workers))].sort((a, b) => a - b);
  if (counts.length < 2) return summariseOne(runs);
  return counts.flatMap((workers) =>
    summariseOne(runs.filter((run) => run.workers === workers)).map((row) => ({ ...row, workers })),
  );
}

/** What of a row tells whether its time can be compared. */
export type Timed = Pick<SummaryRow, 'n' | 'wallMs'>;

/** Two sets of two runs lie apart by chance one time in three. */
const LEAST_RUNS = 3;
/**
 * Two sets of three still do one time in ten, of three and four one time in seventeen: among so few the gap between
 * the intervals must be half as wide as the wider one, which chance makes two to four times in a hundred, whatever the
 * shape of the noise (measured, 200,000 draws of six distributions). From eight runs together lying apart is enough.
 */
const FEW_TOGETHER = 8;
const CLEAR_GAP = 0.5;

/** One median wall time beside another's, by their intervals; `null`: too few runs to say anything. */
export function compareWalls(one: Timed, other: Timed): AgainstBlocking {
  if (one.wallMs === null || other.wallMs === null) return null;
  if (Math.min(one.n, other.n) < LEAST_RUNS) return null;
  const [a, b] = [one.wallMs, other.wallMs];
  if (overlap(a, b) || (one.n + other.n < FEW_TOGETHER && !wellApart(a, b))) return 'no clear difference';
  return a.median < b.median ? 'faster' : 'slower';
}

function wellApart(a: Spread, b: Spread): boolean {
  const gap = Math.max(b.low - a.high, a.low - b.high);
  return gap >= CLEAR_GAP * Math.max(a.high - a.low, b.high - b.low);
}

type OwnFigures = Omit<SummaryRow, 'speedup' | 'sameResult' | 'againstBlocking'>;

/** One row, or none where there was no run. */
function summariseOne(runs: readonly RunRecord[]): OwnFigures[] {
  const [first] = runs;
  if (first === undefined) return [];
  const { task, params, inputBytes, strategy, engine } = first;
  const row = {
    ...{ task, params, inputBytes, strategy, engine },
    n: runs.length,
    wallMs: summaryOf(runs.flatMap((run) => run.wallMs ?? [])),
    longestFreezeMs: summaryOf(runs.flatMap((run) => run.frames?.longestMs ?? [])),
    droppedFrames: summaryOf(runs.flatMap((run) => run.frames?.dropped ?? [])),
    first: { wallMs: first.wallMs, longestFreezeMs: first.frames?.longestMs ?? null },
    worst: worstOf(runs),
  };
  return [row];
}

function worstOf(runs: readonly RunRecord[]): Extremes {
  return {
    wallMs: largest(runs.flatMap((run) => run.wallMs ?? [])),
    longestFreezeMs: largest(runs.flatMap((run) => run.frames?.longestMs ?? [])),
  };
}

function largest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}

/** Whether all known checksums are one; `null` if none is known. */
function agree(runs: readonly RunRecord[]): boolean | null {
  const checksums = new Set(runs.flatMap((run) => run.checksum ?? []));
  return checksums.size === 0 ? null : checksums.size === 1;
}

function ratio(of: number | null, by: number | null): number | null {
  return of === null || by === null || by === 0 ? null : of / by;
}

/** Same key, same work: parameters in any order. */
export function jobKey({
  task,
  params,
  inputBytes,
}: Pick<RunRecord, 'task' | 'params' | 'inputBytes'>): string {
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([task, inputBytes, sorted]);
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
