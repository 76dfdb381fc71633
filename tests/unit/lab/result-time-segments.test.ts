import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeSegments } from '../../../src/lab/result/time-segments.ts';
import type { RunView } from '../../../src/lab/run/run-view.ts';
import type { Bar, RunCost } from '../../../src/strategies/contract.ts';
import { STRATEGY_IDS } from '../../../src/tasks/ids.ts';
import { blockingView, cancelledView, chunkedView, poolView } from '../../support/run-views.ts';

function times(view: RunView): Record<string, number> {
  return Object.fromEntries(timeSegments(view).map(({ kind, ms }) => [kind, ms]));
}

function poolOf(cost: Partial<RunCost>, workers: readonly (readonly Bar[])[]): RunView {
  const view = poolView();
  const base = view.cost as RunCost;
  const lanes = workers.map((bars, i) => ({ name: String(i + 1), bars }));
  return { ...view, cost: { ...base, ...cost }, lanes: [{ name: 'main', bars: [] }, ...lanes] };
}

const compute = (start: number, end: number): Bar => ({ start, end, kind: 'compute' });

describe('where the time went', () => {
  it('is compute and merge when blocking', () => {
    expect(times(blockingView(2038))).toEqual({ compute: 2031, merge: 7 });
  });

  it('is compute, pauses and merge when chunked', () => {
    const view = chunkedView(2131);
    const { compute: computing, pauses, merge } = times(view);
    expect(merge).toBe(7);
    expect(computing).toBeCloseTo(view.cost?.computeMs ?? 0);
    expect(pauses).toBeGreaterThan(0);
  });

  it('is the mean of the workers for the pool', () => {
    const workers = [[compute(40, 60), compute(60, 90)], [compute(50, 80)]];
    const found = times(poolOf({ wallMs: 100, startupMs: 30 }, workers));
    expect(found).toEqual({ startup: 30, handover: 15, compute: 40, wait: 5, merge: 10 });
  });

  it('counts a worker without a part as waiting', () => {
    const found = times(poolOf({ wallMs: 100, startupMs: 0 }, [[compute(0, 100)], []]));
    expect(found).toEqual({ startup: 0, handover: 0, compute: 50, wait: 50, merge: 0 });
  });

  it('counts time in which two parts overlap in one worker once', () => {
    const found = times(poolOf({ wallMs: 100, startupMs: 0 }, [[compute(0, 60), compute(40, 100)]]));
    expect(found).toMatchObject({ compute: 100, wait: 0 });
  });

  it('says nothing of a run that was stopped', () => {
    const stopped = { requestedMs: 300, heardMs: 301, stoppedMs: 305, doneFraction: 0.2 };
    expect(timeSegments(cancelledView(chunkedView(), stopped))).toEqual([]);
  });

  it('adds up to the wall time and is never negative, whatever was measured', () => {
    // clocks of threads differ a little, and a coarse one can put an end before its start
    const ms = fc.double({ min: 0, max: 5000, noNaN: true });
    const bars = fc.array(
      fc.tuple(ms, ms).map(([start, length]) => compute(start - 1, start + length)),
      { maxLength: 4 },
    );
    const cost = fc.record({ wallMs: ms, computeMs: ms, startupMs: ms, transferMs: ms, mergeMs: ms });
    const strategy = fc.constantFrom(...STRATEGY_IDS);
    fc.assert(
      fc.property(strategy, cost, fc.array(bars, { maxLength: 4 }), (id, measured, workers) => {
        const segments = timeSegments({ ...poolOf(measured, workers), strategy: id });
        const sum = segments.reduce((total, segment) => total + segment.ms, 0);
        expect(sum).toBeCloseTo(measured.wallMs, 6);
        for (const segment of segments) expect(segment.ms).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
