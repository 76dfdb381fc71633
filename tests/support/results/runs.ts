import type { Environment } from '../../../src/measure/environment.ts';
import type { RunRecord } from '../../../src/results/report.ts';

export const ENVIRONMENT: Environment = {
  userAgent: 'A browser',
  hardwareConcurrency: 8,
  deviceMemory: null,
  frameIntervalMs: 1000 / 60,
  refreshHz: 60,
  crossOriginIsolated: true,
  wasmSimd: true,
  yield: 'postTask',
  clockStepMs: 0.005,
  startedAt: '2026-11-22T08:30:00.000Z',
};

let made = 0;

/** A completed, valid run, but for what is given. */
export function runOf(changes: Partial<RunRecord> = {}): RunRecord {
  made += 1;
  return {
    id: `run-${String(made)}`,
    task: 'blur',
    params: { sigma: 8 },
    inputBytes: 16_000_000,
    strategy: 'blocking',
    engine: 'ts',
    workers: 0,
    parts: 32,
    status: 'completed',
    error: null,
    valid: true,
    invalidReason: null,
    wallMs: 2000,
    computeMs: 1990,
    startupMs: null,
    transferMs: null,
    mainBlockedMs: 1990,
    frames: framesOf(2010, 119),
    loopDelay: { p50Ms: 1000, p99Ms: 1960, maxMs: 1980 },
    taps: null,
    longFrames: null,
    abortLatencyMs: null,
    checksum: 'c0ffee',
    ...changes,
  };
}

export function framesOf(longestMs: number, dropped: number): NonNullable<RunRecord['frames']> {
  const presented = 4;
  const expected = presented + dropped;
  return { expected, presented, dropped, longestMs, p95Ms: longestMs, intervalMs: 1000 / 60 };
}
