import { describe, expect, it } from 'vitest';
import { buildReport, type RunRecord, type SummaryRow } from '../../../src/results/report.ts';
import { ENVIRONMENT, framesOf, runOf } from '../../support/results/runs.ts';

function summaryOf(runs: readonly RunRecord[]): readonly SummaryRow[] {
  return buildReport({ environment: ENVIRONMENT, runs, version: '1.2.3' }).summary;
}

describe('buildReport', () => {
  it('carries what it was given', () => {
    const runs = [runOf(), runOf({ strategy: 'pool' })];
    const report = buildReport({ environment: ENVIRONMENT, runs, version: '1.2.3' });
    expect(report).toMatchObject({ schema: 'unblocked-report/1', app: { version: '1.2.3' } });
    expect(report.environment).toEqual(ENVIRONMENT);
    expect(report.runs).toEqual(runs);
    expect(buildReport({ environment: ENVIRONMENT, runs: [], version: '1' }).summary).toEqual([]);
  });

  it('gives a row a strategy, in their own order, however the runs were rotated', () => {
    const rows = summaryOf([
      runOf({ strategy: 'pool', wallMs: 500, frames: framesOf(18, 0) }),
      runOf({ strategy: 'blocking', wallMs: 1000 }),
      runOf({ strategy: 'chunked', wallMs: 1100 }),
      runOf({ strategy: 'blocking', wallMs: 1200 }),
      runOf({ strategy: 'pool', wallMs: 600, frames: framesOf(20, 1) }),
      runOf({ strategy: 'blocking', wallMs: 3000 }),
    ]);
    expect(rows.map((row) => [row.strategy, row.n, row.wallMs?.median])).toEqual([
      ['blocking', 3, 1200],
      ['chunked', 1, 1100],
      ['pool', 2, 550],
    ]);
    expect(rows.map((row) => row.speedup)).toEqual([1, 1200 / 1100, 1200 / 550]);
    expect(rows[2]).toMatchObject({ longestFreezeMs: { median: 19 }, droppedFrames: { median: 0.5 } });
  });

  it('averages in neither invalid, aborted nor failed runs', () => {
    const rows = summaryOf([
      runOf({ wallMs: 1000 }),
      runOf({ wallMs: 9000, valid: false, invalidReason: 'The page was hidden.' }),
      runOf({ wallMs: 10, status: 'aborted', checksum: null }),
      runOf({ wallMs: null, status: 'failed', error: 'It broke.', checksum: null }),
      runOf({ strategy: 'pool', status: 'failed', error: 'It broke.', checksum: null }),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ n: 1, wallMs: { median: 1000, low: 1000, high: 1000 } });
  });

  it('compares each engine with its own blocking run only', () => {
    const rows = summaryOf([
      runOf({ engine: 'ts', wallMs: 2000 }),
      runOf({ engine: 'ts', strategy: 'pool', wallMs: 1000 }),
      runOf({ engine: 'wasm', strategy: 'pool', wallMs: 100 }),
    ]);
    expect(rows.map((row) => [row.engine, row.strategy, row.speedup])).toEqual([
      ['ts', 'blocking', 1],
      ['ts', 'pool', 2],
      ['wasm', 'pool', null],
    ]);
  });

  it('keeps jobs apart that are not the same work', () => {
    const rows = summaryOf([
      runOf({ params: { sigma: 8, size: '4mp' } }),
      runOf({ params: { size: '4mp', sigma: 8 } }),
      runOf({ params: { sigma: 2, size: '4mp' }, checksum: 'bad' }),
      runOf({ inputBytes: 99, checksum: 'ace' }),
      runOf({ task: 'edges', checksum: 'dead' }),
    ]);
    expect(rows.map((row) => [row.task, row.n, row.sameResult])).toEqual([
      ['blur', 2, true],
      ['blur', 1, true],
      ['blur', 1, true],
      ['edges', 1, true],
    ]);
  });

  it('says when any run of a job gave other bytes, even an engine or a run that does not count', () => {
    const rows = summaryOf([runOf(), runOf({ engine: 'wasm', strategy: 'pool', checksum: 'bad' })]);
    expect(rows.map((row) => row.sameResult)).toEqual([false, false]);
    const spoilt = runOf({ valid: false, invalidReason: 'The page was hidden.', checksum: 'bad' });
    expect(summaryOf([runOf(), spoilt])[0]?.sameResult).toBe(false);
    expect(summaryOf([runOf({ checksum: null })])[0]?.sameResult).toBeNull();
  });

  it('has null, not 0, for figures that no run has', () => {
    const [row] = summaryOf([runOf({ frames: null })]);
    expect(row).toMatchObject({ n: 1, longestFreezeMs: null, droppedFrames: null });
    expect(row?.wallMs).not.toBeNull();
  });
});
