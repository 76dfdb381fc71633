import { isAbort } from '../../async/abort.ts';
import { makeYield } from '../../async/yield.ts';
import { RunMeter, type RunMeasures } from '../../measure/meter.ts';
import type { Refresh } from '../../measure/refresh.ts';
import type { RunRecord } from '../../results/report.ts';
import { rounded } from '../../results/rounded.ts';
import {
  RunAborted,
  type Job,
  type PartDone,
  type RunOptions,
  type RunOutcome,
} from '../../strategies/contract.ts';
import type { StrategyId } from '../../tasks/ids.ts';
import type { Plan } from '../../tasks/contract.ts';
import { costOf } from '../model/calibrate.ts';
import type { Options } from '../model/options.ts';
import { sliceLengths } from '../model/slice.ts';
import { timeSegments } from '../result/time-segments.ts';
import type { AbortTimes, AbortView, RunView } from './run-view.ts';
import { strategyOf, type Services } from './services.ts';

/** Idle frames seen before a run begins: the strip starts with six. */
const IDLE_BEFORE = 8;
export interface RunRequest {
  /** The run's own, in its record. */
  readonly id: string;
  readonly job: Job;
  readonly strategy: StrategyId;
  readonly options: Options;
  readonly refresh: Refresh | null;
  readonly inputBytes: number;
  /** Smallest step of the clock, ms; `null`: it was not seen to move. */
  readonly clockStepMs: number | null;
  readonly onPart?: (done: PartDone) => void;
  readonly onRead?: (part: number, bytes: number) => void;
  /** A few idle frames before the job: what the page shows of the run is drawn in them, not in the run's own time. */
  readonly onLead?: () => void;
  /** The moment before the job starts, after which only the job may hold the page's thread. */
  readonly onStart?: () => void;
  /** The job is over; the meters still wait for the frames that show its end. */
  readonly onStop?: () => void;
}

export type Ended =
  | { readonly status: 'completed'; readonly view: RunView; readonly outcome: RunOutcome }
  | { readonly status: 'aborted'; readonly view: RunView };

/** What the abort controller was told, and when. */
export interface AbortSource {
  readonly signal: AbortSignal;
  readonly times: AbortTimes | null;
}

/** One measured run, from quiet to quiet. Rejects only when the job failed. */
export async function runOnce(request: RunRequest, services: Services, abort: AbortSource): Promise<Ended> {
  const meter = new RunMeter({
    clock: services.clock,
    taps: services.taps,
    intervalMs: request.refresh?.intervalMs ?? null,
    clockStepMs: request.clockStepMs,
  });
  meter.begin();
  try {
    request.onLead?.();
    await services.clock.frames(IDLE_BEFORE, abort.signal);
    request.onStart?.();
    const strategy = strategyOf(request.strategy, services);
    const outcome = await strategy.run(request.job, runOptions(request, abort.signal)).finally(() => {
      services.clock.rest();
      request.onStop?.();
    });
    const measures = await meter.end(outcome.startedAt, outcome.startedAt + outcome.cost.wallMs);
    noteRun(request.strategy, outcome);
    // A blocking run ends before the tap that wanted to stop it is heard.
    if (abort.signal.aborted) return stoppedLate(request, outcome, measures, abort.times);
    return { status: 'completed', outcome, view: completedView(request, outcome, measures) };
  } catch (error) {
    if (!(error instanceof RunAborted)) {
      meter.cancel();
      throw error;
    }
    const { startedAt, endedAt } = error.details;
    const measures = await meter.end(startedAt, endedAt);
    return { status: 'aborted', view: abortedView(request, error, measures, abort.times) };
  }
}

/** On the browser's own timeline, for whoever looks at it with the developer tools. */
function noteRun(strategy: StrategyId, { startedAt, cost }: RunOutcome): void {
  performance.measure(`unblocked ${strategy}`, { start: startedAt, duration: cost.wallMs });
}

function runOptions(request: RunRequest, signal: AbortSignal): RunOptions {
  const { options, onPart, onRead } = request;
  return {
    signal,
    now: () => performance.now(),
    workers: options.workers,
    ...sliceLengths(options, request.refresh),
    breathe: makeYield(options.yield) ?? (() => Promise.resolve()),
    assign: options.assign,
    ...(onPart === undefined ? {} : { onPart }),
    ...(onRead === undefined ? {} : { onRead }),
  };
}

function recordOf(request: RunRequest, measures: RunMeasures): RunRecord {
  const { frames, loopDelay, taps, longFrames, valid, invalidReason, timestamps } = measures;
  return {
    id: request.id,
    task: request.job.task.id,
    params: request.job.params as Readonly<Record<string, unknown>>,
    inputBytes: request.inputBytes,
    strategy: request.strategy,
    engine: request.job.engine ?? 'ts',
    workers: request.strategy === 'pool' ? request.options.workers : 0,
    parts: request.job.plan.parts.length,
    status: 'completed',
    error: null,
    valid,
    invalidReason,
    wallMs: null,
    computeMs: null,
    startupMs: null,
    transferMs: null,
    mainBlockedMs: null,
    frames,
    loopDelay,
    taps,
    longFrames,
    abortLatencyMs: null,
    checksum: null,
    frameTimesMs: [...timestamps],
  };
}

function completedView(request: RunRequest, outcome: RunOutcome, measures: RunMeasures): RunView {
  const { wallMs, computeMs, startupMs, transferMs, mainBlockedMs, bytesMoved, bytesCopied } = outcome.cost;
  const { lanes, cost } = outcome;
  const shares = timeSegments({ strategy: request.strategy, lanes, cost });
  const timed = { wallMs, computeMs, startupMs, transferMs, mainBlockedMs, bytesMoved, bytesCopied };
  const timeShares = Object.fromEntries(shares.map(({ kind, ms }) => [kind, ms]));
  return {
    strategy: request.strategy,
    record: rounded({ ...recordOf(request, measures), ...timed, timeShares }),
    cells: measures.cells,
    lanes,
    cost,
    wallMs,
    abort: null,
  };
}

function abortedView(
  request: RunRequest,
  error: RunAborted,
  measures: RunMeasures,
  times: AbortTimes | null,
): RunView {
  const { startedAt, endedAt, lanes, doneParts } = error.details;
  const heard = request.strategy !== 'blocking' && times !== null;
  const abortLatencyMs = heard ? Math.max(0, endedAt - times.heardAt) : null;
  const { plan } = request.job;
  return {
    strategy: request.strategy,
    record: rounded({
      ...recordOf(request, measures),
      status: 'aborted',
      wallMs: endedAt - startedAt,
      abortLatencyMs,
    }),
    cells: measures.cells,
    lanes,
    cost: null,
    wallMs: endedAt - startedAt,
    abort: abortView(times, startedAt, endedAt, doneFraction(plan, doneParts)),
  };
}

function stoppedLate(
  request: RunRequest,
  outcome: RunOutcome,
  measures: RunMeasures,
  times: AbortTimes | null,
): Ended {
  const { wallMs } = outcome.cost;
  const { startedAt } = outcome;
  const view: RunView = {
    strategy: request.strategy,
    record: rounded({ ...recordOf(request, measures), status: 'aborted', wallMs }),
    cells: measures.cells,
    lanes: outcome.lanes,
    cost: null,
    wallMs,
    abort: abortView(times, startedAt, startedAt + wallMs, 1),
  };
  return { status: 'aborted', view };
}

function abortView(
  times: AbortTimes | null,
  startedAt: number,
  stoppedAt: number,
  doneFraction: number,
): AbortView | null {
  if (times === null) return null;
  return {
    requestedMs: times.requestedAt - startedAt,
    heardMs: times.heardAt - startedAt,
    stoppedMs: stoppedAt - startedAt,
    doneFraction,
  };
}

/** Where a run may end early, of what was expected. */
function doneFraction(plan: Plan, doneParts: number): number {
  const parts = plan.parts.length;
  if (parts === 0) return 0;
  const all = plan.parts.reduce((sum, { cost }) => sum + cost, 0);
  return Math.min(1, (doneParts / parts) * (all / costOf(plan)));
}

/** Whether an error only says that the run was stopped before it began. */
export function stoppedBefore(error: unknown): boolean {
  return isAbort(error) && !(error instanceof RunAborted);
}
