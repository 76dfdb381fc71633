import { describe, expect, test } from 'vitest';
import { benchTable, environmentLine, troubles } from '../../../scripts/lib/bench-table.mjs';
import type { RunRecord, SummaryRow } from '../../../src/results/report.ts';

const RUN: RunRecord = {
  id: '1',
  task: 'blur',
  params: {},
  inputBytes: 4,
  strategy: 'blocking',
  engine: 'ts',
  workers: 0,
  parts: 1,
  status: 'completed',
  error: null,
  valid: true,
  invalidReason: null,
  wallMs: 1000,
  computeMs: 990,
  startupMs: null,
  transferMs: null,
  mainBlockedMs: null,
  frames: null,
  loopDelay: null,
  taps: null,
  longFrames: null,
  abortLatencyMs: null,
  checksum: 'ab',
};

const SUMMARY: SummaryRow = {
  task: 'blur',
  params: {},
  inputBytes: 4,
  strategy: 'blocking',
  engine: 'ts',
  n: 2,
  wallMs: { median: 1100, low: 1000, high: 1200 },
  longestFreezeMs: { median: 50.04, low: 50, high: 51 },
  droppedFrames: { median: 60, low: 60, high: 61 },
  speedup: 1,
  sameResult: true,
};

/** The table's only row, as a record by column title. */
function rowOf(runs: readonly RunRecord[], summary: readonly SummaryRow[], abortAfter: number | null = null) {
  const lines = benchTable({ runs, summary }, { abortAfter }).split('\n');
  const [titles, cells] = lines.map((line) => line.trim().split(/ {2,}/));
  return Object.fromEntries((titles ?? []).map((title, column) => [title, cells?.[column]]));
}

describe('the table of the bench', () => {
  test('names no winner where the intervals overlap', () => {
    const unclear: SummaryRow = { ...SUMMARY, speedup: 1.04, againstBlocking: 'no clear difference' };
    expect(rowOf([RUN], [unclear])['speed-up']).toBe('1.04 (no clear difference)');
    expect(rowOf([RUN], [{ ...unclear, againstBlocking: 'faster' }])['speed-up']).toBe('1.04');
  });

  test('a row says what was measured', () => {
    expect(rowOf([RUN, { ...RUN, wallMs: 1200, computeMs: 1010 }], [SUMMARY])).toEqual({
      task: 'blur',
      strategy: 'blocking',
      engine: 'ts',
      n: '2',
      'wall ms, median [95 %]': '1100 [1000–1200]',
      'best ms': '1000',
      'longest freeze ms': '50.0',
      'dropped frames': '60',
      'speed-up': '1.00',
      'compute ms': '1000',
      valid: '2/2',
      'same result': 'yes',
    });
  });

  test('a row for each task, strategy and engine, in the order of the runs', () => {
    const runs = [RUN, { ...RUN, strategy: 'pool' as const }, { ...RUN, engine: 'wasm' as const }, RUN];
    const lines = benchTable({ runs, summary: [] }, { abortAfter: null }).split('\n');
    expect(lines.slice(1).map((line) => line.split(/ +/).slice(0, 4))).toEqual([
      ['blur', 'blocking', 'ts', '2'],
      ['blur', 'pool', 'ts', '1'],
      ['blur', 'blocking', 'wasm', '1'],
    ]);
  });

  test('what is not available is never a 0', () => {
    const bare = { ...RUN, wallMs: null, computeMs: null };
    const row = rowOf([bare], []);
    expect(new Set([row['best ms'], row['compute ms'], row['speed-up'], row['same result']])).toEqual(
      new Set(['n/a']),
    );
  });

  test('a run spoilt by a hidden page does not count', () => {
    const spoilt = { ...RUN, valid: false, invalidReason: 'The page was hidden.', wallMs: 1 };
    expect(rowOf([RUN, spoilt], [SUMMARY])).toMatchObject({ n: '1', valid: '1/2', 'best ms': '1000' });
    expect(troubles({ runs: [RUN, spoilt] })).toEqual(['blur blocking ts: The page was hidden.']);
  });

  test('different results are loud', () => {
    expect(rowOf([RUN], [{ ...SUMMARY, sameResult: false }])).toMatchObject({ 'same result': 'NO' });
  });

  test('an abort: its latency, or that it was not heard', () => {
    const aborted = { ...RUN, status: 'aborted' as const, wallMs: null };
    const latencies = [4, 8, 30].map((abortLatencyMs) => ({ ...aborted, abortLatencyMs }));
    expect(rowOf(latencies, [], 300)).toMatchObject({ 'abort ms': '8.0' });
    expect(rowOf([RUN], [SUMMARY], 300)).toMatchObject({ 'abort ms': 'not heard' });
    expect(rowOf([{ ...RUN, wallMs: 200 }], [SUMMARY], 300)).toMatchObject({ 'abort ms': 'n/a' });
    expect(rowOf([RUN], [SUMMARY])).not.toHaveProperty('abort ms');
  });
});

test('where it was measured, in one line', () => {
  const environment = {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0.0.0 Safari/537.36',
    hardwareConcurrency: 2,
    deviceMemory: null,
    frameIntervalMs: 16.67,
    refreshHz: 60,
    crossOriginIsolated: false,
    wasmSimd: true,
    yield: 'postTask',
    clockStepMs: 0.1,
    startedAt: '2026-11-22T12:00:00.000Z',
  };
  expect(environmentLine(environment)).toBe(
    'Chrome/156.0.0.0 · 2 reported cores · 60 Hz · not isolated · yield: postTask',
  );
});
