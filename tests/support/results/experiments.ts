import type { ExperimentRecord } from '../../../src/results/model/experiment.ts';
import type { RunRecord } from '../../../src/results/report.ts';
import { ENVIRONMENT, framesOf, runOf } from './runs.ts';

const UA =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
export const PHONE_UA =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36';

let made = 0;

/** Three rounds of the three strategies, with figures that vary as measured ones do. */
export function comparisonRuns(factor = 1, series = `0f8a51d3c2b44e7690a${String(made++)}`): RunRecord[] {
  const checksum = '9f3c51d07a2b4c88d1e60b35f4927a1c5d3e8f6072b94a1d0c7e5f83a96be1a7';
  return Array.from({ length: 9 }, (_, i) => {
    const strategy = (['blocking', 'chunked', 'pool'] as const)[i % 3] ?? 'pool';
    const wallMs = round(factor * ({ blocking: 2038, chunked: 2131, pool: 497 }[strategy] + 7.31 * i));
    const freeze = strategy === 'blocking' ? wallMs + 12.4 : 16.7;
    return runOf({
      id: `${series}-${String(i)}`,
      strategy,
      workers: strategy === 'pool' ? 7 : 0,
      wallMs,
      computeMs: round(wallMs * (strategy === 'pool' ? 6.1 : 0.991)),
      startupMs: 0,
      transferMs: strategy === 'pool' ? round(3.7 + 0.31 * i) : 0,
      mainBlockedMs: round(strategy === 'pool' ? 36.4 + 0.2 * i : wallMs * 0.99),
      frames: framesOf(round(freeze), strategy === 'blocking' ? 121 : 0),
      loopDelay: { p50Ms: round(0.4 + i), p99Ms: round(freeze - 3.2), maxMs: round(freeze) },
      longFrames: { count: 1, maxMs: round(freeze), blockingMs: round(freeze / 1.1) },
      checksum,
      timeShares: { compute: round(wallMs - 7), merge: 7 },
      bytesMoved: 0,
      bytesCopied: 0,
    });
  });
}

export function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}

export function experimentOf(change: Partial<ExperimentRecord> = {}): ExperimentRecord {
  const runs = change.runs ?? comparisonRuns();
  return {
    id: runs[0]?.id ?? 'none',
    version: '0.1.0',
    environment: { ...ENVIRONMENT, userAgent: UA },
    device: { id: '5d9a7c0be1f24c3a8d6e', name: 'Desk' },
    runs,
    ...change,
  };
}

/** A phone whose screen beats twice as fast, and whose frames therefore count double. */
export function phoneAt120(runs = comparisonRuns(1.9)): ExperimentRecord {
  const intervalMs = 1000 / 120;
  return experimentOf({
    runs: runs.map((run) => ({
      ...run,
      frames:
        run.frames === null
          ? null
          : { ...framesOf(run.frames.longestMs, run.frames.dropped * 4), intervalMs },
    })),
    environment: {
      ...ENVIRONMENT,
      userAgent: PHONE_UA,
      frameIntervalMs: intervalMs,
      refreshHz: 120,
      startedAt: '2026-11-23T09:30:00.000Z',
    },
    device: { id: 'a7c0be1f24c3a8d6e7f9', name: 'Phone' },
  });
}

/** Sixty runs: six comparisons of nine on two devices, and one of six. */
export function sixtyRuns(): ExperimentRecord[] {
  return [
    ...Array.from({ length: 4 }, () => experimentOf()),
    phoneAt120(),
    phoneAt120(),
    experimentOf({ runs: comparisonRuns().slice(0, 6) }),
  ];
}
