import { describe, expect, it } from 'vitest';
import { gapRow, gapsOf, logTicks } from '../../../src/ui/plots/frame-gaps.ts';

describe('the gaps between frames', () => {
  it('end where a frame begins', () => {
    expect(gapsOf({ timesMs: [-10, 0, 300, 310] })).toEqual({ atMs: [0, 300, 310], gapMs: [10, 300, 10] });
  });

  it('are summed up for the table behind the plot', () => {
    const row = gapRow({ strategy: 'blocking', timesMs: [-10, 0, 300, 310, 371], wallMs: 290 });
    expect(row).toEqual({
      strategy: 'blocking',
      frames: 4,
      medianMs: 10,
      longestMs: 300,
      longestAtMs: 300,
      felt: 2,
    });
    expect(gapRow({ strategy: 'pool', timesMs: [4], wallMs: 9 })).toBeNull();
  });
});

describe('the logarithmic axis', () => {
  it('is marked at round numbers inside its range', () => {
    expect(logTicks(8, 600)).toEqual([10, 20, 50, 100, 200, 500]);
    expect(logTicks(8.3, 33)).toEqual([10, 20]);
    expect(logTicks(10, 100)).toEqual([10, 20, 50, 100]);
  });

  it('has whole decades where those are too many', () => {
    expect(logTicks(4, 20_000)).toEqual([10, 100, 1000, 10_000]);
  });
});
