import { describe, expect, it } from 'vitest';
import { fingerprint, intervalOfRows, resultRows, roundsOf } from '../../../src/lab/result/figures.ts';
import type { RunView } from '../../../src/lab/run/run-view.ts';
import type { TapSummary } from '../../../src/measure/taps.ts';
import { summarise } from '../../../src/results/summary.ts';
import {
  blockingView,
  CHECKSUM,
  chunkedView,
  comparison,
  INTERVAL_MS,
  poolView,
  withRecord,
} from '../../support/run-views.ts';

const rowsOf = (views: readonly RunView[]) => resultRows(views, summarise(views.map((view) => view.record)));

const hidden = { valid: false, invalidReason: 'The page was hidden.' };

describe('rows of the comparison', () => {
  it('stand in the order of the strategies, whatever the runs’ order', () => {
    expect(rowsOf(comparison().reverse()).map((row) => row.strategy)).toEqual([
      'blocking',
      'chunked',
      'pool',
    ]);
  });

  it('are only those that were run', () => {
    expect(rowsOf([poolView()]).map((row) => row.strategy)).toEqual(['pool']);
    expect(rowsOf([])).toEqual([]);
  });

  it('draw the run whose wall time is nearest to the median', () => {
    expect(rowsOf(comparison()).map((row) => row.view.wallMs)).toEqual([2038, 2131, 497]);
  });

  it('never draw a run that doesn’t count where one does', () => {
    const [, , pool] = rowsOf([
      ...[blockingView(), chunkedView()],
      ...[withRecord(poolView(500), hidden), poolView(300), poolView(600)],
    ]);
    expect([300, 600]).toContain(pool?.view.wallMs);
    expect(pool?.summary?.n).toBe(2);
  });

  it('keep a strategy of which no run counts, without figures', () => {
    const [row] = rowsOf([withRecord(blockingView(), hidden)]);
    expect(row).toMatchObject({ strategy: 'blocking', summary: null, taps: null });
  });

  it('tell the longest wait of all taps, and nothing where nobody tapped', () => {
    const [blocking, chunked] = rowsOf([
      blockingView(2038, 1312),
      blockingView(2000, 900),
      chunkedView(2131, null),
    ]);
    expect(blocking?.taps).toEqual({ longestMs: 1312, shownMs: null, count: 2 });
    expect(chunked?.taps).toBeNull();
  });

  it('take the browser’s own figure to the next paint, and the page’s where there is none', () => {
    const taps = { count: 1, maxDelayMs: 3, medianDelayMs: 3, maxPaintMs: 17, maxEventTimingMs: 24 };
    const shown = (change: Partial<TapSummary>) =>
      rowsOf([withRecord(poolView(), { taps: { ...taps, ...change } })])[0]?.taps?.shownMs;
    expect(shown({})).toBe(24);
    // Rounded to 8 ms it can come out before the handler.
    expect(shown({ maxDelayMs: 1995.3, maxEventTimingMs: 1992 })).toBe(1995.3);
    expect(shown({ maxEventTimingMs: null })).toBe(17);
    expect(shown({ maxEventTimingMs: null, maxPaintMs: null })).toBeNull();
  });

  it('know the frame interval where one run does', () => {
    const none = withRecord(blockingView(), { frames: null });
    expect(intervalOfRows(rowsOf([none]))).toBeNull();
    expect(intervalOfRows(rowsOf([none, poolView()]))).toBe(INTERVAL_MS);
  });
});

describe('the fingerprint', () => {
  it('is the same for all', () => {
    expect(fingerprint(comparison())).toEqual({ state: 'same', checksum: CHECKSUM, odd: [] });
  });

  it('names who gave other bytes', () => {
    const views = comparison().map((view) =>
      view.strategy === 'chunked' ? withRecord(view, { checksum: 'c0ffee' }) : view,
    );
    expect(fingerprint(views)).toEqual({ state: 'differ', checksum: CHECKSUM, odd: ['chunked'] });
    expect(rowsOf(views).map((row) => row.odd)).toEqual([false, true, false]);
  });

  it('compares nothing when one strategy was run, or nothing is known', () => {
    expect(fingerprint([poolView(), poolView()]).state).toBe('alone');
    expect(fingerprint([withRecord(poolView(), { checksum: null })]).state).toBe('unknown');
    expect(fingerprint([]).state).toBe('unknown');
  });
});

it('counts the rounds', () => {
  expect(roundsOf(comparison())).toBe(3);
  expect(roundsOf([])).toBe(0);
});
