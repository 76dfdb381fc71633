/** Runs as the page draws them. The figures are invented, and consistent with each other. */
import type { Lab, LabStatus } from '../../src/lab/lab.svelte.ts';
import type { LabInput } from '../../src/lab/model/input.ts';
import type { Options } from '../../src/lab/model/options.ts';
import type { AbortView, RunView } from '../../src/lab/run/run-view.ts';
import type { Environment } from '../../src/measure/environment.ts';
import { frameCells, frameStats } from '../../src/measure/frames.ts';
import { buildReport, type RunRecord } from '../../src/results/report.ts';
import type { Bar, Lane, RunCost } from '../../src/strategies/contract.ts';
import type { StrategyId } from '../../src/tasks/ids.ts';

export const INTERVAL_MS = 1000 / 60;
export const CHECKSUM = '9f3c51d07a2b4c88d1e60b35f4927a1c5d3e8f6072b94a1d0c7e5f83a96be1a7';
const WORKERS = 7;
const PARTS = 35;

export const ENVIRONMENT: Environment = {
  userAgent: 'A browser',
  hardwareConcurrency: 8,
  deviceMemory: 8,
  frameIntervalMs: INTERVAL_MS,
  refreshHz: 60,
  crossOriginIsolated: true,
  wasmSimd: true,
  yield: 'postTask',
  clockStepMs: 0.005,
  startedAt: '2026-11-22T08:30:00.000Z',
};

/** Frame times from eight frames before the run to ten after it; none inside the gaps (pairs of ms). */
function framesBut(wallMs: number, gaps: readonly (readonly [number, number])[]): number[] {
  const times: number[] = [];
  for (let at = -8 * INTERVAL_MS + 9; at < wallMs + 10 * INTERVAL_MS; at += INTERVAL_MS) {
    if (!gaps.some(([from, to]) => at > from && at < to)) times.push(at);
  }
  return times;
}

interface Figures {
  readonly strategy: StrategyId;
  readonly cost: RunCost;
  readonly lanes: readonly Lane[];
  readonly gaps: readonly (readonly [number, number])[];
  readonly tapMs: number | null;
}

let made = 0;

function viewOf({ strategy, cost, lanes, gaps, tapMs }: Figures): RunView {
  const span = { startMs: 0, endMs: cost.wallMs, intervalMs: INTERVAL_MS };
  const timestamps = framesBut(cost.wallMs, gaps);
  made += 1;
  const taps = { count: 1, maxEventTimingMs: null, maxPaintMs: null };
  const record: RunRecord = {
    id: `run-${String(made)}`,
    task: 'blur',
    params: { sigma: 8, repeat: 3 },
    inputBytes: 48_771_072,
    strategy,
    engine: 'ts',
    workers: strategy === 'pool' ? WORKERS : 0,
    parts: PARTS,
    status: 'completed',
    error: null,
    valid: true,
    invalidReason: null,
    wallMs: cost.wallMs,
    computeMs: cost.computeMs,
    startupMs: cost.startupMs,
    transferMs: cost.transferMs,
    mainBlockedMs: cost.mainBlockedMs,
    frames: frameStats(timestamps, span),
    loopDelay: { p50Ms: 1, p99Ms: 9, maxMs: 12 },
    taps: tapMs === null ? null : { ...taps, maxDelayMs: tapMs, medianDelayMs: tapMs },
    longFrames: null,
    abortLatencyMs: null,
    checksum: CHECKSUM,
  };
  return {
    strategy,
    record,
    cells: frameCells(timestamps, span),
    lanes,
    cost,
    wallMs: cost.wallMs,
    abort: null,
  };
}

const FREE = { startupMs: 0, transferMs: 0, bytesMoved: 0, bytesCopied: 0 };

export function blockingView(wallMs = 2038, tapMs: number | null = 1312): RunView {
  const mergeMs = 7;
  const computeMs = wallMs - mergeMs;
  const bars: Bar[] = [
    { start: 0, end: computeMs, kind: 'compute' },
    { start: computeMs, end: wallMs, kind: 'merge' },
  ];
  const cost = { ...FREE, wallMs, computeMs, mergeMs, mainBlockedMs: wallMs };
  return viewOf({ strategy: 'blocking', cost, lanes: [{ name: 'main', bars }], gaps: [[-2, wallMs]], tapMs });
}

/** Slices of 12 ms with a pause; every thirteenth lasts long enough to lose a frame or two. */
export function chunkedView(wallMs = 2131, tapMs: number | null = 11): RunView {
  const mergeMs = 7;
  const bars: Bar[] = [];
  const gaps: [number, number][] = [];
  let pauses = 0;
  for (let at = 0, i = 0; at < wallMs - mergeMs; i += 1) {
    const long = i % 13 === 9;
    const end = Math.min(wallMs - mergeMs, at + (long ? (i % 2 === 1 ? 20 : 34) : 12));
    bars.push({ start: at, end, kind: 'compute' });
    if (long) gaps.push([at, end + 2]);
    const next = Math.min(wallMs - mergeMs, end + 0.6);
    pauses += next - end;
    at = next;
  }
  bars.push({ start: wallMs - mergeMs, end: wallMs, kind: 'merge' });
  const computeMs = wallMs - mergeMs - pauses;
  const cost = { ...FREE, wallMs, computeMs, mergeMs, mainBlockedMs: computeMs + mergeMs };
  return viewOf({ strategy: 'chunked', cost, lanes: [{ name: 'main', bars }], gaps, tapMs });
}

/** Parts of different length, claimed by whichever worker is free. */
export function poolView(wallMs = 497, tapMs: number | null = 4, workers = WORKERS): RunView {
  const handover = 11;
  const merge = 26;
  const lanes = poolBars(workers, handover, wallMs - handover - merge);
  const main: Bar[] = [
    { start: 0, end: handover, kind: 'handover' },
    ...lanes.flatMap((bars) => bars.map(({ end }) => ({ start: end, end, kind: 'message' as const }))),
    { start: wallMs - merge, end: wallMs, kind: 'merge' },
  ];
  main.sort((a, b) => a.start - b.start);
  const computeMs = lanes.flat().reduce((sum, bar) => sum + bar.end - bar.start, 0);
  const cost = {
    ...FREE,
    ...{ wallMs, computeMs, transferMs: handover, mergeMs: merge, mainBlockedMs: handover + merge },
  };
  const named = lanes.map((bars, i) => ({ name: String(i + 1), bars }));
  return viewOf({ strategy: 'pool', cost, lanes: [{ name: 'main', bars: main }, ...named], gaps: [], tapMs });
}

function poolBars(workers: number, from: number, length: number): Bar[][] {
  const free = Array.from({ length: workers }, (_, i) => from + 1 + i * 1.5);
  const lanes = free.map((): Bar[] => []);
  const share = length / Math.ceil(PARTS / workers);
  for (let part = 0; part < PARTS; part += 1) {
    const next = free.indexOf(Math.min(...free));
    const start = free[next] ?? 0;
    const end = start + share * (0.82 + ((part * 7) % 5) * 0.04);
    lanes[next]?.push({ start, end, kind: 'compute' });
    free[next] = end + 1;
  }
  const scale = length / (Math.max(...lanes.flat().map((bar) => bar.end)) - from);
  const fit = (at: number): number => from + (at - from) * scale;
  return lanes.map((bars) => bars.map((bar) => ({ ...bar, start: fit(bar.start), end: fit(bar.end) })));
}

/** Three rounds in rotated order. */
export function comparison(): RunView[] {
  return [
    ...[blockingView(2038), chunkedView(2131), poolView(497)],
    ...[chunkedView(2117, null), poolView(512, null), blockingView(2066, null)],
    ...[poolView(489, null), blockingView(2004, 900), chunkedView(2149, 6)],
  ];
}

/** The same run with another record. */
export function withRecord(view: RunView, change: Partial<RunRecord>): RunView {
  return { ...view, record: { ...view.record, ...change } };
}

/** A run that was stopped; blocking hears nothing until it is over. */
export function cancelledView(view: RunView, abort: AbortView): RunView {
  const wallMs = view.strategy === 'blocking' ? view.wallMs : abort.stoppedMs;
  const span = { startMs: 0, endMs: wallMs, intervalMs: INTERVAL_MS };
  const gap: readonly [number, number] = [-2, wallMs];
  const timestamps = framesBut(wallMs, view.strategy === 'blocking' ? [gap] : []);
  const frames = frameStats(timestamps, span);
  return {
    ...view,
    ...{ wallMs, abort, cost: null, cells: frameCells(timestamps, span) },
    record: { ...view.record, status: 'aborted', wallMs, frames, checksum: null },
  };
}

export function doneStatus(runs: readonly RunView[], result: Uint8Array | null = null): LabStatus {
  const report = buildReport({
    environment: ENVIRONMENT,
    runs: runs.map((view) => view.record),
    version: '0.0.0',
  });
  const compared = new Set(runs.map((view) => view.strategy)).size > 1;
  return { status: 'done', result: { status: 'completed', runs, refresh: null, result }, report, compared };
}

export interface LabLike {
  readonly status: LabStatus;
  readonly options: Options;
  readonly input: LabInput;
  /** Answers as the picture worker would. */
  readonly desk?: unknown;
}

/** A lab that is in one state for good: enough for what only looks at it. */
export function labIn({ status, options, input, desk = null }: LabLike): Lab {
  const task = options.task;
  const draft = {
    task,
    params: {},
    shape: {},
    plan: { parts: [], outputBytes: 0 },
    source: { kind: 'none' },
  };
  const prepared = { input, draft, params: {}, forecastMs: null };
  const lab = {
    ...{ status, options, views: {}, running: false, services: { desk } },
    input: { status: { status: 'ready' }, prepared },
    setOptions: () => undefined,
  };
  return lab as unknown as Lab;
}
